import { calendarName, failureIn, isReadWhole, isWorthKeeping, nextLookAt, type CalendarFailed, type CalendarFailure, type CalendarReading, type RotaCalendar, type VisitRun, type VisitSource } from '../../../models/visits-in/index.ts';
import type { CouncilId, Instant } from '../../../models/shared/index.ts';
import { rotaCalendarStore, type KeptCalendar } from '../../store/rota-calendar-rows.ts';
import { StoreDoesNotAnswer } from '../../store/store-errors.ts';
import { visitRunStore } from '../../store/visit-run-rows.ts';
import { visitSourceStore } from '../../store/visit-source-rows.ts';
import { bringInAtOnce } from '../bring-in-at-once.ts';
import { personLookedAt, type BringingServices } from '../person-looked-at.ts';
import { visitRuns } from '../visit-runs.ts';
import { calendarGone, calendarHeard } from './calendar-heard.ts';
import { fetchCalendar, type CalendarFetch, type FetchedCalendar } from './fetch-calendar.ts';

export interface LookingAtCalendars { readonly services: BringingServices; readonly council: CouncilId; readonly newId: () => string; readonly fetch: CalendarFetch }
interface Looking extends LookingAtCalendars { readonly calendar: RotaCalendar; readonly source: VisitSource; readonly now: Instant }
type Found = Pick<RotaCalendar, 'last' | 'failure'>;

const zone = 'Europe/London';
const mostTries = 4;

/** Looks at one calendar that is due: whoever takes it first reads it, and everybody else leaves it. What it says is brought in as a file would be. False where somebody else has it. */
export async function lookAtCalendar({ calendar, version }: KeptCalendar, needs: LookingAtCalendars): Promise<boolean> {
  const { services: { table, clock }, council } = needs;
  const [store, now] = [rotaCalendarStore(table), clock()];
  const source = (await visitSourceStore(table).find(council, calendar.sourceId))?.source;
  if (source === undefined || await store.keep(council, { ...calendar, nextAt: nextLookAt(calendar.id, now) }, version) !== 'kept') return false;
  const found = await lookedAt({ ...needs, calendar, source, now });
  for (let tries = 0; tries < mostTries; tries += 1) {
    const kept = await store.find(council, calendar.id);
    // Stopped meanwhile: it stays so.
    if (kept === undefined || await store.keep(council, withFound(kept.calendar, found), kept.version) === 'kept') return true;
  }
  throw new StoreDoesNotAnswer('what a calendar said may not have been kept');
}

function withFound({ id, sourceId, number, secretAddress, personId, addedBy, addedAt, nextAt }: RotaCalendar, { last, failure }: Found): RotaCalendar {
  return { id, sourceId, number, secretAddress, addedBy, addedAt, nextAt, ...(personId !== undefined && { personId }), ...(last !== undefined && { last }), ...(failure !== undefined && { failure }) };
}

async function lookedAt(looking: Looking): Promise<Found> {
  const { calendar, services, council, now, fetch } = looking;
  const whose = calendar.personId ?? calendar.last?.forPerson;
  const record = whose === undefined ? undefined : await services.records.byPerson(council, whose);
  if (whose !== undefined && (record === undefined || record.household.left !== undefined)) {
    // Nobody is told any more what it says: it is not asked, and its silence is nothing to tell of.
    await calendarGone(calendar, council, services);
    return failed(looking, { why: 'has-left' });
  }
  const fetched = await fetchCalendar(calendar, isReadWhole(calendar, now, zone), fetch);
  switch (fetched.kind) {
    case 'failed': return failed(looking, fetched);
    case 'unchanged': return calendar.last === undefined ? failed(looking, { why: 'answered', status: 304 }) : stillSo(looking, calendar.last);
    case 'calendar': return broughtIn(looking, fetched);
  }
}

function failed({ calendar: { last, failure }, now }: Looking, { why, status, words }: { readonly why: CalendarFailed; readonly status?: number; readonly words?: string }): Found {
  const found: CalendarFailure = { why, since: failure?.since ?? now, at: now, ...(status !== undefined && { status }), ...(words !== undefined && { words }) };
  return { failure: found, ...(last !== undefined && { last }) };
}

/** As it was: it counts as heard of, unless what it said still waits for a yes. */
async function stillSo(looking: Looking, last: CalendarReading): Promise<Found> {
  const { services, council, calendar, source, now } = looking;
  const isWaiting = last.isWaiting && last.runId !== undefined && (await visitRunStore(services.table).read(council, last.runId))?.run.state !== 'done';
  if (!isWaiting) {
    if (last.forPerson !== undefined) {
      const run = { id: `${calendar.id}-${now}`, state: 'importing', attempts: 1, by: byOf(calendar) } as const;
      await personLookedAt({ personId: last.forPerson, visits: [] }, { services, council, source, zone, run, brokenRefs: new Set(), rules: [] });
    }
    await calendarHeard(looking);
  }
  return { last: { ...last, confirmedAt: now, isWaiting } };
}

async function broughtIn(looking: Looking, { text, digest, marks }: Extract<FetchedCalendar, { kind: 'calendar' }>): Promise<Found> {
  const { services, council, calendar, source, now, newId } = looking;
  const { id, personId, last } = calendar;
  const runs = visitRuns(services, council, newId);
  // What it says now stands in place of what waits.
  if (last?.isWaiting === true && last.runId !== undefined) await runs.throwAway(last.runId);
  const brought = await bringInAtOnce(runs, { source, fileName: calendarName(source, calendar), bytes: Buffer.from(text), by: byOf(calendar), calendar: { id, personId, span: last?.span } });
  switch (brought.kind) {
    case 'refused': return failed(looking, { why: 'refused', words: `${brought.what}. ${brought.mend}.` });
    case 'columns-unknown': return failed(looking, { why: 'no-calendar' });
    case 'uncertain': return failed(looking, { why: 'uncertain' });
    case 'brought-in': case 'waits': {
      const { run } = brought;
      const isWaiting = brought.kind === 'waits';
      const why = isWaiting ? undefined : failureIn(run);
      // The same trouble each hour is one run, and not hundreds.
      const isSameTrouble = why !== undefined && why === calendar.failure?.why;
      const isKept = isWaiting || (isWorthKeeping(run) && !isSameTrouble);
      const runId = isKept ? run.id : isSameTrouble ? last?.runId : undefined;
      const [whose] = await visitRunStore(services.table).page(council, run.id, 0);
      const reading: CalendarReading = { ...readingOf(run), at: now, confirmedAt: now, digest, marks, isWaiting, ...(whose !== undefined && { forPerson: whose.personId }), ...(runId !== undefined && { runId }) };
      if (!isKept) await runs.forget(run.id);
      if (why !== undefined) return failed({ ...looking, calendar: { ...calendar, last: reading } }, { why });
      if (!isWaiting) await calendarHeard(looking);
      return { last: reading };
    }
  }
}

function readingOf({ span, visits, faults, counts: { changes, missing, alerts } }: VisitRun): Pick<CalendarReading, 'span' | 'visits' | 'changed' | 'missing' | 'faults' | 'alerts'> {
  return { visits, faults, missing, alerts, changed: Object.values(changes).reduce((sum, count) => sum + count, 0), ...(span !== undefined && { span }) };
}

const byOf = ({ id }: RotaCalendar): string => `calendar:${id}`;
