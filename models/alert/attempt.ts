import type { Instant } from '../shared/index.ts';
import type { ChannelName } from './channel.ts';
import type { Recipient } from './recipient.ts';

/**
 * One notification: one attempt to tell one recipient by one channel, and the furthest that is proved of it.
 * `sending`: handed over or about to be; `unknown`: the outcome never came. Accepted is not shown, shown is not answered.
 */
export interface Attempt {
  /** The idempotency key on the channel: the same for a repeat whose first outcome was unknown. */
  readonly id: string;
  readonly to: Recipient;
  readonly channel: ChannelName;
  /** Which of the recipient's addresses; never the address itself. */
  readonly addressId: string;
  readonly rung: number;
  readonly state: 'sending' | 'accepted' | 'shown' | 'spoken' | 'failed' | 'unknown';
  readonly startedAt: Instant;
  /** While `sending`: until then nobody else may take it up. */
  readonly leaseUntil?: Instant;
  /** How often it was handed over: twice at most, the second time only because the first outcome never came. */
  readonly sendings: number;
  /** Rises with each claim; a worker whose claim is old may not write its outcome. */
  readonly fence: number;
  /** When each step was proved. */
  readonly acceptedAt?: Instant;
  readonly shownAt?: Instant;
  readonly spokenAt?: Instant;
  readonly endedAt?: Instant;
  /** Why it failed, or what is not known. */
  readonly why?: string;
  /** The channel's own reference: a receipt names it. */
  readonly reference?: string;
}
