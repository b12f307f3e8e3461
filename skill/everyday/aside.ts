import type { Answer, Question } from '../answer.ts';
import type { Memory } from '../memory.ts';
import type { Pending } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { openQuestion } from './open-question.ts';

/** Questions that only mend a misunderstanding: what was asked before them is what matters. */
const mending: readonly Pending['kind'][] = ['which-of-two', 'is-that-right', 'call-me'];

/** The person's own business that a misunderstanding has got in the way of. */
export function questionToKeep(turn: Pick<Turn, 'memory'>): Question | undefined {
  const open = openQuestion(turn);
  if (open !== undefined && !mending.includes(open.pending.kind)) return open;
  return turn.memory.aside?.isDue === true ? turn.memory.aside : undefined;
}

/** What stays to be gone back to after this answer. A misunderstanding makes it due; a change of subject leaves it lying. */
export function asideAfter(turn: Pick<Turn, 'memory'>, answer: Answer): Memory['aside'] {
  if (answer.isGoodbye === true || answer.aside === 'dropped') return undefined;
  const aside = answer.aside === 'put-off' ? putOff(turn.memory.aside) : turn.memory.aside;
  const open = openQuestion(turn);
  const asked = answer.ask?.pending;
  const isLeft = answer.isDetour === true && open !== undefined && !mending.includes(open.pending.kind);
  const left = !isLeft ? aside : answer.isMiss === true ? { ...open, isDue: true as const } : taskOf(open.pending) !== undefined ? open : aside;
  return left === undefined || (asked !== undefined && isSameTask(asked, left.pending)) ? undefined : left;
}

function putOff(aside: Memory['aside']): Memory['aside'] {
  return aside === undefined || taskOf(aside.pending) === undefined ? undefined : { words: aside.words, reprompt: aside.reprompt, pending: aside.pending };
}

/** A question of the same task takes the place of the one left lying. */
function isSameTask(one: Pending, other: Pending): boolean {
  return one.kind === other.kind || (taskOf(one) !== undefined && taskOf(one) === taskOf(other));
}

/** What a question is on the way to; undefined for those that only offer to say more. */
export function taskOf({ kind }: Pending): string | undefined {
  return Object.entries(tasks).find(([, kinds]) => kinds.includes(kind))?.[0];
}

/** What was kept of an earlier talk is done with, once the same thing has been done in this one. */
export function unfinishedAfter({ record }: Pick<Turn, 'record'>, done: Pending['kind']): { readonly unfinished?: null } {
  const kept = record.unfinished?.data as Pending | undefined;
  return kept !== undefined && isSameTask(kept, { kind: done } as Pending) ? { unfinished: null } : {};
}

const tasks: Readonly<Record<string, readonly Pending['kind'][]>> = {
  'a visit': ['which-visit', 'send-cancel', 'move-to-when', 'send-move'],
  'a service': ['what-do-you-need', 'look-for', 'which-service', 'ask-or-another', 'another-idea', 'start-request', 'how-many', 'which-day', 'send-request', 'ask-twice', 'not-enough'],
  'a question for the adviser': ['ask-adviser'],
  'who is told': ['stop-telling', 'change-who-knows'],
  'this speaker': ['unlink'],
  'four numbers': ['new-pin'],
  'a message': ['tell-sender'],
};
