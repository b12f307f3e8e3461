import { plainAnswer, type Answer } from '../answer.ts';
import type { Line } from '../ssml.ts';
import type { Turn } from '../turn.ts';

const mostWords = 30;
const mostSeconds = 12.5;
const wordsASecond = 2.5;

/** Whether the whole can still be held in mind by somebody tired (voice.md: about thirty words and twelve seconds before the question). */
export function isShortEnough(turn: Turn, { tell }: Answer): boolean {
  const words = plainAnswer({ tell }).split(' ').length;
  return words <= mostWords && words / wordsASecond + (tell.length * turn.record.household.passport.pauseMs) / 1000 <= mostSeconds;
}

/** What stands before an answer that is given again; the last of it, which only leads over, is left out where the whole would be too long. */
export function after(turn: Turn, first: readonly Line[], answer: Answer): Answer {
  const whole = { ...answer, tell: [...first, ...answer.tell] };
  return isShortEnough(turn, whole) ? whole : { ...answer, tell: [...first.slice(0, -1), ...answer.tell] };
}
