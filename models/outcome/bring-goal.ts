import type { LocalDate } from '../shared/index.ts';
import { setGoal } from './change-goals.ts';
import type { Goal, OutcomeBook } from './outcome.ts';
import { themeOf } from './theme.ts';

/** It is read aloud. */
export const longestGoal = 160;

/** One goal as a support plan elsewhere has it. */
export interface IncomingGoal {
  /** Where it stands in what was sent, from 1. */
  readonly row: number;
  /** Its identifier there, as somebody may look for it. */
  readonly ref: string;
  /** The same identifier as an id of ours. */
  readonly id: string;
  /** Whose it is, as the plan calls them: the council's number, or another. */
  readonly client: string;
  readonly words: string;
  /** Reached or given up there. */
  readonly isOver: boolean;
  readonly reviewOn?: LocalDate;
}

/**
 * What becomes of one goal. `kept-as-changed-here`: the plan says what it said before, and an adviser has worded it anew since. `ended-here`: it ended here. `over-there`: the plan says that it is over, and only an
 * adviser ends it. `never-on`: it was over before it was known.
 */
export type GoalBrought = 'new' | 'changed' | 'same' | 'kept-as-changed-here' | 'ended-here' | 'over-there' | 'never-on' | 'too-many';

/** One goal of a plan put into the book: known by its identifier it takes the plan's new words, unknown it is added. What it pays for stays an adviser's to say, and nothing is ended or taken away. */
export function bringGoal(book: OutcomeBook, incoming: IncomingGoal, today: LocalDate): { readonly kind: GoalBrought; readonly book: OutcomeBook; readonly was?: string } {
  const { id, words, isOver, reviewOn } = incoming;
  const before = book.goals.find((goal) => goal.id === id);
  const as = (kind: GoalBrought) => ({ kind, book });
  if (before === undefined && book.pastGoals?.some((goal) => goal.id === id) === true) return as('ended-here');
  if (isOver) return as(before === undefined ? 'never-on' : 'over-there');
  const review = reviewOn !== undefined && reviewOn >= today ? reviewOn : before?.reviewOn;
  if (before !== undefined && before.planWords === words && before.words !== words) return as('kept-as-changed-here');
  if (before !== undefined && before.words === words && before.planWords === words && before.reviewOn === review) return as('same');
  const setting = { words, covers: before?.covers ?? [], theme: before?.theme ?? themeOf(words, { kind: 'general' }), ...(review !== undefined && { reviewOn: review }) };
  const set = setGoal(book, id, setting, before === undefined, today);
  if (set.kind === 'refused') return as('too-many');
  const kept = { ...set.book, goals: set.book.goals.map((goal): Goal => (goal.id === id ? { ...goal, planWords: words } : goal)) };
  return { kind: before === undefined ? 'new' : 'changed', book: kept, ...(before !== undefined && before.words !== words && { was: before.words }) };
}
