// An agency's file for Margaret, written by name of column, and a desk that brings it in over a store of the test's own.
import { randomUUID } from 'node:crypto';
import { visitsBetween, type CareVisit } from '../../models/care-visit/index.ts';
import { addDays, councilId, localDate, type LocalDate } from '../../models/shared/index.ts';
import type { RunLine, VisitRun, VisitSource } from '../../models/visits-in/index.ts';
import { ruleStore } from '../../lambda/store/rule-rows.ts';
import { visitRunStore } from '../../lambda/store/visit-run-rows.ts';
import { visitSourceStore } from '../../lambda/store/visit-source-rows.ts';
import { visitRuns } from '../../lambda/visits-in/visit-runs.ts';
import { csvRow } from '../../web/console/words.ts';
import type { AlertWorld } from '../support/alert-world.ts';

export const harrow = councilId('harrow');
const zone = 'Europe/London';
export const rota: VisitSource = {
  id: 'rota', name: 'Brightway rota', provider: { id: 'brightway', name: 'Brightway', phone: '01632 960200', officeContact: 'Ann', lateAfterMinutes: 15 }, names: 'first-name-first', workerNames: { E1: 'Tom', E2: 'Asha' }, heardEveryHours: 24,
  columns: { ref: 'ref', client: 'client', start: 'start', end: 'end', worker: 'worker', task: 'task', status: 'status', arrived: 'arrived', left: 'left', cancelledBy: 'by', cancelReason: 'why' },
};
const headings = ['ref', 'client', 'start', 'end', 'worker', 'task', 'status', 'arrived', 'left', 'by', 'why'] as const;
export type FileRow = Partial<Record<(typeof headings)[number], string>>;

export const fileOf = (rows: readonly FileRow[]): Buffer => Buffer.from(csvRow([...headings]) + rows.map((row) => csvRow(headings.map((heading) => row[heading] ?? ''))).join(''));

/** Brings in files for Margaret, whom the rota calls M1. */
export async function agencyFiles(world: AlertWorld, newId: () => string = randomUUID) {
  const services = { table: world.table, records: world.records, alerts: world.alerts, clock: () => world.now(), wake: () => undefined, rules: ruleStore(world.table, () => world.now()), log: { fault: (code: string, _about: object, cause: unknown) => { world.logged.push(`FAULT ${code} ${String(cause)}`); } } };
  const sources = visitSourceStore(world.table);
  const store = visitRunStore(world.table);
  const runs = visitRuns(services, harrow, newId);
  await sources.keep(harrow, rota, 0);
  await sources.link(harrow, rota.id, 'M1', 'margaret' as never);
  const sent = async (rows: readonly FileRow[]): Promise<VisitRun> => {
    const checked = await runs.check({ source: (await sources.find(harrow, rota.id))!.source, fileName: 'rota.csv', bytes: fileOf(rows.map((row) => ({ client: 'M1', ...row }))), by: 'staff:okafor' });
    if (checked.kind !== 'begun') throw new Error(checked.kind);
    return (await runs.finish(checked.run.id))!;
  };
  return {
    services, sources, store, runs, sent,
    broughtIn: async (rows: readonly FileRow[]): Promise<VisitRun> => {
      const { id } = await sent(rows);
      await runs.bringIn(id);
      return (await runs.finish(id))!;
    },
    lines: async ({ id, lineRows }: VisitRun): Promise<readonly RunLine[]> => store.lines(harrow, id, lineRows),
    visits: async (from: LocalDate = localDate(world.now(), zone), days = 3): Promise<readonly CareVisit[]> => visitsBetween((await world.record()).visitBook, from, addDays(from, days), zone),
  };
}
