import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { stopAllReminders } from '../reminder/stop-reminders.ts';
import type { Turn } from '../turn.ts';

/** "Forget this speaker." Read back, then done at once: from then on it knows nothing. */
export function unlinkSpeaker({ services }: Turn): Answer {
  if (services.provedAtTheDoor !== undefined) return notLinked();
  return ask(
    ['This speaker would know nothing about you any more.'], 'Shall I unlink it?', { kind: 'unlink' },
    'Say yes please to unlink it, or leave it and it stays yours.',
  );
}

export async function replyToUnlink(turn: Turn, _pending: PendingOf<'unlink'>, reply: Reply): Promise<Answer | 'not-an-answer'> {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  if (reply.kind !== 'yes') return 'not-an-answer';
  if (turn.services.provedAtTheDoor !== undefined) return notLinked();
  const reminders = await stopAllReminders(turn);
  return carryOut(turn, () => ({
    answer: { ...tell('Done. This speaker has forgotten you.', ...aboutReminders[reminders], 'To come back, you need a new code from the council.'), isGoodbye: true },
    change: { link: null, unfinished: null, audit: [{ action: 'speaker-unlinked', by: 'person', about: 'link' }] },
  }));
}

/** An assistant that was let in by a key has no link to end; another speaker’s is not ended from here. */
function notLinked(): Answer {
  return tell('I’m here by a key that you or somebody of yours made.', 'To send me away, end the key in My Care, under Assistants.');
}

const aboutReminders = { none: [], stopped: ['Its reminders are stopped.'], 'not-all': ['It may still say reminders: turn them off in the Alexa app.'] } as const;
