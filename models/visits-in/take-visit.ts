import { isAwaited, reportOnVisit, withAttendance, type CareVisit, type VisitBook, type VisitReport } from '../care-visit/index.ts';
import { localDate, localTime, type Instant } from '../shared/index.ts';
import type { BringingIn, ImportChange, LeftReason } from './brought-in.ts';
import type { IncomingVisit } from './incoming-visit.ts';

/** A visit as it is after a source has spoken of it, and what that changes. */
export interface Taken {
  readonly visit: CareVisit;
  readonly changes: readonly ImportChange[];
  readonly reports: readonly VisitReport[];
  readonly left?: LeftReason;
}

interface Taking extends Pick<BringingIn, 'now' | 'zone'> { readonly book: VisitBook; readonly incoming: IncomingVisit; readonly keepsWorkers: boolean }
type Step = (taken: Taken, taking: Taking) => Taken;

const minuteMs = 60_000;

/**
 * What a source says of a visit we know, taken as the provider's reports of it would be. Three are compared: what the source said
 * last, what it says now, and what we hold: only what the source says anew is news, so that an old file undoes nothing agreed since.
 */
export function takeVisit(before: CareVisit, taking: Taking): Taken {
  const start: Taken = { visit: before, changes: [], reports: [] };
  const { state } = taking.incoming;
  const steps: readonly Step[] = state === 'cancelled' ? [callOff] : [putOnAgain, move, resize, allocate, setTasks, attend, stand];
  return steps.reduce((taken, step) => step(taken, taking), start);
}

const callOff: Step = (taken, { incoming, book, now, zone }) => {
  const { visit } = taken;
  if (visit.status === 'cancelled' || visit.imported?.said === 'cancelled') return taken;
  return reported(taken, { visitId: visit.id, at: now, said: 'cancelled', by: incoming.cancelled?.by ?? 'agency', reason: incoming.cancelled?.reason ?? '' }, 'cancelled', book, now, zone);
};

/** Cancelled by the source or the agency, it is on again; cancelled by somebody else meanwhile, the file is behind. */
const putOnAgain: Step = (taken, { book, now, zone }) => {
  const { visit } = taken;
  if (visit.status !== 'cancelled') return taken;
  if (visit.imported?.said !== 'cancelled' && visit.cancelled?.by !== 'agency') return { ...taken, left: 'cancelled-here' };
  return reported(taken, { visitId: visit.id, at: now, said: 'on-again' }, 'on-again', book, now, zone);
};

const move: Step = (taken, { incoming: { startsAt }, book, now, zone }) => {
  const { visit } = taken;
  if (visit.status === 'cancelled' || startsAt === visit.startsAt) return taken;
  if (visit.imported?.startsAt === startsAt) return { ...taken, left: 'kept-as-changed-here' };
  const moved = reported(taken, { visitId: visit.id, at: now, said: 'moved', on: localDate(startsAt, zone), from: localTime(startsAt, zone) }, 'moved', book, now, zone);
  // The second time of an hour that comes twice is only meant by a moment.
  return moved.changes.includes('moved') ? { ...moved, visit: { ...moved.visit, startsAt, endsAt: (startsAt + moved.visit.minutes * minuteMs) as Instant } } : moved;
};

const resize: Step = (taken, { incoming: { minutes } }) => {
  const { visit } = taken;
  const isNews = minutes !== visit.minutes && minutes !== visit.imported?.minutes;
  if (!isNews || !mayStillChange(visit)) return taken;
  return changed(taken, 'length', { ...visit, minutes, endsAt: (visit.startsAt + minutes * minuteMs) as Instant });
};

const allocate: Step = (taken, { incoming, keepsWorkers }) => {
  const { visit } = taken;
  const ids = [...new Set([...(keepsWorkers ? visit.workerIds : []), ...incoming.workers.map(({ id }) => id)])];
  const isSame = ids.length === visit.workerIds.length && ids.every((id) => visit.workerIds.includes(id));
  return isSame || !isAwaited(visit) ? taken : changed(taken, 'care-workers', { ...visit, workerIds: ids });
};

const setTasks: Step = (taken, { incoming: { tasks, isTimeCritical } }) => {
  const { visit } = taken;
  if (!isAwaited(visit)) return taken;
  const isSame = tasks.length === 0 || (tasks.length === visit.tasks.length && tasks.every((task, place) => task === visit.tasks[place]));
  const isAsCritical = !isTimeCritical || visit.isTimeCritical;
  return isSame && isAsCritical ? taken : changed(taken, 'tasks', { ...visit, ...(tasks.length > 0 && { tasks }), isTimeCritical: visit.isTimeCritical || isTimeCritical });
};

const attend: Step = (taken, { incoming: { workers } }) => {
  const { visit } = taken;
  const after = withAttendance(visit, workers.flatMap(({ id, arrivedAt, leftAt }) => (arrivedAt === undefined ? [] : [{ workerId: id, arrivedAt, ...(leftAt !== undefined && { leftAt }) }])));
  const known = new Map((visit.attendance ?? []).map((each) => [each.workerId, each]));
  const reports = (after.attendance ?? []).flatMap(({ workerId, arrivedAt, leftAt }): VisitReport[] => [
    ...(known.has(workerId) ? [] : [{ visitId: visit.id, at: arrivedAt, said: 'started', workerId } as const]),
    ...(leftAt === undefined || known.get(workerId)?.leftAt !== undefined ? [] : [{ visitId: visit.id, at: leftAt, said: 'left', workerId } as const]),
  ]);
  const last = reports.reduce((at, report) => Math.max(at, report.at), 0) as Instant;
  if (reports.length === 0) return taken;
  return { ...taken, visit: { ...after, lastReport: { at: Math.max(last, visit.lastReport?.at ?? 0) as Instant, said: after.status } }, reports: [...taken.reports, ...reports], changes: [...taken.changes, after.status === 'completed' ? 'ended' : 'began'] };
};

/** What the source says of it as a whole. Only ever onwards: what we know to have begun is not planned again. */
const stand: Step = (taken, { incoming: { state }, book, now, zone }) => {
  const { visit } = taken;
  const { id: visitId, status } = visit;
  switch (state) {
    case 'confirmed': return status === 'planned' && visit.startsAt > now ? reported(taken, { visitId, at: now, said: 'confirmed' }, 'confirmed', book, now, zone) : taken;
    case 'en-route': return isAwaited(visit) && status !== 'en-route' && visit.startsAt - now < soonMs && visit.endsAt > now ? reported(taken, { visitId, at: now, said: 'en-route' }, 'on-the-way', book, now, zone) : taken;
    case 'missed': return isAwaited(visit) ? reported(taken, { visitId, at: now, said: 'missed' }, 'missed', book, now, zone) : taken;
    // Nobody says when they came: that somebody is there is all that is known.
    case 'started': return isAwaited(visit) ? changed(taken, 'began', { ...visit, status: 'started', lastReport: { at: now, said: 'started' } }) : taken;
    case 'completed': return isAwaited(visit) || status === 'started' ? changed(taken, 'ended', { ...visit, status: 'completed', lastReport: { at: now, said: 'completed' } }) : taken;
    case 'planned': case 'cancelled': return taken;
  }
};

const soonMs = 3 * 60 * minuteMs;

function mayStillChange(visit: CareVisit): boolean {
  return isAwaited(visit) || visit.status === 'started' || visit.status === 'part-started';
}

function changed(taken: Taken, change: ImportChange, visit: CareVisit): Taken {
  return { ...taken, visit, changes: [...taken.changes, change] };
}

/** As the provider's own report of it would be taken; what that refuses is left as it is. */
function reported(taken: Taken, report: VisitReport, change: ImportChange, book: VisitBook, now: Instant, zone: string): Taken {
  const noted = reportOnVisit({ ...book, rounds: [], visits: [taken.visit] }, report, now, zone);
  if (noted.kind === 'noted') return { ...changed(taken, change, noted.visit), reports: [...taken.reports, report] };
  return { ...taken, left: noted.reason === 'gone-by' || noted.reason === 'not-yet' ? 'gone-by' : 'cannot-be' };
}
