// Promise: what a rule would have told in the past is found by the engine's own decisions on what is kept: with the rule unchanged it is what went, and a change shows exactly what is more, fewer, or at another time.
import { describe, expect, test } from '@jest/globals';
import { reportVisit } from '../../lambda/alerts/visit-report.ts';
import { personPast, type PersonPast } from '../../lambda/past/person-past.ts';
import type { Gone } from '../../lambda/past/replay.ts';
import { ruleTries } from '../../lambda/console/try-rule.ts';
import { readConfig } from '../../lambda/config.ts';
import { ruleStore } from '../../lambda/store/rule-rows.ts';
import type { AlertKind, AlertRule } from '../../models/alert/index.ts';
import type { VisitReport } from '../../models/care-visit/index.ts';
import { addDays, instant, localDate, localTime, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { alertWorld, harrow, margaret, type AlertWorld } from '../support/alert-world.ts';
import { freshStore } from '../support/fresh-store.ts';
import { instantOf } from '../support/skill-under-test.ts';
import { keepPeople } from '../store/people.ts';

const zone = 'Europe/London';
const desk = [{ id: 'desk', channel: 'desk', value: 'desk', isVerified: true }] as const;
const start = '2026-12-02' as LocalDate;

const visitOn = (day: LocalDate) => `mornings@${day}`;
type Said = VisitReport extends infer Report ? Report extends VisitReport ? Omit<Report, 'visitId' | 'at'> : never : never;

/** The agency's word, through the same door as in use; never in the very millisecond in which something is due. */
async function says(world: AlertWorld, day: LocalDate, report: Said): Promise<void> {
  await world.fastForward(report.said === 'en-route' ? 0.3 : 0.5);
  const result = await reportVisit({ councilId: harrow, personId: margaret, report: { ...report, visitId: visitOn(day), at: world.now() }, idempotencyKey: `said-${world.now()}-${report.said}` }, { table: world.table, records: world.records, alerts: world.alerts, clock: () => world.now(), rules: [], wake: () => undefined, log: world.parts.log });
  if (result.kind !== 'noted') throw new Error(JSON.stringify(result));
}

async function comesAndGoes(world: AlertWorld, day: LocalDate, from = '08:31'): Promise<void> {
  await world.forwardTo(`${day}T${from}`);
  await says(world, day, { said: 'started', workerId: 'priya' });
  await world.fastForward(40);
  await says(world, day, { said: 'left', workerId: 'priya' });
}

const council = (rules: readonly AlertRule[]) => ({ id: harrow, rules, desk, zone });
async function past(world: AlertWorld, kind: AlertKind, rulesTried: readonly AlertRule[] = [], rulesNow: readonly AlertRule[] = []): Promise<PersonPast> {
  const found = await personPast(world.table, world.store, council(rulesNow), margaret, { kind, from: instantOf(`${start}T00:00`), until: world.now(), rulesNow, rulesTried });
  if (found === undefined) throw new Error('Margaret is not there');
  return found;
}
const rule = (kind: AlertKind, points: Partial<AlertRule>): AlertRule => ({ id: 'tried', councilId: harrow, scope: { kind: 'council' }, kind, ...points });
const whenOf = (alerts: readonly Gone[]) => alerts.map(({ at, kind }) => `${localDate(at, zone)} ${localTime(at, zone)} ${kind}`).toSorted();

describe('a fortnight with two late visits, one heard of too late, and one moved at night', () => {
  async function fortnight(): Promise<AlertWorld> {
    const world = await alertWorld({ at: '2026-12-01T20:00' });
    await world.plan();
    for (let place = 0; place < 14; place += 1) {
      const day = addDays(start, place);
      if (place === 2 || place === 6) {
        await world.forwardTo(`${day}T08:20`);
        await says(world, day, { said: 'running-late', lateByMinutes: place === 2 ? 25 : 12 });
      }
      if (place === 4) {
        await world.forwardTo(`${day}T08:20`);
        await says(world, day, { said: 'running-late', lateByMinutes: 7 });
      }
      if (place === 8) await comesAndGoes(world, day, '08:52');
      else if (place === 11) await comesAndGoes(world, day, '09:01');
      else await comesAndGoes(world, day);
      if (place === 10) {
        await world.forwardTo(`${day}T23:00`);
        await says(world, addDays(day, 1), { said: 'moved', on: addDays(day, 1), from: '09:00' as LocalTime });
      }
    }
    return world;
  }
  let world: AlertWorld;
  test('with the rules unchanged, what would have gone is what went', async () => {
    world = await fortnight();
    const late = await past(world, 'visit-late');
    expect(whenOf(late.went)).toEqual(['2026-12-04 08:20 visit-late', '2026-12-08 08:20 visit-late']);
    expect(late.asTried).toEqual(late.went);
    const silent = await past(world, 'visit-not-heard-of');
    expect(whenOf(silent.went)).toEqual(['2026-12-10 08:40 visit-not-heard-of']);
    expect([silent.asTried, silent.asNow, silent.visitsInPart]).toEqual([silent.went, silent.went, 0]);
  });

  test('with more minutes allowed fewer go, with fewer minutes more', async () => {
    expect(whenOf((await past(world, 'visit-late', [rule('visit-late', { threshold: 20 })])).asTried)).toEqual(['2026-12-04 08:20 visit-late']);
    expect(whenOf((await past(world, 'visit-late', [rule('visit-late', { threshold: 20, timeCriticalThreshold: 5 })])).asTried)).toEqual(['2026-12-04 08:20 visit-late', '2026-12-06 08:20 visit-late', '2026-12-08 08:20 visit-late']);
    expect((await past(world, 'visit-late', [rule('visit-late', { isOn: false })])).asTried).toEqual([]);
    expect((await past(world, 'visit-not-heard-of', [rule('visit-not-heard-of', { threshold: 25 })])).asTried).toEqual([]);
    expect(whenOf((await past(world, 'visit-not-heard-of', [rule('visit-not-heard-of', { threshold: 5 })])).asTried)).toEqual(['2026-12-10 08:35 visit-not-heard-of']);
  });

  test('reminders that nobody had are counted visit by visit', async () => {
    const { went, asTried } = await past(world, 'visit-reminder', [rule('visit-reminder', { isOn: true, threshold: 30 })]);
    expect([went.length, asTried.length, whenOf(asTried)[0], whenOf(asTried)[11]]).toEqual([0, 14, '2026-12-02 08:00 visit-reminder', '2026-12-13 08:30 visit-reminder']);
  });

  test('without quiet hours the move of eleven at night is told at night', async () => {
    const { went, asTried } = await past(world, 'visit-changed', [rule('visit-changed', { quietHours: null })]);
    expect([whenOf(went), whenOf(asTried)]).toEqual([['2026-12-13 07:30 visit-changed'], ['2026-12-12 23:00 visit-changed']]);
  });

  test('another ladder reaches others', async () => {
    const ladder = { rungs: [{ afterMinutes: 0, to: ['desk'] as const, by: 'usual' as const }], repeat: { everyMinutes: 60, rungs: 1 } };
    const { asTried } = await past(world, 'visit-not-heard-of', [rule('visit-not-heard-of', { ladder })]);
    expect(asTried.map(({ told }) => told.map(({ to }) => to))).toEqual([['desk']]);
  });

  test('money that ran low is found in the ledger as it was then', async () => {
    expect((await past(world, 'budget-low')).asTried).toEqual([]);
    const [found] = (await past(world, 'budget-low', [rule('budget-low', { threshold: 600 })])).asTried;
    expect(whenOf([found!])[0]).toMatch(/^2026-12-0[12] \d\d:\d\d budget-low$/);
  });
});

/** Chance that is the same each time. */
function chances(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

test.each([1, 2, 3])('in simulated month %i of an agency that is late, silent, moves and cancels, the rules unchanged tell exactly what they told', async (seed) => {
  const chance = chances(seed);
  const world = await alertWorld({ at: '2026-12-01T20:00' });
  await world.plan();
  for (let place = 0; place < 28; place += 1) {
    const day = addDays(start, place);
    switch (chance(7)) {
      case 0:
        await world.forwardTo(`${day}T08:${10 + chance(15)}`);
        await says(world, day, { said: 'running-late', lateByMinutes: 5 + chance(50) });
        await world.fastForward(3);
        if (chance(2) === 0) await says(world, day, { said: 'running-late', lateByMinutes: 60 + chance(20) });
        await comesAndGoes(world, day, '09:20');
        break;
      case 1: await comesAndGoes(world, day, `08:${40 + chance(19)}`); break;
      case 2: await comesAndGoes(world, day, `09:${10 + chance(49)}`); break;
      case 3:
        await world.forwardTo(`${day}T07:${10 + chance(49)}`);
        await says(world, day, { said: 'cancelled', by: 'agency', reason: 'nobody free' });
        break;
      case 4:
        await world.forwardTo(`${day}T06:30`);
        await says(world, day, { said: 'moved', on: day, from: '10:00' as LocalTime });
        await comesAndGoes(world, day, `10:${10 + chance(40)}`);
        break;
      case 5:
        await world.forwardTo(`${day}T08:15`);
        await says(world, day, { said: 'en-route' });
        await comesAndGoes(world, day, `08:${50 + chance(9)}`);
        break;
      default: await comesAndGoes(world, day);
    }
    // Now and then somebody answers what is open.
    if (chance(2) === 0) for (const { id } of (await world.record()).alertBoard.alerts.filter(({ isOpen, isForPerson }) => isOpen && isForPerson)) await world.alerts.answer({ councilId: harrow, personId: margaret, alertId: id }, { by: { kind: 'person' }, word: 'ok', at: world.now(), through: 'board' });
    await world.forwardTo(`${day}T20:00`);
  }
  let went = 0;
  for (const kind of ['visit-late', 'visit-not-heard-of', 'backup-plan-started', 'visit-cancelled', 'visit-changed', 'on-the-way', 'budget-low', 'visit-reminder'] as const) {
    const found = await past(world, kind);
    const told = (alerts: readonly Gone[]) => alerts.map(({ id, at, told: messages }) => `${id} ${at} ${messages.map(({ at: when, to }) => `${when}:${to}`).toSorted().join(' ')}`).toSorted();
    expect([kind, told(found.asTried)]).toEqual([kind, told(found.went)]);
    went += found.went.length;
  }
  expect(went).toBeGreaterThan(10);
}, 60_000);

describe('a try over a whole council', () => {
  test('goes a stretch at a time, says how far it has come, and ends where a single look would', async () => {
    const table = await freshStore();
    const names = Array.from({ length: 30 }, (_, place) => `person-${String(place).padStart(2, '0')}`);
    await keepPeople(table, names);
    let now: Instant = instantOf('2026-12-15T12:00');
    const slow = () => { now = instant(now + 100); return now; };
    const config = readConfig({});
    const tries = ruleTries({ table, rules: ruleStore(table, () => now), config, clock: slow }, harrow, () => 'one');
    const typed = { isOn: 'yes', threshold: '30' };
    const id = await tries.start({ ...rule('visit-reminder', { isOn: true, threshold: 30 }), id: 'council-visit-reminder' }, typed, 'staff:grace');
    const first = (await tries.read(id))!;
    expect([first.people, first.isDone, first.looked > 0 && first.looked < 30, first.typed]).toEqual([30, false, true, typed]);
    const looked = [first.looked];
    for (let rounds = 0; rounds < 20 && !(await tries.read(id))!.isDone; rounds += 1) {
      await tries.goOn(id);
      looked.push((await tries.read(id))!.looked);
    }
    const last = (await tries.read(id))!;
    expect([last.isDone, last.looked, looked.every((count, place) => place === 0 || count > looked[place - 1]!)]).toEqual([true, 30, true]);
    expect(last.counts.asTried.alerts).toBe((await tries.lines(id)).length);
    expect(last.counts.asTried.alerts % 30).toBe(0);
    expect([last.counts.went.alerts, last.counts.more]).toEqual([0, last.counts.asTried.alerts]);
    // Two who go on at once count nobody twice.
    await Promise.all([tries.goOn(id), tries.goOn(id)]);
    expect((await tries.read(id))!.counts).toEqual(last.counts);
    expect(await tries.read('never-was')).toBeUndefined();
  });
});
