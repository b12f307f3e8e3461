import type { ImportChange, ImportLine, LeftReason, PersonProblem, RunLine, VisitRun } from '../../models/visits-in/index.ts';
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import { dateText, timeText, weekdayText } from './words.ts';

export const changeText: Readonly<Record<ImportChange, string>> = {
  new: 'New', moved: 'Moved', length: 'Longer or shorter', 'care-workers': 'Other care workers', tasks: 'Other tasks', cancelled: 'Cancelled', 'on-again': 'On after all', confirmed: 'Confirmed', 'on-the-way': 'On the way', began: 'Begun', ended: 'Ended', missed: 'Missed',
};
export const leftText: Readonly<Record<LeftReason, string>> = {
  over: 'Over for more than a week', 'far-ahead': 'More than 60 days ahead. A later file brings it', 'never-on': 'Cancelled before it was known', 'too-many': 'More visits than one person can have', 'kept-as-changed-here': 'Changed here since the agency’s system last said anything new',
  'cancelled-here': 'Cancelled here, and still in the file. Ask the agency', 'gone-by': 'To a time that has gone by', 'cannot-be': 'It does not go with what we know of the visit',
};
export const problemText: Readonly<Record<PersonProblem, string>> = {
  'another-agency': 'Another care agency looks after them. Nothing is taken', 'has-left': 'They have left. Nothing is taken', uncertain: 'It is not certain that this was kept. Bring it in once more', failed: 'Something went wrong at our end. Nothing was taken. Bring it in once more',
};
export const stateText: Readonly<Record<VisitRun['state'], string>> = { reading: 'Not read to its end. Send it again', checking: 'Being looked at', waiting: 'Waits for a yes', importing: 'Being brought in', done: 'Brought in', 'thrown-away': 'Thrown away' };

/** "Tuesday 1 December 2026, 8:30am" */
export function visitTime(on: LocalDate, from: LocalTime): string {
  return `${weekdayText(on)}, ${timeText(from)}`;
}

/** What becomes of one visit: "Moved from 8:30am. Other care workers". */
export function lineText({ changes, was, left, on }: ImportLine): string {
  const from = was === undefined ? '' : ` from ${was.on === on ? '' : `${dateText(was.on)}, `}${timeText(was.from)}`;
  const words = changes.map((change) => (change === 'moved' ? `${changeText.moved}${from}` : changeText[change]));
  return [...words, ...(left === undefined ? [] : [leftText[left]])].join('. ');
}

/** Which lines a list is of. */
export const lineKinds: Readonly<Record<string, { readonly text: string; readonly has: (line: RunLine) => boolean }>> = {
  changed: { text: 'Changed', has: (line) => line.kind === 'visit' && line.line.changes.length > 0 && !line.line.changes.includes('new') },
  new: { text: 'New', has: (line) => line.kind === 'visit' && line.line.changes.includes('new') },
  left: { text: 'Not taken', has: (line) => line.kind === 'visit' && line.line.left !== undefined },
  people: { text: 'People', has: (line) => line.kind === 'person' },
};
