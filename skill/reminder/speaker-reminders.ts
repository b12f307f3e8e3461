import type { AlertOnSpeaker, ReminderTime } from '../../models/routine/index.ts';
import type { Instant, LocalDate } from '../../models/shared/index.ts';

/** What Amazon calls the permission to set reminders. */
export const remindersScope = 'alexa::alerts:reminders:skill:readwrite';

/** One reminder for a speaker to say: when, from which day on, and in which words. */
export interface ReminderToSet {
  readonly time: ReminderTime;
  readonly firstOn: LocalDate;
  readonly zone: string;
  /** Said to the whole room. */
  readonly words: string;
  readonly askedAt: Instant;
}

export type SetResult =
  /** `endpointId`: the managed speaker that has it, which can be asked at any time. */
  | { readonly kind: 'set'; readonly token: string; readonly version: string; readonly endpointId?: string }
  /** The person has not allowed reminders, or not yet. */
  | { readonly kind: 'not-allowed' }
  /** This kind of speaker has no reminders. */
  | { readonly kind: 'cannot' }
  | { readonly kind: 'too-many' }
  /** Nothing was set; another try may go better. */
  | { readonly kind: 'busy' }
  | { readonly kind: 'refused' }
  /** It may or may not have been set. */
  | { readonly kind: 'unknown' };

export type ListResult =
  /** Only ours: a skill sees no others. `isWhole`: there are no more than these. */
  | { readonly kind: 'listed'; readonly alerts: readonly AlertOnSpeaker[]; readonly isWhole: boolean }
  | { readonly kind: 'not-allowed' }
  | { readonly kind: 'no-answer' };

/** `not-changed`: it is as it was, or not there any more, or nobody knows. */
export type ChangeResult = { readonly kind: 'changed'; readonly version: string } | { readonly kind: 'not-changed' };

/** The port to the reminders of one speaker. Setting is only possible while its person is talking with us; the rest also when Amazon passes on a message of ours. */
export interface SpeakerReminders {
  /** Whether it says a reminder out loud when it is due. */
  readonly rings: boolean;
  set(reminder: ReminderToSet): Promise<SetResult>;
  list(): Promise<ListResult>;
  /** Puts another in the place of one that is set. */
  change(token: string, reminder: ReminderToSet): Promise<ChangeResult>;
  /** One that is gone already counts as stopped. */
  stop(token: string): Promise<'stopped' | 'not-stopped'>;
}
