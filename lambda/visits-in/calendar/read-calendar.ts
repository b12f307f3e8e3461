import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { groupRows, spokenTask, unnamedWorkerIn, workerNamed, type FileRefused, type IncomingRow, type ReadFile, type RowFault, type VisitSource } from '../../../models/visits-in/index.ts';
import { addDays, localDate, type Instant } from '../../../models/shared/index.ts';
import { calendarText } from './calendar-text.ts';
import { calendarTimes, zoneCalled } from './calendar-time.ts';
import { eventWhen, readEvent, type CalendarEvent } from './read-event.ts';
import { occurrencesOf } from './occurrences.ts';

interface Reading { readonly source: Pick<VisitSource, 'names' | 'workerNames'>; readonly zone: string; readonly now: Instant; readonly fileName: string }

const mostEvents = 20_000;
const eventsAtOnce = 500;
/** All rules of one calendar together have so long. */
const rulesMs = 1_500;
const answers = new Set(['REPLY', 'REFRESH', 'COUNTER', 'DECLINECOUNTER']);

/**
 * Visits from the text of a calendar: each event for itself, series written out over the days that matter, with the days left out, added and changed.
 * Whose it is, is the calendar's name: staff link it to a person. What cannot be followed for certain is refused with why.
 */
export async function readCalendar(text: string, { source, zone, now, fileName }: Reading): Promise<(ReadFile & { readonly kind: 'read' }) | FileRefused> {
  const calendar = calendarText(text);
  if (calendar === undefined) return { kind: 'refused', what: 'The file is no calendar', mend: 'Send it as your system exports it' };
  const method = calendar.properties.get('METHOD')?.toUpperCase();
  if (method !== undefined && answers.has(method)) return { kind: 'refused', what: 'It is somebody’s answer to an invitation, and no calendar', mend: 'Send the calendar itself' };
  if (calendar.events.length > mostEvents) return { kind: 'refused', what: `There are more than ${mostEvents.toLocaleString('en-GB')} events`, mend: 'Send fewer weeks at a time' };
  const usual = zoneCalled(calendar.properties.get('X-WR-TIMEZONE') ?? '') ?? zone;
  const readTime = calendarTimes(usual, calendar.zones);
  const [faults, notes, events]: [RowFault[], RowFault[], CalendarEvent[]] = [[], [], []];
  for (const [place, each] of calendar.events.entries()) {
    if (place % eventsAtOnce === 0) await setImmediate();
    const read = readEvent(place + 1, each, readTime);
    if ('event' in read) events.push(read.event);
    else faults.push({ row: place + 1, what: read.wrong.what, mend: read.wrong.mend, ...(read.wrong.uid !== undefined && { ref: read.wrong.uid }) });
  }
  if (calendar.isCutOff) faults.push({ row: calendar.events.length + 1, what: 'The calendar ends in the middle of something', mend: 'Send it once more, whole' });
  const client = (calendar.properties.get('X-WR-CALNAME') ?? calendar.properties.get('NAME') ?? '').slice(0, 120) || fileName.replace(/\.(?:ics|ical|icalendar)$/i, '') || 'calendar';
  const today = localDate(now, zone);
  const rows: IncomingRow[] = [];
  const startedAt = performance.now();
  const rowOf = rowMaker(client, method === 'CANCEL', source);
  for (const series of seriesIn(events)) {
    const found = occurrencesOf(series, { window: { from: addDays(today, -8), to: addDays(today, 62) }, isOutOfTime: () => performance.now() - startedAt > rulesMs });
    faults.push(...found.faults);
    notes.push(...found.notes);
    for (const { event, ref, start, end, minutes } of found.occurrences) {
      const when = eventWhen({ start, end, minutes }, usual);
      if ('what' in when) faults.push({ row: event.row, ref, ...when });
      else {
        rows.push(rowOf(event, ref, when.startsAt, when.minutes));
        if (when.note !== undefined) notes.push({ row: event.row, ref, what: when.note, mend: 'Ask the agency if another time is meant' });
      }
    }
  }
  const { visits, faults: contradictions } = groupRows(rows);
  const scope = method === undefined || method === 'PUBLISH' ? 'those-named' : 'single-visits';
  return { kind: 'read', rows: calendar.events.length, visits, faults: [...faults, ...contradictions].toSorted((one, other) => one.row - other.row), notes: [...notes, ...withoutUids(events)], scope };
}

/** The newest version of each event with what replaces single ones of its series, whatever order they stand in. */
function seriesIn(events: readonly CalendarEvent[]): readonly { readonly ref: string; readonly event: CalendarEvent | undefined; readonly changed: readonly CalendarEvent[] }[] {
  const groups = Map.groupBy(events, (event) => event.uid ?? madeRef(event));
  return [...groups].map(([uid, all]) => {
    const newest = (list: readonly CalendarEvent[]) => list.reduce<CalendarEvent | undefined>((best, each) => (best === undefined || isNewer(each, best) ? each : best), undefined);
    const changed = [...Map.groupBy(all.filter(({ replaces }) => replaces !== undefined), ({ replaces }) => JSON.stringify(replaces)).values()].map(newest).filter((event) => event !== undefined);
    return { ref: uid, event: newest(all.filter(({ replaces }) => replaces === undefined)), changed };
  });
}

function isNewer({ version: [sequence, at] }: CalendarEvent, { version: [otherSequence, otherAt] }: CalendarEvent): boolean {
  return sequence === otherSequence ? at >= otherAt : sequence > otherSequence;
}

/** Exchange's web calendar gives no number: when and what it is stands for it. */
function madeRef({ start, summary }: CalendarEvent): string {
  return `no-uid-${createHash('sha256').update(JSON.stringify([start, summary])).digest('hex').slice(0, 16)}`;
}

function withoutUids(events: readonly CalendarEvent[]): readonly RowFault[] {
  return events.filter(({ uid }) => uid === undefined).map(({ row }) => ({ row, what: 'It has no number of its own (UID)', mend: 'If it moves, it is taken for a new visit, and the old one is listed as missing' }));
}

/** Care workers are those who take part, where staff have said who that is; else nobody is named. */
function rowMaker(client: string, areAllCancelled: boolean, source: Reading['source']) {
  return ({ row, attendees, summary, isCancelled, isTimeCritical }: CalendarEvent, ref: string, startsAt: Instant, minutes: number): IncomingRow => {
    const named = attendees.find((each) => Object.hasOwn(source.workerNames, each));
    const isOff = areAllCancelled || isCancelled;
    const task = spokenTask(summary);
    return {
      row, ref, client, startsAt, minutes, isTimeCritical, state: isOff ? 'cancelled' : 'planned', worker: (named === undefined ? undefined : workerNamed(named, '', source)) ?? unnamedWorkerIn,
      tasks: task === '' ? [] : [task], ...(isOff && { cancelled: { by: 'agency', reason: '' } as const }),
    };
  };
}
