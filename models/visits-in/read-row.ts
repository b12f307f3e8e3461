import type { Instant } from '../shared/index.ts';
import type { ColumnField } from './columns.ts';
import type { IncomingRow, IncomingState, IncomingWorker, RowFault } from './incoming-visit.ts';
import { readDay, readTime, type WrittenTime } from './read-time.ts';
import type { VisitSource } from './source.ts';
import { cancelledByOf, isYes, stateOf } from './state-words.ts';
import { spokenTask } from './spoken-task.ts';
import { nearestTo, whenOf, type When, type WhenFault } from './when.ts';
import { workerNamed } from './worker-name.ts';

/** What one row says, by field; empty where it says nothing. */
export type Cells = Partial<Readonly<Record<ColumnField, string>>>;
export interface ReadingRows { readonly source: Pick<VisitSource, 'names' | 'workerNames'>; readonly zone: string; readonly now: Instant }
export type RowRead = { readonly row: IncomingRow; readonly notes: readonly RowFault[] } | { readonly fault: RowFault };

const minuteMs = 60_000;
const mostRefLength = 120;
/** Somebody who comes or leaves so long before or after the plan has another day, or another visit, in that row. */
const mostOffMs = 12 * 60 * minuteMs;
/** The clocks of phones and servers differ by so much. */
const clocksDifferMs = 5 * minuteMs;

/** One row of a file, or what is wrong with it. */
export function readRow(number: number, cells: Cells, { source, zone, now }: ReadingRows): RowRead {
  const ref = textOf(cells.ref);
  const fault = (what: string, mend: string): RowRead => ({ fault: { row: number, what, mend, ...(ref !== '' && { ref }) } });
  if (ref === '') return fault('There is no number of the visit', 'Put in the number your system has for it');
  if (ref.length > mostRefLength) return fault(`The number of the visit is longer than ${mostRefLength} characters`, 'Look whether the columns have shifted in this row');
  const client = textOf(cells.client);
  if (client === '') return fault('It does not say whom the visit is for', 'Put in the client’s number');
  if (client.length > mostRefLength) return fault(`The client’s number is longer than ${mostRefLength} characters`, 'Look whether the columns have shifted in this row');
  const when = whenIn(cells, zone);
  if ('what' in when) return fault(when.what, when.mend);
  const status = textOf(cells.status);
  const said = stateOf(status);
  if (said === undefined) return fault(`“${shown(status)}” is not a status we know`, 'Write planned, confirmed, in progress, completed, missed or cancelled');
  const attendance = attendanceIn(cells, when, zone, now);
  if ('what' in attendance) return fault(attendance.what, attendance.mend);
  const worker = workerNamed(textOf(cells.worker), textOf(cells.workerName), source);
  if (worker === undefined && attendance.arrivedAt !== undefined) return fault('Somebody came, and it does not say who', 'Put in the care worker, or take the time of arrival out');
  const isOver = when.startsAt + when.minutes * minuteMs <= now;
  const state = standing(said, isOver);
  const task = textOf(cells.task);
  const group = textOf(cells.group);
  return {
    row: {
      row: number, ref, client, startsAt: when.startsAt, minutes: when.minutes, isTimeCritical: isYes(cells.timeCritical ?? ''), state,
      ...(worker !== undefined && { worker: { ...worker, ...(state !== 'cancelled' && attendance) } }), ...(group !== '' && { group }), tasks: task === '' ? [] : [spokenTask(task)],
      ...(state === 'cancelled' && { cancelled: { by: cancelledByOf(textOf(cells.cancelledBy)), reason: textOf(cells.cancelReason).slice(0, 200) } }),
    },
    notes: when.note === undefined ? [] : [{ row: number, ref, what: when.note, mend: 'Ask the agency if another time is meant' }],
  };
}

/** CareLineLive says "confirmed" of a visit that has been and was looked at; others of one that will be. */
function standing(said: IncomingState, isOver: boolean): IncomingState {
  return said === 'confirmed' && isOver ? 'completed' : said;
}

interface Wrong { readonly what: string; readonly mend: string }

function whenIn(cells: Cells, zone: string): When | Wrong {
  const [start, end, minutes] = [textOf(cells.start), textOf(cells.end), textOf(cells.minutes)];
  const [date, endDate] = [dayIn(cells.date), dayIn(cells.endDate)];
  if (date === 'wrong') return { what: `“${shown(cells.date)}” is not a day`, mend: 'Write it like 01/12/2026, the day first' };
  if (endDate === 'wrong') return { what: `“${shown(cells.endDate)}” is not a day`, mend: 'Write it like 01/12/2026, the day first' };
  const starts = readTime(start);
  if (starts === undefined) return { what: start === '' ? 'There is no time at which it starts' : `“${shown(start)}” is not a time`, mend: 'Write it like 08:30' };
  const ends: WrittenTime | undefined = end === '' ? undefined : readTime(end);
  if (end !== '' && ends === undefined) return { what: `“${shown(end)}” is not a time`, mend: 'Write it like 08:30' };
  if (minutes !== '' && !/^\d{1,4}$/.test(minutes)) return { what: `“${shown(minutes)}” is not a number of minutes`, mend: 'Write whole minutes, like 30' };
  const when = whenOf({ start: starts, end: ends, ...(date !== undefined && { date }), ...(endDate !== undefined && { endDate }), ...(minutes !== '' && { minutes: Number(minutes) }) }, zone);
  return typeof when === 'string' ? whenWords[when] : when;
}

const whenWords: Readonly<Record<WhenFault, Wrong>> = {
  'no-date': { what: 'There is no day', mend: 'Put in the day it starts, like 01/12/2026' },
  'ends-before': { what: 'It ends before it starts, or at once', mend: 'Put in the time it ends, and the day if that is not the same' },
  'no-length': { what: 'There is no time at which it ends', mend: 'Put in the time it ends, or how many minutes it takes' },
  'too-long': { what: 'It is longer than a day', mend: 'Give every day a row of its own' },
};

function attendanceIn(cells: Cells, { startsAt, minutes }: When, zone: string, now: Instant): Pick<IncomingWorker, 'arrivedAt' | 'leftAt'> | Wrong {
  const [arrived, left] = [actualIn(cells.arrived, startsAt, zone), actualIn(cells.left, (startsAt + minutes * minuteMs) as Instant, zone)];
  if (arrived === 'wrong') return { what: `“${shown(cells.arrived)}” is not a time of arrival`, mend: 'Write it like 01/12/2026 08:31' };
  if (left === 'wrong') return { what: `“${shown(cells.left)}” is not a time of leaving`, mend: 'Write it like 01/12/2026 09:02' };
  if (arrived === undefined) return left === undefined ? {} : { what: 'Somebody left, and it does not say when they came', mend: 'Put in when they came' };
  if (arrived > now + clocksDifferMs || (left ?? arrived) > now + clocksDifferMs) return { what: 'Somebody is said to have come or left at a time still to come', mend: 'Check the day and the clock it was written by' };
  if (Math.abs(arrived - startsAt) > mostOffMs) return { what: 'They came more than 12 hours before or after the plan', mend: 'Check the day of the visit and of the arrival' };
  if (left !== undefined && left < arrived) return { what: 'They left before they came', mend: 'Check both times' };
  return { arrivedAt: Math.min(arrived, now) as Instant, ...(left !== undefined && { leftAt: Math.min(left, now) as Instant }) };
}

/** When somebody really came or left: a time alone is the one nearest to the plan. */
function actualIn(cell: string | undefined, planned: Instant, zone: string): Instant | 'wrong' | undefined {
  const text = textOf(cell);
  if (text === '') return undefined;
  const written = readTime(text);
  if (written === undefined) return 'wrong';
  if ('instant' in written) return written.instant;
  return nearestTo(planned, written, zone);
}

function dayIn(cell: string | undefined): ReturnType<typeof readDay> | 'wrong' {
  const text = textOf(cell);
  return text === '' ? undefined : readDay(text) ?? 'wrong';
}

const textOf = (cell: string | undefined): string => (cell ?? '').replaceAll(/\p{C}+/gu, ' ').trim();
const shown = (cell: string | undefined): string => textOf(cell).slice(0, 40);
