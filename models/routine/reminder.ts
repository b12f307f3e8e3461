import type { PartOfDay } from '../care-visit/index.ts';
import type { SpeakerKey } from '../household/index.ts';
import type { Instant, LocalDate, LocalTime, Weekday } from '../shared/index.ts';

/** Which visits the person wants to be reminded of, and how long before. Nothing named: any visit. */
export interface ReminderWish {
  readonly workerId?: string;
  readonly task?: string;
  readonly partOfDay?: PartOfDay;
  /** One day only. Without it the reminder comes round every week. */
  readonly on?: LocalDate;
  readonly leadMinutes: number;
}

/** When a reminder is heard, by the wall clock, and the time of the visit that it is for. */
export type ReminderTime =
  | { readonly kind: 'weekly'; readonly days: readonly Weekday[]; readonly at: LocalTime; readonly visitFrom: LocalTime }
  | { readonly kind: 'once'; readonly on: LocalDate; readonly at: LocalTime; readonly visitFrom: LocalTime };

/** One reminder the person said yes to, after hearing what, when and how often. Set is not heard. */
export interface VisitReminder {
  readonly id: string;
  /** The speaker it was set from: no other can stop it. */
  readonly speaker: SpeakerKey;
  readonly wish: ReminderWish;
  readonly time: ReminderTime;
  /** The speaker's own name for it; with the id of a managed speaker, which may be asked out of a conversation. */
  readonly alert: { readonly token: string; readonly version: string; readonly endpointId?: string };
  readonly agreedAt: Instant;
  /** Not heard before that day: the visit it would have been for had moved. */
  readonly from?: LocalDate;
}

/** All of one person's reminders, and what must be remembered of asking for them. */
export interface ReminderBook {
  /** Newest last. */
  readonly reminders: readonly VisitReminder[];
  /** When the person last said no to reminders altogether. */
  readonly refusedAt?: Instant;
  /** One that may or may not have been set: the line went quiet. Looked for before anything is set again. */
  readonly unsure?: Omit<VisitReminder, 'alert'>;
}

export const noReminders: ReminderBook = { reminders: [] };
export const usualLeadMinutes = 15;
/** A day before is the earliest: further off, "remind me" is a diary. */
export const longestLeadMinutes = 24 * 60;
