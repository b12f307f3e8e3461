// Promise: what care workers recorded as done is kept once, found by person and by provider for a stretch of days, and taken back by nobody else.
import { expect, test } from '@jest/globals';
import { activityOf, visitsOn, type VisitActivity, type VisitBook } from '../../models/care-visit/index.ts';
import { councilId, instant, pence, personId, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { activityStore } from '../../lambda/store/activity-rows.ts';
import { describeOnEveryEngine } from '../store/engines.ts';

const harrow = councilId('harrow');
const day = (text: string) => text as LocalDate;
const done = (id: string, on: string, more: Partial<VisitActivity> = {}): VisitActivity => ({
  id, personId: personId('dev'), providerId: 'kindly-care', visitId: `evening@${on}`, on: day(on), workerId: 'sam', at: instant(1_800_000_000_000), activity: 'going-out', minutes: 60, costPence: pence(350), ...more,
});

describeOnEveryEngine('what was done', (newTable) => {
  test('is kept once however often it is sent, and another under the same id is refused', async () => {
    const store = activityStore(await newTable());
    expect(await store.keep(harrow, done('a', '2026-11-30'))).toBe('kept');
    expect(await store.keep(harrow, done('a', '2026-11-30', { at: instant(1_800_000_100_000) }))).toBe('kept-before');
    expect(await store.keep(harrow, done('a', '2026-11-30', { costPence: pence(999) }))).toBe('another-under-this-id');
    expect(await store.keep(harrow, done('a', '2026-11-30', { workerId: 'priya' }))).toBe('another-under-this-id');
    expect(await store.ofPerson(harrow, personId('dev'), day('2026-11-30'), day('2026-11-30'))).toEqual([done('a', '2026-11-30')]);
  });

  test('is found by person and by provider, from one day to another, both included', async () => {
    const store = activityStore(await newTable());
    for (const [id, on, more] of [['a', '2026-11-29', {}], ['b', '2026-11-30', {}], ['c', '2026-12-01', { personId: personId('joyce') }], ['d', '2026-12-01', { providerId: 'kindly-care-2' }], ['e', '2026-12-02', {}]] as const) await store.keep(harrow, done(id, on, more));
    const ids = (list: readonly VisitActivity[]) => list.map(({ id }) => id);
    expect(ids(await store.ofProvider(harrow, 'kindly-care', day('2026-11-30'), day('2026-12-01')))).toEqual(['b', 'c']);
    expect(ids(await store.ofProvider(harrow, 'kindly-care-2', day('2026-11-01'), day('2026-12-31')))).toEqual(['d']);
    expect(ids(await store.ofPerson(harrow, personId('dev'), day('2026-11-29'), day('2026-12-01')))).toEqual(['a', 'b', 'd']);
    expect(await store.ofProvider(councilId('brent'), 'kindly-care', day('2026-11-01'), day('2026-12-31'))).toEqual([]);
  });

  test('is taken back by whoever wrote it, and by nobody else', async () => {
    const store = activityStore(await newTable());
    const one = done('a', '2026-11-30');
    await store.keep(harrow, one);
    expect(await store.takeBack(harrow, { ...one, workerId: 'priya' }, instant(1_800_000_200_000))).toBe('not-there');
    expect(await store.takeBack(harrow, { ...one, id: 'never' }, instant(1_800_000_200_000))).toBe('not-there');
    expect(await store.takeBack(harrow, one, instant(1_800_000_200_000))).toBe('taken-back');
    expect(await store.takeBack(harrow, one, instant(1_800_000_300_000))).toBe('taken-back');
    expect(await store.ofPerson(harrow, personId('dev'), one.on, one.on)).toEqual([]);
    expect(await store.keep(harrow, one)).toBe('kept-before');
    expect(await store.ofPerson(harrow, personId('dev'), one.on, one.on)).toEqual([]);
  });
});

test('what a round has planned comes with its visits, and is written beside what was done', () => {
  const plannedActivities = [{ activity: 'going-out', minutes: 90, costPence: pence(500) }] as const;
  const book: VisitBook = {
    provider: { id: 'kindly-care', name: 'Kindly Care', phone: '', officeContact: '', lateAfterMinutes: 15 }, workers: [], visits: [], changeRequests: [], backupPlan: { tellAfterMinutes: 30, tell: [] },
    rounds: [{ id: 'evening', days: [1], everyWeeks: 1, startsOn: day('2026-11-01'), from: '18:00' as LocalTime, minutes: 120, workerIds: ['sam'], tasks: [], isTimeCritical: false, plannedActivities }],
  };
  const [visit] = visitsOn(book, day('2026-11-30'), 'Europe/London');
  const told = { id: 'x', workerId: 'sam', at: instant(1), minutes: 80, costPence: pence(450) };
  expect(activityOf({ ...told, activity: 'going-out' }, { personId: personId('dev'), providerId: 'kindly-care', visit: visit! })).toMatchObject({ on: '2026-11-30', planned: { minutes: 90, costPence: 500 } });
  expect(activityOf({ ...told, activity: 'company' }, { personId: personId('dev'), providerId: 'kindly-care', visit: visit! })).not.toHaveProperty('planned');
});
