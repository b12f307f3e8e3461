import type { Identity } from '../../models/access/index.ts';
import type { Invitation } from '../../models/household/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';

/** Asking people into a circle, and who was asked. */
export interface CircleDesk {
  /** Writes to a number or an address, at most three times a day to the same one; whether it was tried. What becomes of it is not known here. */
  send(contact: string, words: string): Promise<boolean>;
  /** Into whose circles somebody was asked by the number or address they signed in with. */
  asked(identity: Identity): Promise<readonly { readonly record: PersonRecord; readonly invitation: Invitation }[]>;
  /** Who they are by that number or address now. */
  identityNow(identity: Identity): Promise<Identity | undefined>;
  /** Whether two numbers or addresses are one. */
  isSame(one: string, other: string): boolean;
}
