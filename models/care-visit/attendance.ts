import type { Instant } from '../shared/index.ts';
import type { Attendance, CareVisit, VisitBook } from './care-visit.ts';

interface ComingOrGoing { readonly said: 'started' | 'left'; readonly workerId: string; readonly at: Instant }

type Refusal = 'already-told' | 'out-of-order' | 'no-such-worker' | 'everybody-is-there' | 'not-there';

/** The visit once a care worker has come or gone. Somebody not on the list stands in for the first who has not come. */
export function attend(visit: CareVisit, told: ComingOrGoing, book: VisitBook): CareVisit | Refusal {
  if (!book.workers.some((worker) => worker.id === told.workerId)) return 'no-such-worker';
  return told.said === 'started' ? arrive(visit, told) : leave(visit, told);
}

function arrive(visit: CareVisit, told: ComingOrGoing): CareVisit | Refusal {
  const here = visit.attendance ?? [];
  if (here.some((each) => each.workerId === told.workerId)) return 'already-told';
  const workerIds = withStandIn(visit.workerIds, here, told.workerId);
  if (workerIds === undefined) return 'everybody-is-there';

  const attendance = [...here, { workerId: told.workerId, arrivedAt: told.at }];
  if (attendance.length < workerIds.length) return { ...visit, workerIds, attendance, status: 'part-started' };
  return { ...visit, workerIds, attendance, status: 'started', arrivedAt: last(attendance.map(({ arrivedAt }) => arrivedAt)) };
}

function leave(visit: CareVisit, told: ComingOrGoing): CareVisit | Refusal {
  const theirs = visit.attendance?.find((each) => each.workerId === told.workerId);
  if (theirs === undefined) return 'not-there';
  if (theirs.leftAt !== undefined) return 'already-told';
  if (told.at < theirs.arrivedAt) return 'out-of-order';

  const attendance = (visit.attendance ?? []).map((each) => (each === theirs ? { ...each, leftAt: told.at } : each));
  const isOver = attendance.length === visit.workerIds.length && attendance.every((each) => each.leftAt !== undefined);
  return isOver ? { ...visit, attendance, status: 'completed', leftAt: last(attendance.map(({ leftAt }) => leftAt ?? told.at)) } : { ...visit, attendance };
}

/** Two phones may tell us the wrong way round: the last moment counts, not the last word. */
function last(moments: readonly Instant[]): Instant {
  return Math.max(...moments) as Instant;
}

/** Who is on the visit once this one has come; undefined when nobody is missing. */
function withStandIn(allocated: readonly string[], here: readonly Attendance[], workerId: string): readonly string[] | undefined {
  if (allocated.includes(workerId)) return allocated;
  if (allocated.length === 0) return [workerId];
  const absent = allocated.find((id) => !here.some((each) => each.workerId === id));
  return absent === undefined ? undefined : allocated.map((id) => (id === absent ? workerId : id));
}

/** The visit with all that is known of who came and left, in whatever order it was heard: what was known before stands. Nobody new is taken on once it is over or cancelled. */
export function withAttendance(visit: CareVisit, told: readonly Attendance[]): CareVisit {
  if (told.length === 0 || visit.status === 'cancelled' || visit.status === 'completed' || visit.status === 'short') return visit;
  const here = new Map((visit.attendance ?? []).map((each) => [each.workerId, each]));
  for (const each of told) here.set(each.workerId, { ...each, ...here.get(each.workerId) });
  const attendance = [...here.values()].toSorted((one, other) => one.arrivedAt - other.arrivedAt);
  const workerIds = [...new Set([...visit.workerIds, ...here.keys()])];
  if (workerIds.some((id) => !here.has(id))) return { ...visit, workerIds, attendance, status: 'part-started' };
  const arrivedAt = Math.max(...attendance.map((each) => each.arrivedAt)) as Instant;
  const left = attendance.map(({ leftAt }) => leftAt);
  if (left.includes(undefined)) return { ...visit, workerIds, attendance, arrivedAt, status: 'started' };
  return { ...visit, workerIds, attendance, arrivedAt, leftAt: Math.max(...left.map((at) => at ?? 0)) as Instant, status: 'completed' };
}
