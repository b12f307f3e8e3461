import type { Identity } from '../../models/access/index.ts';
import type { Instant } from '../../models/shared/index.ts';

/** Where a browser says it is: `host` as in our address, `origin` in full. */
export interface BrowserPlace { readonly host: string; readonly origin: string }

/** Passkeys of family and of the person themselves: the phone's own lock in place of six digits. Messages are WebAuthn's JSON. */
export interface PasskeyDesk {
  list(identity: Identity): Promise<readonly { readonly id: string; readonly addedAt: Instant }[]>;
  /** What the browser is asked, to make one. Undefined for those who sign in by their council's account. */
  toAdd(identity: Identity, place: BrowserPlace): Promise<object | undefined>;
  add(identity: Identity, answer: unknown, place: BrowserPlace): Promise<boolean>;
  remove(identity: Identity, id: string): Promise<void>;
  /** What the browser is asked, to sign in: whoever has one here. */
  toSignIn(place: BrowserPlace): Promise<object>;
  /** Who it is, as the records are now; undefined for anything that is not right. */
  signIn(answer: unknown, place: BrowserPlace): Promise<Identity | undefined>;
}
