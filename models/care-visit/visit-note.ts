import type { CareVisit } from './care-visit.ts';
import type { WrittenInVisit } from './written-in-visit.ts';

/** What a care worker wrote down of one visit: which of its tasks are done, a note in their own words, or that they opened it by the code that hangs in the home. */
export type VisitNote = WrittenInVisit & ({ readonly said: 'tasks'; readonly done: readonly string[] } | { readonly said: 'note'; readonly words: string } | { readonly said: 'code' });

export const mostNoteLetters = 1_000;

/** Which of a visit's tasks are done, by the last word of each care worker, in the order the visit has them. */
export function tasksDone({ tasks }: Pick<CareVisit, 'tasks'>, notes: readonly VisitNote[]): readonly string[] {
  const last = new Map<string, VisitNote>();
  for (const note of notes.toSorted((one, other) => one.at - other.at)) if (note.said === 'tasks') last.set(note.workerId, note);
  return tasks.filter((task) => [...last.values()].some((note) => note.said === 'tasks' && note.done.includes(task)));
}
