import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { RevisedEvent } from '../models/calendar/index.ts';
import { instant } from '../models/shared/index.ts';
import { writeCalendar } from '../lambda/calendar/write-calendar.ts';
import { spreadOf, table, times } from './figures.ts';

const at = instant(Date.UTC(2026, 11, 1, 8, 0));
const sizes = [100, 1_000, 10_000];
const halfHourMs = 1_800_000;

function eventsOf(count: number): readonly RevisedEvent[] {
  return Array.from({ length: count }, (_, place) => {
    const [startsAt, endsAt] = [instant(at + place * halfHourMs), instant(at + (place + 1) * halfHourMs)];
    return { event: { uid: `visit-${place}@my-care`, title: 'Priya and Sam: breakfast, medication', startsAt, endsAt, status: 'confirmed' }, revision: { uid: `visit-${place}@my-care`, mark: '', startsAt, endsAt, isCancelled: false, sequence: 1, changedAt: at } };
  });
}

/** The same events by ical-generator alone, as its own documentation has it. */
function bare(events: readonly RevisedEvent[]): string {
  const calendar = ical({ name: 'Care', method: ICalCalendarMethod.PUBLISH, ttl: 3_600 });
  for (const { event, revision } of events) calendar.createEvent({ id: event.uid, sequence: 1, stamp: new Date(revision.changedAt), lastModified: new Date(revision.changedAt), start: new Date(event.startsAt), end: new Date(event.endsAt), summary: event.title, status: ICalEventStatus.CONFIRMED });
  return calendar.toString();
}

/** Writing a feed, against ical-generator alone on the same events, taking turns in one run. */
export function calendars(): Promise<void> {
  const rows = sizes.map((size) => {
    const events = eventsOf(size);
    const [ours, theirs]: [number[], number[]] = [[], []];
    const rounds = Math.max(10, 10_000 / size);
    for (let round = 0; round < rounds + 3; round += 1) {
      for (const [write, found] of [[() => writeCalendar('Care', events), ours], [() => bare(events), theirs]] as const) {
        const started = performance.now();
        write();
        if (round >= 3) found.push(performance.now() - started);
      }
    }
    const [one, other] = [spreadOf(ours), spreadOf(theirs)];
    return [String(size), one.p50.toFixed(1), other.p50.toFixed(1), times(one.p50, other.p50)];
  });
  table('Writing a calendar feed, in milliseconds', ['events', 'ours p50', 'ical-generator alone p50', 'ours against it'], rows);
  return Promise.resolve();
}
