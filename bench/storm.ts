import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instant, type Instant } from '../models/shared/index.ts';
import { alertOperations } from '../lambda/store/alert-operations.ts';
import { countingTable } from '../lambda/store/counting-table.ts';
import { createPerson } from '../lambda/store/create-person.ts';
import { openStoreFile } from '../lambda/store/store-file.ts';
import { engineOver, reminderOf, somebody } from './engine-over.ts';
import { table } from './figures.ts';

const reminders = 10_000;
const waiting = 50_000;

/** Ten thousand people are reminded at eight o'clock, with fifty thousand other alerts waiting: how long until the last has left, and what each costs. */
export async function storm(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'storm-'));
  const kept = countingTable(openStoreFile(folder));
  const now = (): Instant => instant(Date.now());
  for (let person = 0; person < reminders; person += 1) await createPerson(kept, somebody(`p${person}`));
  const far = (now() + 86_400_000) as Instant;
  for (let from = 0; from < waiting; from += 40) await kept.transact(Array.from({ length: 40 }, (_, place) => alertOperations({ after: reminderOf(`p${(from + place) % reminders}`, `later-${from + place}`, far) })).flat());
  const due = now();
  for (let from = 0; from < reminders; from += 40) await kept.transact(Array.from({ length: Math.min(40, reminders - from) }, (_, place) => alertOperations({ after: reminderOf(`p${from + place}`, 'now', due) })).flat());

  const lateBy: number[] = [];
  const started = now();
  const engine = engineOver(kept, () => { lateBy.push(now() - started); }).engine;
  kept.restart();
  while (lateBy.length < reminders && await engine.tick() > 0);
  const took = now() - started;
  const { reads, transactions } = kept.trips;

  const rawStarted = now();
  for (let row = 0; row < 3_000; row += 1) await kept.transact([{ do: 'put', row: { pk: 'raw', sk: String(row), version: 1, doc: '{}' }, when: [{ if: 'absent' }] }]);
  const rawEachMs = (now() - rawStarted) / 3_000;
  const sorted = lateBy.toSorted((one, other) => one - other);
  table(`A storm: ${reminders} alerts due at one moment, ${waiting} waiting, one process`, ['all left within, s', 'a second', 'half left within, s', 'reads each', 'transactions each', 'time each, in bare writes'], [[
    (took / 1000).toFixed(1), (reminders / (took / 1000)).toFixed(0), ((sorted[Math.floor(sorted.length / 2)] ?? 0) / 1000).toFixed(1), (reads / reminders).toFixed(2), (transactions / reminders).toFixed(2), (took / reminders / rawEachMs).toFixed(1),
  ]]);
  await kept.close();
  rmSync(folder, { recursive: true, force: true });
}
