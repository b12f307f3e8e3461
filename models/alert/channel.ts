import type { CouncilId, Instant, PersonId } from '../shared/index.ts';
import type { AlertKind, Urgency } from './kinds.ts';
import type { Recipient } from './recipient.ts';

/** Ways to reach somebody outside a conversation. `desk` is the council's staffed screen. */
export const channelNames = ['board', 'home-assistant', 'announcement', 'chime', 'text', 'email', 'push', 'webhook', 'desk'] as const;
export type ChannelName = (typeof channelNames)[number];

/** What a channel can show of a notification's fate. Only `answered` closes an alert. */
type Proof = 'accepted' | 'shown' | 'spoken' | 'answered';

/**
 * What is said or shown. `spoken` and `title` may name what it is about; `discreet` names nothing and nobody, and is all
 * that leaves the home by a channel whose text others may read (texts, e-mails, push, a chime).
 */
export interface Wording {
  /** A line or two on a screen: "Priya is running late". */
  readonly title: string;
  /** Whole sentences, as a speaker says them. */
  readonly spoken: string;
  /** "You have a message from My Care about a visit." No name, no health, no money. */
  readonly discreet: string;
  /** What may be answered, with the words on each button, the plain one first; empty: nothing to answer. */
  readonly answers: readonly { readonly word: string; readonly label: string }[];
}

/** One notification, as a channel is given it. */
export interface Delivery {
  /** Idempotency key: a channel that knows it already does nothing new. */
  readonly attemptId: string;
  readonly alertId: string;
  readonly councilId: CouncilId;
  readonly personId?: PersonId;
  readonly to: Recipient;
  readonly kind: AlertKind;
  readonly urgency: Urgency;
  readonly address: Address;
  readonly wording: Wording;
  /** Told before: a speaker says "again". */
  readonly isAgain: boolean;
  readonly sentAt: Instant;
  readonly expiresAt?: Instant;
}

/** Where one channel finds a recipient. `value` is a phone number, an e-mail address, a device id, a subscription: never logged. */
export interface Address {
  readonly id: string;
  readonly channel: ChannelName;
  readonly value: string;
  readonly isVerified: boolean;
}

export type Outcome =
  /** Taken by the channel. Nothing shows that anybody saw or heard it. */
  | { readonly kind: 'accepted'; readonly reference?: string }
  | { readonly kind: 'shown' | 'spoken'; readonly reference?: string }
  | { readonly kind: 'failed'; readonly why: FailedWhy; readonly retryAfterSeconds?: number }
  /** Time ran out or the line broke after it was handed over: it may have arrived. */
  | { readonly kind: 'unknown'; readonly why: string };
type FailedWhy = 'unreachable' | 'refused' | 'rate-limited' | 'not-set-up' | 'bad-address' | 'not-subscribed' | 'fault';

/** Tells every device that an alert needs no answer any more. */
export interface Silencing {
  readonly alertId: string;
  readonly councilId: CouncilId;
  readonly personId?: PersonId;
  readonly addresses: readonly Address[];
  readonly by: string;
  readonly at: Instant;
}

/** The port to one way of reaching people. `send` never throws for what the other side does; it says so. */
export interface Channel {
  readonly name: ChannelName;
  readonly proves: readonly Proof[];
  send(delivery: Delivery): Promise<Outcome>;
  /** Absent where nothing can be called back. */
  silence?(silencing: Silencing): Promise<void>;
}
