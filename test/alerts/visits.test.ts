// Promise: when nobody has come, the person is told first and honestly, then those of the backup plan, then the desk; and nobody is told what is no longer so.
import { describe, expect, test } from '@jest/globals';
import { alertsForVisitReport } from '../../models/alert/index.ts';
import { reportOnVisit, visitsOn } from '../../models/care-visit/index.ts';
import type { LocalDate } from '../../models/shared/index.ts';
import { reportVisit } from '../../lambda/alerts/visit-report.ts';
import { alertWorld, harrow, margaret, type AlertWorld } from '../support/alert-world.ts';

const times = ({ arrived }: AlertWorld) => arrived.map(({ at, channel, to }) => `${at.slice(0, 5)} ${channel} ${to}`);
const zone = 'Europe/London';
const tomorrow = '2026-12-02' as LocalDate;

/** What the agency's system would send, through the same rules. */
async function agencySays(world: AlertWorld, report: { said: 'running-late'; lateByMinutes: number } | { said: 'started'; workerId: string } | { said: 'cancelled'; by: 'agency'; reason: string }): Promise<void> {
  const record = await world.record();
  const [visit] = visitsOn(record.visitBook, tomorrow, zone);
  if (visit === undefined) throw new Error('No visit');
  const noted = reportOnVisit(record.visitBook, { ...report, visitId: visit.id, at: world.now() }, world.now(), zone);
  if (noted.kind !== 'noted') throw new Error(noted.reason);
  const alerts = alertsForVisitReport(visit, noted.visit, { councilId: harrow, personId: margaret, book: noted.book, rules: [] }, world.now());
  await world.records.save(record, { idempotencyKey: `report-${world.now()}`, at: world.now(), visitBook: noted.book, audit: [] });
  for (const alert of alerts) await world.alerts.raise(alert);
}

describe('the half past eight visit, time-critical, and nobody comes', () => {
  const plannedWorld = async () => {
    const world = await alertWorld({ at: '2026-12-01T20:00' });
    await world.plan();
    return world;
  };

  test('the person hears at ten minutes, the daughter at half an hour, the desk in between', async () => {
    const world = await plannedWorld();
    await world.forwardTo('2026-12-02T09:05');
    expect(times(world)).toEqual(expect.arrayContaining(['08:40 board person', '08:40 chime person', '08:50 board person', '09:00 text sarah', '09:00 email sarah', '09:00 desk desk']));
    expect(times(world).filter((line) => line < '08:40')).toEqual([]);
  });

  test('what the person hears is honest', async () => {
    const world = await plannedWorld();
    await world.forwardTo('2026-12-02T08:41');
    expect(world.arrived[0]?.spoken).toBe('I have not heard that Priya has arrived. The agency has told me nothing yet. If nobody has come by nine, I tell Sarah.');
  });

  test('when she has arrived nothing is told', async () => {
    const world = await plannedWorld();
    await world.forwardTo('2026-12-02T08:32');
    await agencySays(world, { said: 'started', workerId: 'priya' });
    await world.forwardTo('2026-12-02T12:00');
    expect(world.arrived).toEqual([]);
  });

  test('when the agency says how late she is, that is told once, and silence is counted from then', async () => {
    const world = await plannedWorld();
    await world.forwardTo('2026-12-02T08:20');
    await agencySays(world, { said: 'running-late', lateByMinutes: 25 });
    await world.forwardTo('2026-12-02T09:09');
    expect(world.arrived.map(({ at, to, spoken }) => `${at.slice(0, 5)} ${to} ${spoken}`).slice(0, 1)).toEqual(['08:20 person Priya is running late, the agency says. About 25 minutes.']);
    expect(world.arrived.filter(({ spoken }) => spoken.includes('I have not heard'))).toEqual([]);
    await world.forwardTo('2026-12-02T09:12');
    expect(world.arrived.some(({ spoken }) => spoken.includes('I have not heard that Priya has arrived. The agency last told me at twenty past eight that they were running late.'))).toBe(true);
  });

  test('a little later still is no news; much later is', async () => {
    const world = await plannedWorld();
    await world.forwardTo('2026-12-02T08:20');
    await agencySays(world, { said: 'running-late', lateByMinutes: 20 });
    await world.fastForward(2);
    await agencySays(world, { said: 'running-late', lateByMinutes: 25 });
    await world.fastForward(1);
    const first = world.arrived.length;
    await agencySays(world, { said: 'running-late', lateByMinutes: 45 });
    await world.fastForward(1);
    expect([first, world.arrived.length]).toEqual([1, 2]);
  });

  test('planning again plans nothing twice', async () => {
    const world = await plannedWorld();
    await world.plan();
    await world.forwardTo('2026-12-02T08:45');
    expect(times(world)).toEqual(['08:40 board person', '08:40 chime person']);
  });

  test('a visit that the agency cancels is told, and not waited for', async () => {
    const world = await plannedWorld();
    await world.forwardTo('2026-12-02T08:00');
    await agencySays(world, { said: 'cancelled', by: 'agency', reason: 'staff sickness' });
    await world.forwardTo('2026-12-02T08:03');
    expect(world.arrived.map(({ spoken }) => spoken)).toEqual(['The agency has cancelled your visit at half past eight this morning. You can ring Ann at the office.']);
    const [told] = world.arrived;
    await world.alerts.answer({ councilId: harrow, personId: margaret, alertId: told!.attemptId.split('/')[2]!.replace(/\.\d+$/, '') }, { by: { kind: 'person' }, word: 'ok', at: world.now(), through: 'board' });
    await world.forwardTo('2026-12-02T12:00');
    expect(world.arrived).toHaveLength(1);
  });

  test('a planner that runs every twelve hours for a week misses no visit and doubles none', async () => {
    const world = await plannedWorld();
    for (let day = 2; day <= 8; day += 1) {
      await world.forwardTo(`2026-12-0${day}T09:01`);
      for (const { id, isOpen } of (await world.record()).alertBoard.alerts) if (isOpen) await world.alerts.answer({ councilId: harrow, personId: margaret, alertId: id }, { by: { kind: 'desk' }, word: 'ok', at: world.now(), through: 'console' });
    }
    const first = world.arrived.filter(({ channel, isAgain }) => channel === 'board' && !isAgain).map(({ at }) => at);
    expect(first).toEqual(Array.from({ length: 7 }, () => '08:40:00'));
  });
});

test.each([
  ['spring', '2027-03-27T20:00', '2027-03-28T08:45'], ['autumn', '2026-10-24T20:00', '2026-10-25T08:45'],
])('when the clocks change in %s the wall clock counts', async (_, from, to) => {
  const world = await alertWorld({ at: from });
  await world.plan();
  await world.forwardTo(to);
  expect(world.arrived[0]?.at).toBe('08:40:00');
});


test('what is worse takes the place of what nobody was told yet: it is told once, with the newer words', async () => {
  const world = await alertWorld({ at: '2026-12-01T20:00' });
  await world.forwardTo('2026-12-02T08:20');
  const [visit] = visitsOn((await world.record()).visitBook, tomorrow, zone);
  const needs = { table: world.table, records: world.records, alerts: world.alerts, clock: world.now, rules: [], wake: () => undefined, log: world.parts.log };
  // The engine looks at nothing in between.
  for (const lateByMinutes of [20, 45]) {
    const noted = await reportVisit({ councilId: harrow, personId: margaret, idempotencyKey: `late-${lateByMinutes}`, report: { visitId: visit!.id, said: 'running-late', lateByMinutes, at: world.now() } }, needs);
    expect(noted).toMatchObject({ kind: 'noted', alerts: [{ kind: 'visit-late' }] });
  }
  await world.forwardTo('2026-12-02T08:22');
  expect(new Set(world.arrived.map(({ spoken }) => /about ([a-z -]+) (?:minutes|late)/i.exec(spoken)?.[1] ?? spoken)).size).toBe(1);
  expect(world.arrived.map(({ spoken }) => spoken).join()).toMatch(/forty-five|45|three quarters/i);
});
