import { addDays, isLocalDate, weekdayOf, daysBetween, mondayOf, localTime, toInstant, type LocalDate } from '../shared/index.ts';
import type { CareVisit, VisitBook, VisitRound } from './care-visit.ts';

/**
 * Every visit from one day to another, both included, in order: the rounds written out day by day, with what the agency
 * changed or reported in their place, and one-offs added. Cancelled ones are there too, with their status.
 * A round keeps its time on the wall clock across both clock changes.
 */
export function visitsBetween(book: VisitBook, from: LocalDate, to: LocalDate, zone: string): CareVisit[] {
  const visits: CareVisit[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) visits.push(...visitsOn(book, day, zone));
  return visits;
}

/** First names of those who come to a visit, as far as they are known: "Sam and Blessing". */
export function workersOf({ workers }: VisitBook, { workerIds }: CareVisit): string {
  const names = workerIds.map((id) => workers.find((worker) => worker.id === id)?.firstName).filter((name) => name !== undefined);
  return names.length === 0 ? 'Somebody from the agency' : names.join(' and ');
}

/** The visits of one day, earliest first, cancelled ones included. */
export function visitsOn(book: VisitBook, day: LocalDate, zone: string): CareVisit[] {
  const stored = storedVisits(book);
  const visits = [...(stored.byDay.get(day) ?? [])];
  for (const round of book.rounds) {
    if (!isRoundDay(round, day)) continue;
    if (!stored.ids.has(roundVisitId(round.id, day))) visits.push(visitFromRound(round, day, zone));
  }
  return visits.sort(byStart);
}

/** One visit by its id, whether it has been reported on or only stands in a round. */
export function visitById(book: VisitBook, id: string, zone: string): CareVisit | undefined {
  const kept = book.visits.find((visit) => visit.id === id);
  if (kept !== undefined) return kept;
  const day = id.slice(-10);
  if (!isLocalDate(day)) return undefined;
  const round = book.rounds.find((each) => roundVisitId(each.id, day) === id);
  return round !== undefined && isRoundDay(round, day) ? visitFromRound(round, day, zone) : undefined;
}

/** Whether a round comes on this day. Fortnights and four weeks are counted in calendar weeks from the one it started in. */
function isRoundDay(round: VisitRound, day: LocalDate): boolean {
  if (day < round.startsOn || (round.endsOn !== undefined && day > round.endsOn)) return false;
  if (!round.days.includes(weekdayOf(day))) return false;
  if (round.everyWeeks === 1) return true;
  return (daysBetween(mondayOf(round.startsOn), mondayOf(day)) / 7) % round.everyWeeks === 0;
}

function visitFromRound(round: VisitRound, day: LocalDate, zone: string): CareVisit {
  const startsAt = toInstant(day, round.from, zone);
  return {
    id: roundVisitId(round.id, day),
    roundId: round.id,
    on: day,
    from: localTime(startsAt, zone),
    minutes: round.minutes,
    startsAt,
    endsAt: (startsAt + round.minutes * 60_000) as CareVisit['endsAt'],
    workerIds: round.workerIds,
    tasks: round.tasks,
    isTimeCritical: round.isTimeCritical,
    ...(round.plannedActivities !== undefined && { plannedActivities: round.plannedActivities }),
    status: 'planned',
  };
}

function roundVisitId(roundId: string, day: LocalDate): string {
  return `${roundId}@${day}`;
}

interface StoredVisits { readonly ids: ReadonlySet<string>; readonly byDay: ReadonlyMap<LocalDate, readonly CareVisit[]> }

/** A book never changes, so what is found in it once is found for good. */
const storedVisitsOf = new WeakMap<VisitBook, StoredVisits>();

function storedVisits(book: VisitBook): StoredVisits {
  const known = storedVisitsOf.get(book);
  if (known !== undefined) return known;
  const byDay = new Map<LocalDate, CareVisit[]>();
  for (const visit of book.visits) {
    const sameDay = byDay.get(visit.on);
    if (sameDay === undefined) byDay.set(visit.on, [visit]);
    else sameDay.push(visit);
  }
  const stored = { ids: new Set(book.visits.map((visit) => visit.id)), byDay };
  storedVisitsOf.set(book, stored);
  return stored;
}

function byStart(a: CareVisit, b: CareVisit): number {
  return a.startsAt - b.startsAt || (a.id < b.id ? -1 : 1);
}
