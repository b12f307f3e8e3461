import type { Instant } from '../shared/index.ts';
import type { Topic } from './circle.ts';

/** Somebody who was asked into the circle and has not said yes: they are told nothing and see nothing. */
export interface Invitation {
  readonly id: string;
  readonly name: string;
  readonly relationship: string;
  /** A mobile number or an e-mail address: whoever proves that it is theirs may say yes. */
  readonly contact: string;
  readonly mayKnow: readonly Topic[];
  readonly mayAct: readonly Topic[];
  readonly invitedBy: { readonly id: string; readonly name: string };
  readonly invitedAt: Instant;
  readonly expiresAt: Instant;
}
