import { daysLookedAhead, isAwaited, keepVisits, visitsBetween, visitsOn, type CareVisit, type CareWorker, type ImportedVisit, type VisitBook, type VisitReport } from '../care-visit/index.ts';
import { addDays, localDate, localTime, type Instant } from '../shared/index.ts';
import type { BringingIn, BroughtIn, GoneMissing, ImportLine, LeftReason } from './brought-in.ts';
import type { IncomingVisit, IncomingWorker } from './incoming-visit.ts';
import { takeVisit, type Taken } from './take-visit.ts';
import { idOf, unnamedWorker } from './worker-name.ts';

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** What was over so long ago nobody asks about. */
const overForMs = 7 * dayMs;
/** Nobody has so many visits ahead: ten a day, for as long as we look. */
const mostAhead = 10 * daysLookedAhead;
const mostWorkersKept = 60;

/**
 * One person's visits as a source has them, put into their book: those known by the source's numbers are changed, one that a round has
 * at the very same time is that one, others are new. What the source has no more is listed and left. The same again changes nothing.
 */
export function bringIn(book: VisitBook, incoming: readonly IncomingVisit[], bringing: BringingIn): BroughtIn | { readonly kind: 'refused'; readonly reason: 'another-agency' } {
  const { source, now, zone } = bringing;
  if (book.provider.id !== source.provider.id && book.provider.id !== 'none') return { kind: 'refused', reason: 'another-agency' };
  const known = knownOf(book, source.id);
  const kept: CareVisit[] = [];
  const lines: ImportLine[] = [];
  const noted: { before: CareVisit; after: CareVisit }[] = [];
  const reports: VisitReport[] = [];
  const claimed = new Set<string>();
  const ids = new Set(book.visits.map(({ id }) => id));
  let ahead = book.visits.filter(({ startsAt }) => startsAt > now).length;
  for (const each of incoming.toSorted((one, other) => one.startsAt - other.startsAt)) {
    const before = each.refs.map((ref) => known.get(ref)).find((visit) => visit !== undefined && !claimed.has(visit.id)) ?? sameTimeInRound(book, each, claimed, zone);
    const left = before === undefined ? whyLeft(each, now, ahead) : undefined;
    const id = before?.id ?? newId(source.id, each.refs, ids);
    if (left !== undefined) {
      lines.push({ visitId: id, rows: each.rows, on: localDate(each.startsAt, zone), from: localTime(each.startsAt, zone), changes: [], left });
      continue;
    }
    claimed.add(id);
    ids.add(id);
    const keepsWorkers = before?.imported?.refs.some((ref) => !bringing.refs.has(ref)) ?? false;
    const taken = takeVisit(before ?? visitOf(id, each, zone), { book: { ...book, workers: withWorkers(book.workers, each.workers) }, incoming: each, now, zone, keepsWorkers });
    const after = { ...taken.visit, imported: importedFrom(each, source.id, before?.imported, keepsWorkers, taken) };
    if (before === undefined && after.startsAt > now) ahead += 1;
    if (before === undefined || JSON.stringify(after) !== JSON.stringify(before)) kept.push(after);
    if (before !== undefined && taken.changes.length > 0) noted.push({ before, after });
    reports.push(...taken.reports);
    lines.push(lineOf(each, before, after, taken));
  }
  const workers = workersNow(book, kept, incoming);
  const isChanged = kept.length > 0 || book.provider.id !== source.provider.id || workers !== book.workers || isHeardAnew(book, source, now);
  const after = isChanged ? { ...keepVisits({ ...book, workers, provider: book.provider.id === 'none' ? source.provider : book.provider }, kept, now), lastHeardAt: now, heardFrom: { sourceId: source.id, at: now, everyHours: source.heardEveryHours } } : book;
  return { kind: 'brought-in', book: after, isChanged, lines, missing: missingFrom(book, claimed, bringing), noted, reports };
}

/** That a source was heard of is written down a few times in the time it has, and not with every file. */
function isHeardAnew({ heardFrom }: VisitBook, { id, heardEveryHours }: BringingIn['source'], now: Instant): boolean {
  return heardFrom?.sourceId !== id || heardFrom.everyHours !== heardEveryHours || now - heardFrom.at > (heardEveryHours * hourMs) / 4;
}

/** The source's own visits by its numbers for them. */
function knownOf({ visits }: VisitBook, sourceId: string): ReadonlyMap<string, CareVisit> {
  return new Map(visits.flatMap((visit) => (visit.imported?.sourceId === sourceId ? visit.imported.refs.map((ref) => [ref, visit] as const) : [])));
}

function sameTimeInRound(book: VisitBook, { startsAt }: IncomingVisit, claimed: ReadonlySet<string>, zone: string): CareVisit | undefined {
  return visitsOn(book, localDate(startsAt, zone), zone).find((visit) => visit.roundId !== undefined && visit.imported === undefined && visit.startsAt === startsAt && !claimed.has(visit.id));
}

function whyLeft({ startsAt, minutes, state }: IncomingVisit, now: Instant, ahead: number): LeftReason | undefined {
  if (startsAt + minutes * 60_000 <= now - overForMs) return 'over';
  if (startsAt > now + daysLookedAhead * dayMs) return 'far-ahead';
  if (state === 'cancelled') return 'never-on';
  return startsAt > now && ahead >= mostAhead ? 'too-many' : undefined;
}

/** `kindly-rota.900101`: what reports of the visit may call it. */
function newId(sourceId: string, refs: readonly string[], taken: ReadonlySet<string>): string {
  const ids = refs.map((ref) => `${sourceId}.${idOf(ref)}`);
  const free = ids.find((id) => !taken.has(id));
  for (let number = 2; free === undefined; number += 1) if (!taken.has(`${ids[0] ?? sourceId}.${number}`)) return `${ids[0] ?? sourceId}.${number}`;
  return free;
}

function visitOf(id: string, { startsAt, minutes, workers, tasks, isTimeCritical }: IncomingVisit, zone: string): CareVisit {
  return {
    id, on: localDate(startsAt, zone), from: localTime(startsAt, zone), minutes, startsAt, endsAt: (startsAt + minutes * 60_000) as Instant,
    workerIds: workers.map((worker) => worker.id), tasks, isTimeCritical, status: 'planned',
  };
}

/** A word that could not be taken is not taken for heard: it is looked at again with the next file. */
function importedFrom({ refs, startsAt, minutes, state }: IncomingVisit, sourceId: string, before: ImportedVisit | undefined, keepsRefs: boolean, { left }: Taken): ImportedVisit {
  const isTaken = left === undefined || left === 'kept-as-changed-here';
  const said = state === 'cancelled' ? 'cancelled' : 'on';
  return { sourceId, refs: keepsRefs ? [...new Set([...(before?.refs ?? []), ...refs])] : refs, startsAt: isTaken ? startsAt : before?.startsAt ?? startsAt, minutes, said: isTaken ? said : before?.said ?? said };
}

function lineOf({ rows }: IncomingVisit, before: CareVisit | undefined, after: CareVisit, { changes, left }: Taken): ImportLine {
  const isMoved = before !== undefined && before.startsAt !== after.startsAt;
  return { visitId: after.id, rows, on: after.on, from: after.from, changes: before === undefined ? ['new', ...changes] : changes, ...(isMoved && { was: { on: before.on, from: before.from } }), ...(left !== undefined && { left }) };
}

function withWorkers(workers: readonly CareWorker[], named: readonly IncomingWorker[]): readonly CareWorker[] {
  const fresh = named.filter(({ id, firstName }) => !workers.some((worker) => worker.id === id && (firstName === undefined || worker.firstName === firstName)));
  if (fresh.length === 0) return workers;
  const renamed = workers.map((worker) => ({ ...worker, firstName: fresh.find(({ id }) => id === worker.id)?.firstName ?? worker.firstName }));
  const added = fresh.filter(({ id }) => !workers.some((worker) => worker.id === id)).map(({ id, firstName }) => ({ id, firstName: firstName ?? unnamedWorker }));
  return [...renamed, ...new Map(added.map((worker) => [worker.id, worker])).values()];
}

/** Those who come, with names as the source has them; once there are many, those who come no more are let go. */
function workersNow(book: VisitBook, kept: readonly CareVisit[], incoming: readonly IncomingVisit[]): readonly CareWorker[] {
  const coming = new Set(kept.flatMap(({ workerIds }) => workerIds));
  const all = withWorkers(book.workers, incoming.flatMap(({ workers }) => workers).filter(({ id }) => coming.has(id) || book.workers.some((worker) => worker.id === id)));
  if (all.length <= mostWorkersKept || all === book.workers) return all;
  const needed = new Set([...coming, ...[...book.visits, ...book.rounds].flatMap(({ workerIds }) => workerIds)]);
  return all.filter(({ id, describedAs }) => needed.has(id) || describedAs !== undefined);
}

/** What the source had and has no more, of the visits still to come in the days it speaks of. */
function missingFrom(book: VisitBook, claimed: ReadonlySet<string>, { source, now, zone, span, refs }: BringingIn): readonly GoneMissing[] {
  if (span === undefined) return [];
  const today = localDate(now, zone);
  const last = addDays(today, daysLookedAhead + 1);
  return visitsBetween({ ...book, rounds: [] }, span.from > today ? span.from : today, span.to < last ? span.to : last, zone).flatMap((visit) => {
    const gone = visit.imported?.sourceId === source.id ? visit.imported.refs.filter((ref) => !refs.has(ref)) : [];
    if (gone.length === 0 || !isAwaited(visit) || visit.startsAt <= now) return [];
    return [{ visitId: visit.id, refs: gone, on: visit.on, from: visit.from, isPart: claimed.has(visit.id) }];
  });
}
