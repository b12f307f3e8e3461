import { ask, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { dayIn, partOfDayIn } from '../slots.ts';
import { corrected } from '../corrected.ts';
import { asIf, type Turn } from '../turn.ts';
import { dayWords } from '../words/index.ts';
import { didNotCatch } from './fallback.ts';
import { wordsFor } from './intent-words.ts';

/** What is heard with less is asked about, never acted on. */
export const sureEnough = 0.5;

/** Below this we ask, rather than act or ask for it again: "I heard cancel Thursday. Is that right?" */
export function isUnsure(turn: Turn): boolean {
  return turn.confidence < sureEnough && wordsFor(turn.intent) !== undefined;
}

export function askIsThatRight(turn: Turn): Answer {
  const heard = [wordsFor(turn.intent)?.heard, detail(turn)].filter(Boolean).join(' ');
  return {
    ...ask([`I heard ${heard}.`], 'Is that right?', { kind: 'is-that-right', intent: turn.intent, slots: turn.slots }, 'Say that’s right, or tell me what you’d like instead.'),
    isMiss: true,
  };
}

export async function replyToIsThatRight(turn: Turn, { intent, slots }: PendingOf<'is-that-right'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no' || reply.kind === 'next') return didNotCatch(turn, [intent]);
  const meant = reply.kind === 'yes' ? slots : corrected({ intent, slots }, turn.slots);
  return meant === undefined ? 'not-an-answer' : { ...(await turn.dialogue.answer(asIf(turn, intent, meant))), answers: { intent, slots: meant } };
}

function detail({ slots, today }: Turn): string {
  const day = dayIn(slots['day']?.value ?? slots['period']?.value, today);
  const words = [
    day === undefined ? undefined : dayWords(day, today).replace(/^on /, ''), partOfDayIn(slots),
    ...['worker', 'need', 'service', 'thing', 'person'].map((name) => slots[name]?.value),
  ];
  return words.filter(Boolean).join(' ');
}
