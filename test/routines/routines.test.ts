// Promise: a routine comes at its time by the wall clock, on the days it should and no others, on both clock-change nights too; and what must not be set is refused with a reason.
import { describe, expect, test } from '@jest/globals';
import { DateTime } from 'luxon';
import { faultsOf, isBankHoliday, mayRun, mustBeAsked, noRoutines, occurrencesBetween, type Nation, type Routine } from '../../models/routine/index.ts';
import { instant, type LocalDate } from '../../models/shared/index.ts';

const london = 'Europe/London';
const at = (text: string) => instant(DateTime.fromISO(text, { zone: london }).toMillis());
const routine = (change: Partial<Routine> = {}): Routine => ({
  id: 'r', does: { kind: 'visits-today' }, days: [1, 2, 3, 4, 5], at: '08:30' as never, startsOn: '2026-01-01' as never, notOn: [], alsoOn: [], bankHolidays: { nation: 'england-and-wales', rule: 'as-usual' },
  setBy: 'susan', setByName: 'Susan', agreed: { at: at('2026-01-01T09:00'), how: 'voice' }, ...change,
});
const shown = (one: Routine, from: string, until: string) => occurrencesBetween(one, at(from), at(until), london).map((each) => DateTime.fromMillis(each.at, { zone: london }).toFormat('yyyy-MM-dd HH:mm') + (each.isShifted ? ' shifted' : ''));

test('weekdays are weekdays, a day may be left out or added, and an end is an end', () => {
  expect(shown(routine({ notOn: ['2026-12-02' as never], alsoOn: ['2026-12-05' as never], endsOn: '2026-12-03' as never }), '2026-11-30T00:00', '2026-12-08T00:00')).toEqual(['2026-11-30 08:30', '2026-12-01 08:30', '2026-12-03 08:30', '2026-12-05 08:30']);
});

test('never before from, and not at until', () => {
  expect(shown(routine(), '2026-12-01T08:30', '2026-12-02T08:30')).toEqual(['2026-12-01 08:30']);
});

// As published at gov.uk/bank-holidays.
const published: Readonly<Record<Nation, readonly string[]>> = {
  'england-and-wales': ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28', '2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
  scotland: ['2026-01-01', '2026-01-02', '2026-04-03', '2026-05-04', '2026-05-25', '2026-08-03', '2026-11-30', '2026-12-25', '2026-12-28'],
  'northern-ireland': ['2026-01-01', '2026-03-17', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-07-13', '2026-08-31', '2026-12-25', '2026-12-28'],
};
test.each(Object.keys(published) as Nation[])('the bank holidays of %s are those published', (nation) => {
  const [first, last] = [published[nation][0]!.slice(0, 4), published[nation].at(-1)!.slice(0, 4)];
  const found: string[] = [];
  for (let day = DateTime.fromISO(`${first}-01-01`); day.year <= Number(last); day = day.plus({ days: 1 })) if (isBankHoliday(day.toISODate() as LocalDate, nation)) found.push(day.toISODate()!);
  expect(found).toEqual(published[nation]);
});

test('a routine that rests on bank holidays does', () => {
  expect(shown(routine({ bankHolidays: { nation: 'england-and-wales', rule: 'not' } }), '2026-12-24T00:00', '2026-12-30T00:00')).toEqual(['2026-12-24 08:30', '2026-12-29 08:30']);
});

describe('on the nights the clocks change', () => {
  const nights = Array.from({ length: 12 }, (_, place) => 2026 + place).flatMap((year) => {
    const lastSunday = (month: number) => { const end = DateTime.local(year, month, 31, { zone: london }); return end.minus({ days: end.weekday % 7 }).toISODate()!; };
    return [[lastSunday(3), 'spring'], [lastSunday(10), 'autumn']] as const;
  });
  test.each(nights)('every minute of %s (%s) comes once, never early', (night, season) => {
    for (let minute = 0; minute < 180; minute += 1) {
      const wanted = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
      const day = DateTime.fromISO(night, { zone: london });
      const found = occurrencesBetween(routine({ days: [1, 2, 3, 4, 5, 6, 7], at: wanted as never }), instant(day.startOf('day').toMillis()), instant(day.endOf('day').toMillis()), london);
      // Independently: minutes counted from midnight in UTC, which is GMT before both changes in spring and BST before the change in autumn.
      const sinceMidnight = season === 'spring' ? (minute < 60 ? minute : minute < 120 ? minute : minute - 60) : (minute < 120 ? minute : minute + 60);
      expect(found.map((each) => (each.at - day.startOf('day').toMillis()) / 60_000)).toEqual([sinceMidnight]);
      expect(found[0]?.isShifted).toBe(season === 'spring' && minute >= 60 && minute < 120);
    }
  });
});

describe('whether it runs', () => {
  test('only when agreed, not refused since, and not paused', () => {
    const now = at('2026-12-01T09:00');
    const { agreed, ...never } = routine();
    expect([mayRun(never), mustBeAsked(never, now)]).toEqual([false, true]);
    expect([mayRun(routine()), mustBeAsked(routine({ agreed: { at: at('2026-11-01T09:00'), how: 'voice' } }), now)]).toEqual([true, false]);
    expect(mustBeAsked(routine(), now)).toBe(true);
    expect([mayRun(routine({ refusedAt: now })), mustBeAsked(routine({ refusedAt: now }), now)]).toEqual([false, false]);
    expect(mayRun(routine({ isPaused: true }))).toBe(false);
    expect(agreed?.how).toBe('voice');
  });
});

describe('what may not be set', () => {
  const circle = [{ id: 'susan', name: 'Susan', relationship: 'daughter', kind: 'family', mayKnow: ['visits'], mayAct: [] }, { id: 'bob', name: 'Bob', relationship: 'neighbour', kind: 'friend', mayKnow: ['messages'], mayAct: [] }] as const;
  const question = (change: object) => routine({ at: '09:00' as never, does: { kind: 'question', words: 'Have you had your tablets?', about: 'whether she has had her tablets', isMedicine: true, tell: 'susan', ...change } as Routine['does'] });
  test.each<readonly [string, Routine, readonly string[]]>([
    ['a good one', question({}), []],
    ['nobody told about medicines', question({ tell: undefined }), ['nobody-told']],
    ['somebody outside the circle', question({ tell: 'stranger' }), ['not-in-circle']],
    ['somebody who may not know', question({ tell: 'bob' }), ['may-not-be-told']],
    ['an order', question({ words: 'Take two tablets now' }), ['medical-advice', 'not-a-question']],
    ['a dose', routine({ does: { kind: 'say', words: 'It is time for your 50 mg' } }), ['medical-advice']],
    ['the middle of the night', routine({ at: '23:00' as never }), ['in-the-quiet-hours']],
    ['no day', routine({ days: [] }), ['no-day']],
    ['a speech', routine({ does: { kind: 'say', words: 'x'.repeat(121) } }), ['too-long']],
    ['a reminder a day before', routine({ does: { kind: 'before-visits', leadMinutes: 1_000 } }), ['bad-lead']],
  ])('%s', (_, one, faults) => { expect(faultsOf(one, noRoutines, { circle })).toEqual(faults); });
  test('a ninth a day', () => {
    expect(faultsOf(routine(), { routines: Array.from({ length: 8 }, (_, place) => routine({ id: `r${place}` })) }, { circle })).toEqual(['too-many']);
  });
});
