import { alertKinds, answerWords, closedStates, newAlert, keepBoard, type AlertKind, type Channel, type ChannelName, type Outcome } from '../../models/alert/index.ts';
import { instant, type Instant } from '../../models/shared/index.ts';
import { alertDesk, type AlertDesk } from '../../lambda/alerts/alert-desk.ts';
import { alertEngine, type Engine } from '../../lambda/alerts/engine.ts';
import { alertKnowledge } from '../../lambda/alerts/alert-knowledge.ts';
import type { EngineParts } from '../../lambda/alerts/engine-parts.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import { chanceFrom, type Chance } from './chance.ts';
import { faultyTable, noFaults, type Faults } from './faulty-table.ts';
import { gates, settle } from './gates.ts';
import { desk, harrow, household, margaret, reach } from './household.ts';
import { watcher } from './watcher.ts';

const start = instant(Date.UTC(2026, 11, 1, 9));
const steps = 220;

/** What one seed came to: the promises broken, and the trace that leads there. */
export interface Run { readonly seed: number; readonly broken: readonly string[]; readonly trace: readonly string[] }

/**
 * One bad day, the same every time for the same seed: two workers and a sweep on one store, with crashes in the middle of
 * anything, silence about what was kept, channels that fail, hang, throw or lie, workers that stall past their lease,
 * answers and receipts from every side. Then the faults stop, and everything owed has to be done.
 */
export async function simulate(seed: number): Promise<Run> {
  const chance = chanceFrom(seed);
  let now: Instant = start;
  const trace: string[] = [];
  const note = (line: string) => { trace.push(`${new Date(now).toISOString().slice(11, 23)} ${line}`); };
  const real = openSqliteTable(':memory:');
  const watch = watcher(real, () => now);
  const world = gates(chance, () => now);
  let faults: Faults = { crash: 6, unknown: 40, throttle: 12 };
  await createPerson(real, household());
  await alertStore(real).saveReach(harrow, margaret, () => reach);

  let workers = 0;
  const live: { readonly who: string; readonly engine: Engine; readonly alerts: AlertDesk; readonly parts: EngineParts; isBusy: boolean; isSweeping: boolean }[] = [];
  const crashed = (who: string) => {
    note(`${who} crashes`);
    world.kill(who);
    live.splice(live.findIndex((worker) => worker.who === who), 1);
    hire();
  };

  function partsFor(who: string): EngineParts {
    const table = faultyTable(real, { who, chance, gates: world, faults: () => (who === 'desk' ? { ...faults, crash: 0 } : faults), crashed, committed: watch.committed });
    const skew = who === 'desk' ? 0 : chance.below(400) - 200;
    const clock = () => (now + skew) as Instant;
    const channels = Object.fromEntries((['board', 'chime', 'text', 'email', 'desk'] as const).map((name) => [name, badChannel(name, who, clock)]));
    return {
      council: harrow, table, store: alertStore(table), clock, channels, knows: alertKnowledge, councils: () => Promise.resolve({ rules: [], desk, zone: 'Europe/London' }),
      log: { event: () => undefined, fault: (code, facts, cause) => { note(`${who} ${code} ${JSON.stringify(facts)} ${String(cause)}`); } }, wait: (milliseconds) => world.pass(who, milliseconds),
    };
  }

  function hire(): void {
    workers += 1;
    const who = `worker-${workers}`;
    const parts = partsFor(who);
    live.push({ who, parts, engine: alertEngine(parts, { device: () => Promise.resolve(), requestExpiry: () => Promise.resolve(), figures: () => Promise.resolve() }), alerts: alertDesk(parts, () => undefined), isBusy: false, isSweeping: false });
  }

  function badChannel(name: ChannelName, who: string, clock: () => Instant): Channel {
    return {
      name, proves: ['accepted'], silence: () => Promise.resolve(),
      send: async ({ alertId, attemptId }): Promise<Outcome> => {
        watch.handedOver(who, alertId, attemptId, watch.last.get(alertId)?.plannedFor ?? start, clock());
        note(`${who} ${name} ${attemptId}`);
        await world.pass(who, chance.below(3_000));
        const fate = faults === noFaults || name === 'desk' ? 0 : chance.below(100);
        if (fate < 62) return { kind: 'accepted', reference: attemptId };
        if (fate < 78) return { kind: 'failed', why: chance.oneOf(['unreachable', 'rate-limited', 'refused', 'bad-address'] as const) };
        if (fate < 86) throw new Error('the line broke');
        if (fate < 93) return { kind: 'unknown', why: 'no-answer' };
        return new Promise(() => undefined);
      },
    };
  }

  const outside = partsFor('desk');
  const alerts = alertDesk(outside, () => undefined);
  const records = personRecords(outside.table);
  const accepted: string[] = [];
  const doings: Promise<unknown>[] = [];
  let names = 0;

  const raise = async (): Promise<void> => {
    const name = `n${names += 1}`;
    const kind = chance.oneOf(kindsRaised);
    const planned = { councilId: harrow, personId: margaret, kind, occursAt: now, name, plannedFor: (now + chance.below(4) * 60_000) as Instant, ...(chance.inAThousand(500) && { thread: 'the-same' }) };
    const result = await alerts.raise(planned);
    note(`raised ${kind} ${name}: ${result.kind}`);
    if (result.kind === 'raised') accepted.push(result.alert.id);
  };
  const cry = async (): Promise<void> => {
    const name = `cry${names += 1}`;
    const record = await records.byPerson(harrow, margaret);
    if (record === undefined) return;
    const alert = newAlert({ councilId: harrow, personId: margaret, kind: 'help-wanted', occursAt: now, name, plannedFor: (now + 20_000) as Instant, facts: { at: now } });
    const saved = await records.save(record, { idempotencyKey: name, at: now, alerts: [{ after: alert }], alertBoard: keepBoard(record.alertBoard, undefined, alert, now, 'Europe/London'), audit: [{ action: 'help-wanted', by: 'person', about: 'help' }] });
    note(`${name}: ${saved.kind}`);
    if (saved.kind === 'saved') accepted.push(alert.id);
  };
  const answer = async (): Promise<void> => {
    const known = [...watch.last.values()];
    if (known.length === 0) return;
    const { id } = chance.oneOf(known);
    const by = chance.oneOf([{ kind: 'person' }, { kind: 'member', memberId: 'susan' }, { kind: 'desk' }] as const);
    const result = await alerts.answer({ councilId: harrow, personId: margaret, alertId: id }, { by, word: chance.oneOf(answerWords), at: now, through: 'api' });
    note(`${by.kind} answers ${id}: ${result.kind}`);
    if (result.kind === 'answered') watch.promise(watch.last.get(id)?.state === 'closed', `${id} was answered and is not closed`);
  };
  const receipt = async (): Promise<void> => {
    if (watch.received.length === 0) return;
    // Those that come after the end are the ones that do harm.
    const late = watch.received.filter(({ alertId }) => closedStates.includes(watch.last.get(alertId)?.state ?? 'planned'));
    const { attemptId } = chance.oneOf(late.length > 0 && chance.inAThousand(700) ? late : watch.received);
    await alerts.receipt(attemptId, chance.oneOf(['accepted', 'shown', 'spoken', 'failed'] as const));
  };
  const started = (doing: Promise<unknown>) => { doings.push(doing.catch((cause: unknown) => { note(`a call failed: ${String(cause)}`); })); };
  const work = (worker: (typeof live)[number], isSweep: boolean) => {
    if (isSweep ? worker.isSweeping : worker.isBusy) return;
    if (isSweep) worker.isSweeping = true;
    else worker.isBusy = true;
    started((isSweep ? worker.engine.sweep(30_000) : worker.engine.tick()).finally(() => { if (isSweep) worker.isSweeping = false; else worker.isBusy = false; }));
  };

  hire();
  hire();
  for (let step = 0; step < steps && watch.broken.length === 0; step += 1) {
    const dice = chance.below(1_000);
    if (dice < 560) { if (!world.openOne()) now = later(now, world.nextAt(), chance); }
    else if (dice < 720) now = (now + chance.below(20_000)) as Instant;
    else if (dice < 850) work(chance.oneOf(live), false);
    else if (dice < 875) work(chance.oneOf(live), true);
    else if (dice < 912) started(raise());
    else if (dice < 918) started(cry());
    else if (dice < 965) started(answer());
    else if (dice < 985) started(receipt());
    else { const { who } = chance.oneOf(live); note(`${who} stalls`); world.stall(who, now + 20_000 + chance.below(60_000)); }
    await settle();
  }

  faults = noFaults;
  world.release();
  note('the faults stop');
  for (const { who } of [...live]) world.kill(who);
  live.length = 0;
  hire();
  await quiet(50 * 60_000);
  await watch.dueIsWhole();
  for (const id of accepted) {
    const alert = watch.last.get(id);
    watch.promise(alert !== undefined, `${id} was accepted and is lost`);
    if (alert?.nextAt === undefined || !alertKinds[alert.kind].needsAnswer) continue;
    if (alert.kind !== 'word-for-somebody') watch.promise(alert.attempts.some(({ to, state }) => to.kind === 'desk' && state === 'accepted'), `${id} waits for an answer and the desk was never told`);
    watch.promise(alert.nextAt >= now - 60_000, `${id} is overdue by ${Math.round((now - alert.nextAt) / 60_000)} minutes`);
  }
  for (const alert of watch.last.values()) if (!alertKinds[alert.kind].needsAnswer && alert.expiresAt !== undefined && alert.expiresAt < now - 60_000) watch.promise(alert.nextAt === undefined, `${alert.id} should have ended by itself`);
  await real.close();
  return { seed, broken: watch.broken, trace };

  /** So long, with one healthy worker that looks whenever something is due. */
  async function quiet(milliseconds: number): Promise<void> {
    const end = now + milliseconds;
    for (let rounds = 0; rounds < 40_000 && watch.broken.length === 0; rounds += 1) {
      await settle();
      if (world.openOne()) continue;
      const [worker] = live;
      if (worker === undefined) break;
      if (!worker.isBusy) {
        const due = await alertEngine({ ...worker.parts, table: real }, { device: () => Promise.resolve(), requestExpiry: () => Promise.resolve(), figures: () => Promise.resolve() }).nextDueAt();
        if (due !== undefined && due <= now) { now = (now + 250) as Instant; work(worker, false); continue; }
        const next = Math.min(due ?? Infinity, world.nextAt());
        if (next > end) break;
        now = Math.max(now, next + 250) as Instant;
        continue;
      }
      const next = world.nextAt();
      if (next === Infinity) break;
      now = Math.max(now, next) as Instant;
    }
    now = Math.max(now, end) as Instant;
  }
}

const kindsRaised: readonly AlertKind[] = ['visit-changed', 'visit-changed', 'help-wanted', 'backup-plan-started', 'on-the-way', 'budget-low', 'word-for-somebody'];

function later(now: Instant, next: number, chance: Chance): Instant {
  return Number.isFinite(next) && next > now ? next as Instant : (now + chance.below(5_000)) as Instant;
}
