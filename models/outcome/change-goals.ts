import type { Instant, LocalDate } from '../shared/index.ts';
import type { Goal, GoalEnd, GoalNote, OutcomeBook } from './outcome.ts';
import type { Theme } from './theme.ts';

const mostGoals = 12;
const notesKept = 60;

/** What of a goal is set by an adviser. */
export interface GoalSetting { readonly words: string; readonly covers: readonly string[]; readonly theme: Theme; readonly reviewOn?: LocalDate }

export type SetGoalResult = { readonly kind: 'set'; readonly book: OutcomeBook } | { readonly kind: 'refused'; readonly reason: 'too-many-goals' | 'no-such-goal' };

/** Sets a goal that is there, by its id; or a new one, as from today. */
export function setGoal(book: OutcomeBook, id: string, setting: GoalSetting, isNew: boolean, today: LocalDate): SetGoalResult {
  const before = book.goals.find((goal) => goal.id === id);
  if (before === undefined && !isNew) return { kind: 'refused', reason: 'no-such-goal' };
  if (before === undefined && book.goals.length >= mostGoals) return { kind: 'refused', reason: 'too-many-goals' };
  const { reviewOn: _, ...rest } = before ?? { id, setOn: today };
  const after: Goal = { ...rest, ...setting };
  return { kind: 'set', book: { ...book, goals: before === undefined ? [...book.goals, after] : book.goals.map((goal) => (goal === before ? after : goal)) } };
}

/** Adds how it is going; the same note (by id) is kept once only. Undefined when the goal is not there. */
export function noteGoal(book: OutcomeBook, goalId: string, note: GoalNote): OutcomeBook | undefined {
  const before = book.goals.find((goal) => goal.id === goalId);
  if (before === undefined) return undefined;
  if (before.notes?.some(({ id }) => id === note.id) === true) return book;
  const after: Goal = { ...before, notes: [...before.notes ?? [], note].slice(-notesKept) };
  return { ...book, goals: book.goals.map((goal) => (goal === before ? after : goal)) };
}

/** Ends a goal: it pays for nothing from now on, and stays to be read with how it ended. */
export function endGoal(book: OutcomeBook, goalId: string, how: GoalEnd['how'], at: Instant): OutcomeBook | undefined {
  const before = book.goals.find((goal) => goal.id === goalId);
  if (before === undefined) return undefined;
  return { ...book, goals: book.goals.filter((goal) => goal !== before), pastGoals: [...book.pastGoals ?? [], { ...before, ended: { how, at } }] };
}
