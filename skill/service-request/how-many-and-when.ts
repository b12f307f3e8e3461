import type { Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { changeDraft } from './change-draft.ts';
import { leftIt } from './start-request.ts';

/** "Two": or a day, or another service, whichever was said. */
export function replyToHowMany(turn: Turn, { draft }: PendingOf<'how-many'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return leftIt();
  return changeDraft(turn, draft, reply) ?? 'not-an-answer';
}

/** "Next Tuesday morning." */
export function replyToWhichDay(turn: Turn, { draft }: PendingOf<'which-day'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return leftIt();
  return changeDraft(turn, draft, reply) ?? 'not-an-answer';
}
