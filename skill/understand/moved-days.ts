import { addDays, type LocalDate } from '../../models/shared/index.ts';
import type { Found } from './found.ts';
import type { Spans } from './spans.ts';

/** Words that could fill a slot, and where they begin. */
export interface Candidate { readonly name: string; readonly place: number; readonly found: Found }

/**
 * Of two days in a move, which is the visit's and which the new one: "move Tuesday's to Friday", "Friday instead of Tuesday".
 * A day after "to" or "till", before "instead", or the second of two is the new one.
 */
export function daysIn(candidates: readonly Candidate[], spans: Spans, mayMove: boolean): readonly Candidate[] {
  if (!mayMove) return candidates;
  const days = candidates.filter(({ name }) => name === 'day');
  const [only, another] = days.filter(({ place, found }, at) => !days.some((other, elsewhere) => elsewhere < at && place < other.found.to && found.to > other.place)).sort((one, other) => one.place - other.place);
  const isNew = (each: Candidate) => (another === undefined ? isMovedTo(spans, each) : each === (isMovedTo(spans, only as Candidate) && !isMovedTo(spans, another) ? only : another));
  const named = [only, another].flatMap((each) => (each === undefined ? [] : [{ ...each, name: isNew(each) ? 'newDay' : 'day' }]));
  return [...named, ...candidates.filter(({ name }) => name !== 'day' && name !== 'newDay')];
}

/** A visit of Monday moved "to Tuesday" is moved to the Tuesday after it, though today is a Tuesday. */
export function onceMoved(newDay: string, day: string | undefined, today: LocalDate): string {
  return newDay === today && day !== undefined && day > newDay ? addDays(today, 7) : newDay;
}

const towards = new Set(['to', 'till', 'until', 'onto', 'into']);
function isMovedTo({ words }: Spans, { place, found }: Candidate): boolean {
  const before = words.slice(Math.max(0, place - 2), place).map(({ text }) => text);
  const after = words.slice(found.to, found.to + 2).map(({ text }) => text);
  const last = before.at(-1) === 'the' ? before[0] : before.at(-1);
  return towards.has(last ?? '') || after[0] === 'instead' || after.join(' ') === 'rather than' || after.join(' ') === 'would suit';
}
