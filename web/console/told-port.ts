import type { ChannelName, Recipient } from '../../models/alert/index.ts';
import type { Instant, PersonId } from '../../models/shared/index.ts';

/** One attempt to tell one of them one thing, and what is known of it. */
export interface Telling {
  readonly at: Instant;
  readonly to: Recipient;
  readonly channel: ChannelName;
  /** The very words that went that way: in the home they may name somebody, elsewhere they do not. */
  readonly words: string;
  readonly state: 'sending' | 'accepted' | 'shown' | 'spoken' | 'failed' | 'unknown';
  /** When the furthest step was proved. */
  readonly provedAt?: Instant;
  readonly isUrgent: boolean;
  readonly answer: { readonly by: Recipient; readonly at: Instant } | 'not-answered' | 'none-needed';
  /** The message to the person that it is about. */
  readonly messageId?: string;
}

/** What was told to whom about one person. */
export interface ToldDesk {
  /** All attempts between two moments, the newest first; those to the council's own systems apart. */
  about(person: PersonId, from: Instant, to: Instant): Promise<readonly Telling[]>;
  /** By what the person can be told something in their home, without asking. */
  waysHome(person: PersonId): Promise<readonly ChannelName[]>;
}
