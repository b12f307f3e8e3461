import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyBoard, newAlert, type Channel } from '../models/alert/index.ts';
import { usualPassport } from '../models/household/index.ts';
import { councilId, instant, personId, type Instant } from '../models/shared/index.ts';
import { alertKnowledge } from '../lambda/alerts/alert-knowledge.ts';
import { alertEngine } from '../lambda/alerts/engine.ts';
import { alertOperations } from '../lambda/store/alert-operations.ts';
import { alertStore } from '../lambda/store/alert-store.ts';
import { countingTable } from '../lambda/store/counting-table.ts';
import { createPerson, type NewPerson } from '../lambda/store/create-person.ts';
import { openStoreFile } from '../lambda/store/store-file.ts';
import { table } from './figures.ts';

const harrow = councilId('harrow');
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
  const channel: Channel = { name: 'chime', proves: ['accepted'], send: () => { lateBy.push(now() - started); return Promise.resolve({ kind: 'accepted' }); } };
  const reach = { person: [{ id: 'chime', channel: 'chime' as const, value: 'x', isVerified: true }], members: {} };
  const store = alertStore(kept);
  const engine = alertEngine({
    table: kept, clock: now, knows: alertKnowledge, wait: (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds).unref(); }), channels: { chime: channel },
    store: { ...store, whomToTell: async (council, person) => { const found = await store.whomToTell(council, person); return found && { ...found, reach }; } },
    councils: () => Promise.resolve({ rules: [], desk: [], zone: 'Europe/London' }), log: { event: () => undefined, fault: (code, _about, cause) => { throw new Error(code, { cause }); } },
  }, { device: () => Promise.resolve(), requestExpiry: () => Promise.resolve() });
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

function reminderOf(person: string, name: string, at: Instant) {
  return newAlert({ councilId: harrow, personId: personId(person), kind: 'on-the-way', occursAt: at, name, plannedFor: at, expiresAt: (at + 3_600_000) as Instant });
}

function somebody(name: string): NewPerson {
  const id = personId(name);
  return {
    personId: id, councilId: harrow, budget: undefined, entries: [], requestBook: { requests: [] }, outcomeBook: { goals: [], excluded: [], feedback: [] }, messageBook: { forPerson: [], wordLeft: [] }, alertBoard: emptyBoard, unfinished: undefined,
    household: {
      personId: id, councilId: harrow, name: { full: name, preferred: name }, timeZone: 'Europe/London', passport: usualPassport, privacy: { answers: 'open', wrongTries: 0 }, interests: [], area: { name: 'Harrow' }, circle: [],
      council: { name: 'Harrow', phone: '01632 960100', careLinePhone: '01632 960111', adviser: 'Tom', adviserAnswersWithinWorkingDays: 2 },
    },
    visitBook: { provider: { id: 'b', name: 'B', phone: '01632 960200', officeContact: 'Ann', lateAfterMinutes: 15 }, workers: [], rounds: [], visits: [], backupPlan: { tellAfterMinutes: 30, tell: [] }, changeRequests: [] },
  };
}
