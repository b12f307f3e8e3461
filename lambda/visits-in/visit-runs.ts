import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { countLines, isNews, nothingCounted, type FileRefused, type RunLine, type VisitRun, type VisitSource } from '../../models/visits-in/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { StoreDoesNotAnswer } from '../store/store-errors.ts';
import { runIdOf, visitRunStore, type KeptRun, type PersonsVisits } from '../store/visit-run-rows.ts';
import { visitSourceStore } from '../store/visit-source-rows.ts';
import { deviceHeard } from '../alerts/device-heard.ts';
import { peopleInFile, spanOf } from './people-in-file.ts';
import { personLookedAt, type BringingServices, type LookingAt } from './person-looked-at.ts';
import type { ColumnsUnknown } from './read-csv.ts';
import { readVisitsFile } from './read-visits-file.ts';

export interface Sent {
  readonly source: VisitSource;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly by: string;
  /** The calendar it was read from: whose it is, where staff said so, and the days it spoke of before. */
  readonly calendar?: { readonly id: string; readonly personId?: PersonId | undefined; readonly span?: VisitRun['span'] };
}

/** Visits of a council brought in: what was sent is looked at first, and changes nothing before somebody has said so. */
export interface VisitRuns {
  /** Reads what was sent and begins to find out what it would do. */
  check(sent: Sent): Promise<{ readonly kind: 'begun'; readonly run: VisitRun } | ColumnsUnknown | FileRefused>;
  /** Goes on with what is under way, for a second or so; the run as it is then. */
  goOn(id: string): Promise<VisitRun | undefined>;
  /** Goes on until it waits or is done. */
  finish(id: string): Promise<VisitRun | undefined>;
  /** Brings it in: from the beginning, and again where it was not certain. The same once more changes nothing. */
  bringIn(id: string): Promise<boolean>;
  throwAway(id: string): Promise<boolean>;
  /** Takes away what there is nothing to tell of. */
  forget(id: string): Promise<void>;
}

const zone = 'Europe/London';
/** One look goes on for so long, and then keeps how far it has come. */
const lookMs = 800;
const mostUnmatched = 500;
/** The list holds so many; the counts go on. */
const mostLineRows = 60;

export function visitRuns(services: BringingServices, council: CouncilId, newId: () => string): VisitRuns {
  const { table, clock } = services;
  const [runs, sources] = [visitRunStore(table), visitSourceStore(table)];
  const goOn = async (id: string): Promise<VisitRun | undefined> => {
    const found = await runs.read(council, id);
    if (found === undefined || (found.run.state !== 'checking' && found.run.state !== 'importing')) return found?.run;
    const source = (await sources.find(council, found.run.sourceId))?.source;
    if (source === undefined) return found.run;
    return stretch(found, { services, council, run: found.run, source, zone, brokenRefs: new Set((await runs.faults(council, id, 'fault')).flatMap(({ ref }) => ref ?? [])), rules: await services.rules.of(council) });
  };
  const stretch = async ({ run, version }: KeptRun, looking: LookingAt): Promise<VisitRun> => {
    const startedAt = clock();
    let [looked, counts] = [run.looked, run.counts];
    const lines: RunLine[] = [];
    let isOver = true;
    for await (const each of peopleFrom(run)) {
      const { lines: theirs, alerts } = await personLookedAt(each, looking);
      counts = countLines(counts, theirs, alerts);
      for (const line of theirs) if (isNews(line)) lines.push(line);
      looked += 1;
      if (clock() - startedAt >= lookMs) {
        isOver = false;
        break;
      }
    }
    const lineRows = run.lineRows >= mostLineRows ? run.lineRows : await runs.addLines(council, run.id, run.lineRows, lines);
    if (lineRows === undefined) return run;
    const after: VisitRun = { ...run, touchedAt: clock(), looked, counts, lineRows, ...(isOver && (run.state === 'checking' ? { state: 'waiting' } : { state: 'done', finishedAt: clock() })) };
    if (!await runs.keep(council, after, version)) return run;
    if (after.state === 'done' && after.calendarId === undefined) await sourceHeard(looking);
    return after;
  };
  /** It is heard of: should it fall silent for longer than it may, staff are told. */
  const sourceHeard = ({ source: { id, name, heardEveryHours } }: LookingAt) => deviceHeard({ councilId: council, deviceId: `visits-${id}`, source: name, silentAfterMinutes: heardEveryHours * 60 }, services);
  /** From the first who has not been looked at yet, page by page. */
  async function* peopleFrom({ id, peopleOnPages, looked }: VisitRun): AsyncGenerator<PersonsVisits> {
    let skip = looked;
    for (const [page, count] of peopleOnPages.entries()) {
      if (skip >= count) skip -= count;
      else {
        for (const each of (await runs.page(council, id, page)).slice(skip)) {
          await setImmediate();
          yield each;
        }
        skip = 0;
      }
    }
  }
  return {
    goOn,
    check: async ({ source, fileName, bytes, by, calendar }) => {
      const now = clock();
      const read = await readVisitsFile(bytes, { source, zone, now, fileName });
      if (read.kind !== 'read') return read;
      await runs.forgetOld(council, now);
      const id = runIdOf(now, newId());
      const { people, unmatched, faults: tooMuch } = await peopleInFile(read, { table, sources, council, sourceId: source.id, isAllOf: calendar?.personId });
      const faults = [...read.faults, ...tooMuch];
      const span = read.scope === 'single-visits' ? undefined : spanOf(read, zone, calendar?.span);
      const run: VisitRun = {
        id, sourceId: source.id, ...(calendar !== undefined && { calendarId: calendar.id }), fileName: fileName.replaceAll(/\p{C}+/gu, ' ').trim().slice(0, 120), by, startedAt: now, touchedAt: now, hash: createHash('sha256').update(bytes).digest('hex'), state: 'reading', rows: read.rows, visits: read.visits.length,
        faults: faults.length, notes: read.notes.length, unmatched: unmatched.slice(0, mostUnmatched), unmatchedClients: unmatched.length, peopleOnPages: [], attempts: 0, looked: 0, counts: nothingCounted, lineRows: 0, ...(span !== undefined && { span }),
      };
      // The run first, so that pages of one that breaks off here are forgotten with it.
      const peopleOnPages = await runs.keep(council, run, 0) ? await runs.keepPages(council, id, people, faults, read.notes) : undefined;
      if (peopleOnPages === undefined || !await runs.keep(council, { ...run, state: 'checking', peopleOnPages }, 1)) throw new StoreDoesNotAnswer('what was sent may not have been kept');
      return { kind: 'begun', run: await goOn(id) ?? run };
    },
    forget: (id) => runs.forget(council, id),
    finish: async (id) => {
      let run = await goOn(id);
      while (run?.state === 'checking' || run?.state === 'importing') run = await goOn(id);
      return run;
    },
    bringIn: async (id) => {
      const found = await runs.read(council, id);
      if (found === undefined || (found.run.state !== 'waiting' && found.run.state !== 'done')) return false;
      await sources.remember(council, found.run.sourceId, await everybodyIn(found.run));
      return runs.keep(council, { ...found.run, touchedAt: clock(), state: 'importing', attempts: found.run.attempts + 1, looked: 0, counts: nothingCounted, lineRows: 0 }, found.version);
    },
    throwAway: async (id) => {
      const found = await runs.read(council, id);
      return found !== undefined && (found.run.state === 'waiting' || found.run.state === 'checking') && runs.keep(council, { ...found.run, state: 'thrown-away' }, found.version);
    },
  };

  async function everybodyIn({ id, peopleOnPages }: VisitRun) {
    const pages = [];
    for (const page of peopleOnPages.keys()) pages.push(...(await runs.page(council, id, page)).map(({ personId }) => personId));
    return pages;
  }
}
