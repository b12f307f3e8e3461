import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, type Instant } from '../models/shared/index.ts';
import { startLoop } from '../lambda/alerts/loop.ts';
import { alertOperations } from '../lambda/store/alert-operations.ts';
import { countingTable } from '../lambda/store/counting-table.ts';
import { createPerson } from '../lambda/store/create-person.ts';
import { openStoreFile } from '../lambda/store/store-file.ts';
import { engineOver, reminderOf, somebody } from './engine-over.ts';
import { table } from './figures.ts';

const people = 1_000;
const perSecond = 50;
const seconds = 20;
const crowds = [1_000, 100_000, 1_000_000] as const;

/** Fifty alerts come due each second, at moments fixed beforehand, with more and more of them waiting: how late each leaves, and what it costs. */
export async function steady(): Promise<void> {
  const rows: string[][] = [];
  const folder = mkdtempSync(join(tmpdir(), 'steady-'));
  const kept = countingTable(openStoreFile(folder));
  for (let person = 0; person < people; person += 1) await createPerson(kept, somebody(`p${person}`));
  let waiting = 0;
  for (const crowd of crowds) {
    const far = (Date.now() + 30 * 86_400_000) as Instant;
    for (; waiting < crowd; waiting += 40) await kept.transact(Array.from({ length: 40 }, (_, place) => alertOperations({ after: reminderOf(`p${(waiting + place) % people}`, `later-${waiting + place}`, far) })).flat());
    rows.push(await run(kept, crowd));
  }
  table(`Steady: ${perSecond} alerts due each second for ${seconds} s, one process`, ['waiting', 'p50 late, ms', 'p95 late, ms', 'p99 late, ms', 'reads each', 'transactions each'], rows);
  await kept.close();
  rmSync(folder, { recursive: true, force: true });
}

async function run(kept: ReturnType<typeof countingTable>, crowd: number): Promise<string[]> {
  const lateBy: number[] = [];
  const dueAt = new Map<string, number>();
  const { engine, parts } = engineOver(kept, ({ alertId }) => { lateBy.push(Date.now() - (dueAt.get(alertId) ?? 0)); });
  const first = Date.now() + 3_000;
  const all = Array.from({ length: perSecond * seconds }, (_, place) => reminderOf(`p${place % people}`, `steady-${crowd}-${place}`, instant(Math.round(first + (place * 1_000) / perSecond))));
  for (const alert of all) dueAt.set(alert.id, alert.plannedFor);
  for (let from = 0; from < all.length; from += 40) await kept.transact(all.slice(from, from + 40).flatMap((after) => alertOperations({ after })));
  kept.restart();
  const loop = startLoop(engine, parts);
  while (lateBy.length < all.length) await new Promise((resolve) => { setTimeout(resolve, 100); });
  await loop.stop();
  const { reads, transactions } = kept.trips;
  const sorted = lateBy.toSorted((one, other) => one - other);
  const at = (share: number) => String(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return [crowd.toLocaleString('en-GB'), at(0.5), at(0.95), at(0.99), (reads / all.length).toFixed(2), (transactions / all.length).toFixed(2)];
}
