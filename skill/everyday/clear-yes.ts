import { ask, type Answer } from '../answer.ts';
import type { Pending, PendingOf, Reply } from '../pending-question.ts';
import { ownEntry } from '../own-entry.ts';
import type { Turn } from '../turn.ts';
import { namedRelative } from '../household/private-answers.ts';
import { didNotCatch } from './fallback.ts';

/** Surer than this, a yes is a yes. */
const clearEnough = 0.8;

/** Whether words, as they were understood, are a yes on which something may be done. */
export function isClearYes({ intent, confidence }: { readonly intent: string; readonly confidence: number }): boolean {
  return intent === 'AMAZON.YesIntent' && confidence >= clearEnough;
}

/** A reply that would do the thing: a yes, or one of the words that stand for it. */
export type YesOf = 'clear' | 'unclear' | 'none';

/** Whether this reply would spend, change or tell something, and whether it was heard clearly enough to. */
export function yesIn(turn: Turn, pending: Pending, reply: Reply): YesOf {
  if (onceMoreFor(turn, pending) === undefined) return 'none';
  const isSure = turn.confidence >= clearEnough;
  if (reply.kind === 'yes') return isSure ? 'clear' : 'unclear';
  if (reply.kind !== 'choice' || reply.id !== undefined || reply.words !== undefined) return 'none';
  if (reply.quality === 'send' || reply.quality === 'adviser') return isSure ? 'clear' : 'unclear';
  const saysNoMore = reply.quality === undefined && (reply.position === undefined || (pending.kind === 'not-enough' && reply.position === 1));
  return saysNoMore ? 'unclear' : 'none';
}

/** "Just to be sure …": once, in other words. After that it is a misunderstanding like any other, and nothing is done. */
export function askOnceMore(turn: Turn, pending: Pending): Answer | Promise<Answer> {
  const again = onceMoreFor(turn, pending);
  if (again === undefined || turn.memory.last?.words === again.words) return didNotCatch(turn);
  return { ...ask(['Just to be sure: say yes please, or no thank you.'], again.words, again.pending, 'Say yes please and it’s done. Or leave it, and nothing happens.'), isMiss: true };
}

interface OnceMore { readonly words: string; readonly pending: Pending }

function onceMoreFor(turn: Turn, pending: Pending): OnceMore | undefined {
  return (ownEntry(spendsChangesOrTells, pending.kind) as ((turn: Turn, pending: Pending) => OnceMore | undefined) | undefined)?.(turn, pending);
}

const wordFor = (name: string | undefined, pending: Pending): OnceMore => ({ words: `Do you want me to leave word for ${name ?? 'them'}?`, pending });
const memberName = ({ record }: Turn, id: string) => record.household.circle.find((member) => member.id === id)?.name;
const adviserOf = ({ record }: Turn) => record.household.council.adviser;

/** Every question whose yes spends money, changes a visit or tells somebody, and how it is put once more. */
const spendsChangesOrTells: { readonly [Kind in Pending['kind']]?: (turn: Turn, pending: PendingOf<Kind>) => OnceMore | undefined } = {
  'send-request': (turn, pending) => ({ words: pending.toAdviser ? `Do you want me to ask ${adviserOf(turn)}?` : 'Do you want me to ask for it?', pending }),
  'ask-twice': (_, pending) => ({ words: 'Do you want a second one as well?', pending }),
  'not-enough': (turn, { draft }) => ({ words: `Do you want me to ask ${adviserOf(turn)}?`, pending: { kind: 'send-request', draft, toAdviser: true } }),
  'send-cancel': (_, pending) => ({ words: 'Do you want me to ask the agency to cancel it?', pending }),
  'send-move': (_, pending) => ({ words: 'Do you want me to ask the agency to move it?', pending }),
  'tell-sender': (turn, pending) => wordFor(turn.record.messageBook.forPerson.find(({ id }) => id === pending.messageId)?.fromName, pending),
  'tell-backup': (turn, pending) => wordFor(memberName(turn, pending.memberId), pending),
  'call-me': (turn, pending) => wordFor(memberName(turn, pending.memberId), pending),
  'send-word': (turn, pending) => wordFor(memberName(turn, pending.memberId), pending),
  'send-answer': (turn, pending) => ({ words: `Do you want me to send that to ${adviserOf(turn)}?`, pending }),
  'put-with-visits': (_, pending) => ({ words: 'Do you want to hear of it with your visits?', pending }),
  'ask-adviser': (turn, pending) => ({ words: `Do you want me to leave that question for ${adviserOf(turn)}?`, pending }),
  'stop-telling': (turn, pending) => ({ words: `Do you want me to stop telling ${memberName(turn, pending.memberId) ?? 'them'}?`, pending }),
  'set-reminder': (_, pending) => ({ words: 'Do you want me to set it?', pending }),
  'stop-reminders': (_, pending) => ({ words: 'Do you want me to stop them?', pending }),
  'unlink': (_, pending) => ({ words: 'Do you want this speaker to forget you?', pending }),
  'say-pin': (turn, pending) => ({ words: `Do you want me to send it to ${namedRelative(turn)?.name ?? 'your phone'}?`, pending }),
  'take-up-again': (_, pending) => (pending.question.kind === 'send-request' ? { words: 'Do you want me to send it?', pending } : undefined),
  'is-that-right': (_, pending) => (doneAtOnce.includes(pending.intent) ? { words: 'Do you want me to do that?', pending } : undefined),
};

/** What is done as soon as it is said, with nothing read back. */
const doneAtOnce: readonly string[] = ['CancelThatIntent', 'PrivacyOnIntent', 'PrivacyOffIntent'];
