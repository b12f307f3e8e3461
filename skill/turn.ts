import type { RequestEnvelope } from 'ask-sdk-model';
import type { PersonRecord } from '../models/person-record/index.ts';
import { localDate, localTime, type Instant, type LocalDate, type LocalTime } from '../models/shared/index.ts';
import type { Answer } from './answer.ts';
import type { Memory } from './memory.ts';
import type { Pending, Reply } from './pending-question.ts';
import type { SpeakerReminders } from './reminder/speaker-reminders.ts';
import type { SkillServices } from './services.ts';
import type { SlotBag } from './slots.ts';

/** One turn of talk with a person we know: what they said, what we hold, what time it is. */
export interface Turn {
  readonly record: PersonRecord;
  readonly intent: string;
  readonly slots: SlotBag;
  readonly memory: Memory;
  readonly now: Instant;
  readonly today: LocalDate;
  readonly time: LocalTime;
  readonly zone: string;
  /** The same for a repeated request, so that nothing is done twice. Letters, digits and hyphens. */
  readonly actionId: string;
  /** How surely the words were understood, 0 to 1, where the speaker's own understanding tells us. */
  readonly confidence: number;
  /** What else it may have been, likeliest first, where the speaker's own understanding tells us. */
  readonly guesses: readonly Guess[];
  readonly isFirst: boolean;
  readonly reminders: SpeakerReminders;
  readonly services: SkillServices;
  readonly dialogue: Dialogue;
}

export interface Guess { readonly intent: string; readonly confidence: number }

/** How one part of the talk hands over to another. */
export interface Dialogue {
  readonly answer: (turn: Turn) => Promise<Answer>;
  readonly reply: (turn: Turn, pending: Pending, reply: Reply) => Promise<Answer | 'not-an-answer'>;
}

export function turnFor(record: PersonRecord, said: Pick<Turn, 'intent' | 'slots' | 'memory' | 'confidence' | 'services' | 'dialogue'> & Partial<Pick<Turn, 'guesses'>>, envelope: RequestEnvelope): Turn {
  const now = said.services.clock();
  const zone = record.household.timeZone;
  return {
    guesses: [], ...said, record, now, zone, today: localDate(now, zone), time: localTime(now, zone),
    actionId: envelope.request.requestId.replaceAll(/[^A-Za-z0-9-]/g, '-').slice(-80),
    isFirst: envelope.session?.new !== false,
    reminders: said.services.remindersFor(envelope),
  };
}

/** The same turn with the record as it stands after somebody else's change. */
export function withRecord(turn: Turn, record: PersonRecord): Turn {
  return { ...turn, record };
}

/** The same turn as if this had been said. */
export function asIf(turn: Turn, intent: string, slots: SlotBag): Turn {
  return { ...turn, intent, slots, confidence: 1 };
}
