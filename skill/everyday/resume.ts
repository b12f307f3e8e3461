import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { Pending, PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';

const keptForHours = 24;

/** What was being asked for when the talk broke off, if that was within a day: "I hadn't sent it. Shall I send it now?" */
export function takeUpAgain(turn: Turn): Answer | undefined {
  const { unfinished } = turn.record;
  if (unfinished === undefined || turn.now - unfinished.at > keptForHours * 3_600_000) return undefined;
  const question = unfinished.data as Pending;
  return ask(
    [`Earlier we were ${unfinished.what}.`, 'I hadn’t sent it.'],
    'Shall I send it now, or leave it?',
    { kind: 'take-up-again', question },
    'Say yes please and I’ll send it, or leave it and I’ll forget it.',
  );
}

/** "Where were we?" */
export function resume(turn: Turn): Answer {
  return takeUpAgain(turn) ?? tell('We’d finished. There’s nothing waiting to be sent.');
}

export async function replyToTakeUpAgain(turn: Turn, pending: PendingOf<'take-up-again'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'yes') return turn.dialogue.reply(turn, pending.question, reply);
  if (reply.kind !== 'no') return 'not-an-answer';
  return carryOut(turn, () => ({
    answer: tell('I’ve left it. Nothing was sent.'),
    change: { unfinished: null, audit: [{ action: 'unfinished-forgotten', by: 'person', about: 'unfinished' }] },
  }));
}
