// Promise: a provider that cancels three hundred visits is one message for each family and one item for staff; what is urgent is never grouped or muted.
import { describe, expect, test } from '@jest/globals';
import { visitsBetween } from '../../models/care-visit/index.ts';
import { addDays, localDate, personId, type LocalDate, type PersonId } from '../../models/shared/index.ts';
import { reportVisit } from '../../lambda/alerts/visit-report.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { someone } from '../store/people.ts';
import { alertWorld, harrow, margaret, type AlertWorld } from '../support/alert-world.ts';

const zone = 'Europe/London';

async function nextVisits(world: AlertWorld, person: PersonId, count: number) {
  const record = await world.records.byPerson(harrow, person);
  const today = localDate(world.now(), zone);
  return visitsBetween(record!.visitBook, today, addDays(today, 21), zone).filter(({ startsAt, status }) => startsAt > world.now() && status !== 'cancelled').slice(0, count);
}

async function cancel(world: AlertWorld, person: PersonId, visitId: string) {
  return reportVisit({ councilId: harrow, personId: person, report: { visitId, at: world.now(), said: 'cancelled', by: 'agency', reason: 'snow' }, idempotencyKey: `cancel-${person}-${visitId}` },
    { table: world.table, records: world.records, alerts: world.alerts, clock: () => world.now(), rules: [], wake: () => undefined, log: world.parts.log });
}

describe('snow: one provider cancels three visits of each of a hundred families', () => {
  test('each family hears once, naming all three; staff have one item, and it says how many', async () => {
    const world = await alertWorld({ at: '2026-12-01T10:00' });
    const people = Array.from({ length: 100 }, (_, number) => personId(`family-${number}`));
    for (const person of people) {
      const one = someone('margaret');
      await createPerson(world.table, { ...one, personId: person, household: { ...one.household, personId: person }, messageBook: { forPerson: [], wordLeft: [] } });
      await world.store.saveReach(harrow, person, () => ({ person: [{ id: `tv-${person}`, channel: 'board', value: `tv-${person}`, isVerified: true }], members: {}, contacts: [] }));
    }
    for (let visit = 0; visit < 3; visit += 1) {
      for (const person of people) {
        const [next] = await nextVisits(world, person, 1);
        expect(await cancel(world, person, next!.id)).toMatchObject({ kind: 'noted' });
      }
    }
    await world.fastForward(4);
    const home = world.arrived.filter(({ to }) => to === 'person');
    expect(home).toHaveLength(100);
    expect(new Set(home.map(({ attemptId }) => attemptId.split('/')[1])).size).toBe(100);
    expect(new Set(home.map(({ spoken }) => spoken))).toEqual(new Set(['The agency has cancelled three of your visits: tomorrow at half past eight in the morning, on Thursday at half past eight in the morning, and on Friday at half past eight in the morning. You can ring Ann at the office.']));
    expect(world.arrived.filter(({ to }) => to === 'desk').map(({ spoken }) => spoken)).toEqual(['Brightway has moved or cancelled 200 visits or more. Everybody concerned is being told.']);
    // Nobody answers anywhere all day: the families are told again, the desk is not told a hundred times.
    await world.fastForward(8 * 60);
    expect(new Set(world.arrived.filter(({ to }) => to === 'desk').map(({ spoken }) => spoken.replace('Again: ', ''))).size).toBe(1);
    expect((await world.store.list(harrow, undefined, '2026', '2027')).map(({ kind }) => kind)).toEqual(['many-visits-changed']);
  }, 120_000);
});

describe('one family’s visits', () => {
  test('one cancelled visit is told within half a minute, and by its own words', async () => {
    const world = await alertWorld({ at: '2026-12-01T10:00' });
    const [visit] = await nextVisits(world, margaret, 1);
    await cancel(world, margaret, visit!.id);
    await world.fastForward(1);
    expect(world.arrived.filter(({ channel }) => channel === 'board').map(({ at, spoken }) => `${at} ${spoken}`)).toEqual(['10:00:30 The agency has cancelled your visit tomorrow at half past eight in the morning. You can ring Ann at the office.']);
  });

  test('a visit within two hours waits for no other', async () => {
    const world = await alertWorld({ at: '2026-12-02T07:45' });
    const [soon] = await nextVisits(world, margaret, 1);
    await cancel(world, margaret, soon!.id);
    await world.fastForward(0);
    expect(world.arrived[0]?.at).toBe('07:45:00');
  });

  test('after the first message the next is a quarter of an hour away at the least, and told with what came meanwhile', async () => {
    const world = await alertWorld({ at: '2026-12-01T10:01' });
    const visits = await nextVisits(world, margaret, 4);
    await cancel(world, margaret, visits[0]!.id);
    await world.fastForward(1);
    for (const visit of visits.slice(1)) await cancel(world, margaret, visit.id);
    await world.fastForward(2);
    expect(new Set(world.arrived.map(({ spoken }) => spoken)).size).toBe(1);
    await world.forwardTo('2026-12-01T10:15');
    expect(world.arrived.filter(({ channel, isAgain, spoken }) => channel === 'board' && !isAgain && spoken.includes('three of your visits'))).toHaveLength(1);
  });

  test('a family whose visits were cancelled by the dozen escalates to their own circle all the same', async () => {
    const world = await alertWorld({ at: '2026-12-01T10:00' });
    for (const visit of await nextVisits(world, margaret, 12)) await cancel(world, margaret, visit.id);
    await world.fastForward(6 * 60);
    expect(world.arrived.some(({ to, channel }) => to === 'sarah' && channel === 'text')).toBe(true);
    const desk = world.arrived.filter(({ to, isAgain }) => to === 'desk' && !isAgain).map(({ spoken }) => spoken);
    expect(new Set(desk)).toEqual(new Set(['Brightway has moved or cancelled 10 visits or more. Everybody concerned is being told.']));
    const [group] = (await world.store.list(harrow, margaret, '2026', '2027')).filter(({ kind }) => kind === 'visit-cancelled');
    expect(group!.decisions.map(({ reason }) => reason)).toContain('hold:grouped');
  });

  test('a missed visit in the middle of the storm is told by itself, in full and up to the desk', async () => {
    const world = await alertWorld({ at: '2026-12-01T20:00' });
    await world.plan();
    for (const visit of (await nextVisits(world, margaret, 12)).slice(1)) await cancel(world, margaret, visit.id);
    await world.forwardTo('2026-12-02T09:05');
    const missed = world.arrived.filter(({ spoken }) => spoken.includes('has not heard that anybody has come') || spoken.includes('I have not heard that Priya'));
    expect(missed.map(({ at, to }) => `${at.slice(0, 5)} ${to}`)).toEqual(expect.arrayContaining(['08:40 person', '09:00 sarah', '09:00 desk']));
  });
});

test('a visit the agency moves is told with both times, and watched at its new one', async () => {
  const world = await alertWorld({ at: '2026-12-01T10:00' });
  await world.plan();
  const [visit] = await nextVisits(world, margaret, 1);
  const moved = await reportVisit({ councilId: harrow, personId: margaret, report: { visitId: visit!.id, at: world.now(), said: 'moved', on: '2026-12-02' as LocalDate, from: '10:00' as never }, idempotencyKey: 'moved' },
    { table: world.table, records: world.records, alerts: world.alerts, clock: () => world.now(), rules: [], wake: () => undefined, log: world.parts.log });
  expect(moved).toMatchObject({ kind: 'noted', visit: { from: '10:00', status: 'confirmed' } });
  await world.fastForward(1);
  expect(world.arrived[0]?.spoken).toBe('Your half past eight visit tomorrow has moved. It is now at ten.');
  const [alert] = (await world.store.list(harrow, margaret, '2026', '2027')).filter(({ kind }) => kind === 'visit-changed');
  await world.alerts.answer({ councilId: harrow, personId: margaret, alertId: alert!.id }, { by: { kind: 'person' }, word: 'ok', at: world.now(), through: 'board' });
  const before = world.arrived.length;
  await world.forwardTo('2026-12-02T10:09');
  expect(world.arrived.slice(before)).toEqual([]);
  await world.forwardTo('2026-12-02T10:11');
  expect(world.arrived.slice(before).map(({ at }) => at)).toContain('10:10:00');
});
