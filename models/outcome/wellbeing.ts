import type { Instant, LocalDate } from '../shared/index.ts';
import { instruments, type Instrument, type InstrumentId, type Question } from './instruments.ts';

/** How answers were given: typed, spoken, or pressed on the television. */
export const modes = ['web', 'voice', 'tv'] as const;

/** One time somebody answered an instrument, themselves. What they skipped, or never came to, is not there. */
export interface WellbeingAnswers {
  readonly id: string;
  readonly instrument: InstrumentId;
  readonly version: string;
  readonly mode: (typeof modes)[number];
  readonly answers: Readonly<Record<string, string>>;
  /** They stopped before the last question. */
  readonly isStopped: boolean;
  readonly at: Instant;
}

/** Whether an answer is one that the question can have. */
export function isAnswerTo({ scale }: Question, answer: string): boolean {
  return scale.kind === 'nought-to-ten' ? /^(?:\d|10)$/.test(answer) : scale.choices.some(({ value }) => value === answer);
}

/** Of what was said, what answers a question of the instrument; nothing else is kept. */
export function answersIn(instrument: InstrumentId, said: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(instruments[instrument].questions.flatMap((question) => {
    const answer = said[question.id];
    return answer !== undefined && isAnswerTo(question, answer) ? [[question.id, answer]] : [];
  }));
}

/** Whether the ONS asks nothing of somebody so young. Where no date of birth is known, nobody is kept from it. */
export function isTooYoungFor({ leastAge }: Pick<Instrument, 'leastAge'>, bornOn: string | undefined, today: LocalDate): boolean {
  return bornOn !== undefined && bornOn > `${Number(today.slice(0, 4)) - leastAge}${today.slice(4)}`;
}

/**
 * Whether somebody should ring to ask how they are: a 0 to 4 where more is better, a 6 to 10 of anxiety (the ONS thresholds for low
 * wellbeing and high anxiety), or lonely often or always. It is a reason to ring, and nothing else is made of it.
 */
export function isWorthRinging({ instrument, answers }: Pick<WellbeingAnswers, 'instrument' | 'answers'>): boolean {
  if (instrument === 'ons-loneliness') return answers['lonely'] === 'often-or-always';
  const low = ['satisfied', 'worthwhile', 'happy'].some((id) => answers[id] !== undefined && Number(answers[id]) <= lowAtMost);
  return low || (answers['anxious'] !== undefined && Number(answers['anxious']) >= anxiousFrom);
}

const lowAtMost = 4;
const anxiousFrom = 6;
