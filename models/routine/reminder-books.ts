import type { CouncilId, Instant, PersonId } from '../shared/index.ts';
import type { ReminderBook } from './reminder.ts';

/** A book as it was read, so that it is only changed if nobody else did. */
export interface KeptReminderBook { readonly council: CouncilId; readonly person: PersonId; readonly book: ReminderBook; readonly version: number }

export interface ReminderBookChange {
  /** The same key never takes effect twice. */
  readonly idempotencyKey: string;
  readonly at: Instant;
  readonly book: ReminderBook;
  readonly action: string;
}

/** The port to where reminders are kept. They are read only when reminders are spoken of, never in other turns. */
export interface ReminderBooks {
  read(council: CouncilId, person: PersonId): Promise<KeptReminderBook>;
  save(kept: KeptReminderBook, change: ReminderBookChange): Promise<'saved' | 'changed-meanwhile' | 'already-done' | 'unknown'>;
}
