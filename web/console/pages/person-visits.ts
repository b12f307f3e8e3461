import { flagsOf, visitsBetween, workersOf, type CareVisit, type VisitBook } from '../../../models/care-visit/index.ts';
import { addDays, isLocalDate, localDate, localTime, mondayOf, toInstant, type Instant, type LocalTime } from '../../../models/shared/index.ts';
import { personPage } from '../page.ts';
import { dateText, timeText, weekdayText } from '../words.ts';

/** So many weeks back and ahead there is something to see. */
const weeksBack = 13;
const weeksAhead = 4;

/** A week of somebody's visits: as planned, and as they were. */
export const personVisitsPage = personPage({
  name: 'person-visits', path: '/people/:personId/visits', rule: 'see-visits',
  view: async ({ services, record, query, now }) => {
    const zone = record.household.timeZone;
    const thisWeek = mondayOf(localDate(now, zone));
    const [first, last] = [addDays(thisWeek, -7 * weeksBack), addDays(thisWeek, 7 * weeksAhead)];
    const asked = query['week'] !== undefined && isLocalDate(query['week']) ? mondayOf(query['week']) : thisWeek;
    const week = asked < first ? first : asked > last ? last : asked;
    const book = await services.figures.visitBook(record, toInstant(week, '00:00' as LocalTime, zone));
    const visits = visitsBetween(book, week, addDays(week, 6), zone);
    return { template: 'console/pages/person-visits.njk', title: 'Visits', model: {
      from: dateText(week), to: dateText(addDays(week, 6)), provider: record.visitBook.provider.name,
      before: week > first ? addDays(week, -7) : undefined, after: week < last ? addDays(week, 7) : undefined, isThisWeek: week === thisWeek,
      table: { label: `Visits from ${dateText(week)}`, head: ['Day', 'Planned', 'Who', 'Came', 'Left', 'How it went'].map((text) => ({ text })), rows: visits.map((visit) => rowOf(visit, book, now, zone)) }, count: visits.length,
    } };
  },
});

function rowOf(visit: CareVisit, book: VisitBook, now: Instant, zone: string): readonly { readonly text: string }[] {
  const time = (at: Instant | undefined) => (at === undefined ? '–' : timeText(localTime(at, zone)));
  return [weekdayText(visit.on), `${timeText(visit.from)}, ${visit.minutes} minutes`, visit.workerIds.length === 0 ? 'Nobody yet' : workersOf(book, visit), time(visit.arrivedAt), time(visit.leftAt), stateText(visit, book, now)].map((text) => ({ text }));
}

function stateText(visit: CareVisit, book: VisitBook, now: Instant): string {
  const { isLate, lateByMinutes, isShort, isOverrun, isUnheardOf, isUnallocated } = flagsOf(visit, book, now);
  if (visit.forRequestId !== undefined) return 'Booked through a request, and not the care agency’s';
  if (visit.status === 'cancelled') return `Cancelled by ${visit.cancelled === undefined ? 'somebody' : cancelledBy[visit.cancelled.by]}`;
  if (visit.status === 'missed') return 'Missed, as the agency told us';
  const notes = [isLate ? (lateByMinutes === undefined ? 'late' : `${lateByMinutes} minutes late`) : undefined, isShort ? 'cut short' : undefined, isOverrun ? 'took longer than planned' : undefined].filter((note) => note !== undefined);
  if (isUnheardOf) return 'Nothing heard of it';
  if (visit.arrivedAt === undefined && visit.startsAt > now) return isUnallocated ? 'To come; nobody is down for it' : isLate ? `To come, ${notes.join(', ')}` : 'To come';
  if (notes.length > 0) return notes.join(', ').replace(/^./, (letter) => letter.toUpperCase());
  return visit.status === 'completed' || visit.status === 'short' ? 'On time' : visit.arrivedAt === undefined ? 'To come' : 'Going on';
}

const cancelledBy: Readonly<Record<NonNullable<CareVisit['cancelled']>['by'], string>> = { person: 'the person', family: 'family', agency: 'the agency', council: 'the council' };
