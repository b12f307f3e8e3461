import type { PersonRecord } from '../../models/person-record/index.ts';
import { remindersOutOfStep, type ReminderBooks } from '../../models/routine/index.ts';
import type { Clock } from '../../models/shared/index.ts';
import { followVisits } from '../../skill/reminder/follow-visits.ts';
import type { SpeakerReminders } from '../../skill/reminder/speaker-reminders.ts';
import { isDeskAlexaId } from '../desk-speaker/desk-alexa-id.ts';
import type { SkillMessages } from '../channels/skill-messages.ts';
import type { EngineLog } from './engine-parts.ts';

interface Needs {
  readonly books: ReminderBooks;
  readonly clock: Clock;
  readonly log: EngineLog;
  /** Absent where Amazon knows nothing of us. */
  readonly message?: SkillMessages;
  /** Speakers that are managed for the person: they are asked directly. */
  readonly managed?: (endpointId: string) => SpeakerReminders;
  /** The same for a speaker of our own, which no Amazon stands behind. */
  readonly messageDesk?: (alexaId: string) => Promise<void>;
}

/**
 * After somebody's plan was made anew: where a reminder on their speaker is for a visit that has moved, the skill is sent a message,
 * and changes it when that comes back. A reminder that cannot be changed is in the log; the alert about the visit is told in any case.
 */
export function remindersInStep({ books, clock, log, message, messageDesk, managed }: Needs): (record: PersonRecord) => Promise<void> {
  return async (record) => {
    const { councilId, personId, link, visitBook, household } = record;
    const alexaId = link?.details.alexaId;
    if (link === undefined || alexaId === undefined) return;
    const { book } = await books.read(councilId, personId);
    const own = { reminders: book.reminders.filter(({ speaker }) => speaker === link.speaker) };
    const out = remindersOutOfStep(own, visitBook, clock(), household.timeZone);
    if (out.length === 0) return;
    if (managed !== undefined) await followVisits(record, clock(), { books, log, speakerOf: ({ alert }) => (alert.endpointId === undefined ? undefined : managed(alert.endpointId)) });
    if (out.every(({ reminder }) => reminder.alert.endpointId !== undefined)) return;
    if (isDeskAlexaId(alexaId)) return messageDesk?.(alexaId);
    const sent = await message?.(alexaId, 'visits-changed');
    if (sent !== 'accepted') log.fault('reminders-not-in-step', { sent: sent ?? 'not-set-up' }, undefined);
  };
}
