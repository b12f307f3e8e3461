import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';

/** "Forget this speaker." Read back, then done at once: from then on it knows nothing. */
export function unlinkSpeaker(_turn: Turn): Answer {
  return ask(
    ['This speaker would know nothing about you any more.'], 'Shall I unlink it?', { kind: 'unlink' },
    'Say yes please to unlink it, or leave it and it stays yours.',
  );
}

export function replyToUnlink(turn: Turn, _pending: PendingOf<'unlink'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  if (reply.kind !== 'yes') return 'not-an-answer';
  return carryOut(turn, () => ({
    answer: { ...tell('Done. This speaker has forgotten you.', 'To come back, you need a new code from the council.'), isGoodbye: true },
    change: { link: null, unfinished: null, audit: [{ action: 'speaker-unlinked', by: 'person', about: 'link' }] },
  }));
}
