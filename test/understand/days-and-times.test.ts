// Promise: days, times and numbers said the British way come to the values Alexa would give.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { addDays, isLocalDate, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { hear } from './hearing.ts';

describe('A day', () => {
  test.each([
    ['today', '2026-12-01'], ['tomorrow', '2026-12-02'], ['yesterday', '2026-11-30'], ['the day after tomorrow', '2026-12-03'], ['tuesday', '2026-12-01'], ['this friday', '2026-12-04'],
    ['next tuesday', '2026-12-08'], ['next thursday', '2026-12-03'], ['thursday week', '2026-12-10'], ['a week on thursday', '2026-12-10'], ['a week today', '2026-12-08'], ['a fortnight tomorrow', '2026-12-16'],
    ['last friday', '2026-11-27'], ['the tenth of december', '2026-12-10'], ['december the tenth', '2026-12-10'], ['10th December', '2026-12-10'], ['tuesday the eighth', '2026-12-08'], ['the thirty first of january', '2027-01-31'],
    ['christmas day', '2026-12-25'], ['new year\'s day', '2027-01-01'], ['in three days', '2026-12-04'], ['in a week\'s time', '2026-12-08'], ['three days ago', '2026-11-28'],
    ['this week', '2026-W49'], ['next week', '2026-W50'], ['this weekend', '2026-W49-WE'], ['last month', '2026-11'], ['this month', '2026-12'], ['in january', '2027-01'], ['this year', '2026'], ['now', 'PRESENT_REF'],
  ])('said as "%s" is %s', async (said, value) => {
    expect((await hear(`my visits ${said}`)).slots['day'] ?? (await hear(`what have i spent ${said}`)).slots['period']).toBe(value);
  });

  const day = fc.integer({ min: 0, max: 20_000 }).map((ahead) => addDays('2020-01-01' as LocalDate, ahead));
  const names = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
  const dayOf = async (said: string, today: LocalDate) => (await hear(`visits ${said}`, { today })).slots['day'] as LocalDate;

  test('of the week is the coming one on any day', async () => {
    await fc.assert(fc.asyncProperty(day, fc.integer({ min: 1, max: 7 }), async (today, weekday) => {
      const coming = await dayOf(names[weekday - 1] ?? '', today);
      expect(weekdayOf(coming)).toBe(weekday);
      expect(coming >= today && coming <= addDays(today, 6)).toBe(true);
      const next = await dayOf(`next ${names[weekday - 1]}`, today);
      expect(weekdayOf(next)).toBe(weekday);
      expect(next > today && next <= addDays(today, 7)).toBe(true);
      expect(await dayOf(`a week on ${names[weekday - 1]}`, today)).toBe(addDays(coming, 7));
    }));
  });

  test('of a month is real and never in the past', async () => {
    const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];
    await fc.assert(fc.asyncProperty(day, fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 11 }), async (today, ofMonth, month) => {
      const found = await dayOf(`on the ${ofMonth}th of ${months[month]}`, today);
      expect(isLocalDate(found) && found >= today).toBe(true);
      expect(found.slice(5)).toBe(`${String(month + 1).padStart(2, '0')}-${String(ofMonth).padStart(2, '0')}`);
    }));
  });
});

describe('A time', () => {
  test.each([
    ['half eight', '08:30'], ['half past eight', '08:30'], ['quarter to nine', '08:45'], ['quarter past ten', '10:15'], ['ten to four', '15:50'], ['five and twenty to four', '15:35'], ['twenty past seven', '07:20'],
    ['one o\'clock', '13:00'], ['three o\'clock', '15:00'], ['eight o\'clock', '08:00'], ['eight thirty', '08:30'], ['nine oh five', '09:05'], ['noon', '12:00'], ['midday', '12:00'], ['midnight', '00:00'], ['twelve o\'clock', '12:00'],
    ['eight o\'clock at night', '20:00'], ['half six in the evening', '18:30'], ['three in the morning', '03:00'], ['nine in the morning', '09:00'], ['two in the afternoon', '14:00'], ['3pm', '15:00'], ['8.30 am', '08:30'], ['15:45', '15:45'], ['half twelve', '12:30'],
  ])('said as "%s" is %s', async (said, value) => {
    expect((await hear(`at ${said}`)).slots['time']).toBe(value);
  });

  test('with a name of its own is a part of the day', async () => {
    expect(await hear('tea time')).toMatchObject({ intent: 'GiveDayIntent', slots: { partOfDay: 'evening' } });
    expect((await hear('this evening')).slots).toEqual({ day: '2026-12-01', partOfDay: 'evening' });
  });
});

describe('A number', () => {
  test.each([
    ['two', { number: '2' }], ['twenty five', { number: '25' }], ['a hundred and six', { number: '106' }], ['a dozen', { number: '12' }], ['7', { number: '7' }],
    ['two hours', { duration: 'PT2H' }], ['a couple of hours', { duration: 'PT2H' }], ['an hour', { duration: 'PT1H' }], ['half an hour', { duration: 'PT30M' }], ['an hour and a half', { duration: 'PT1H30M' }],
    ['two and a half hours', { duration: 'PT2H30M' }], ['ninety minutes', { duration: 'PT90M' }], ['three quarters of an hour', { duration: 'PT45M' }],
  ])('of things or hours, "%s", is counted', async (said, slots) => {
    expect(await hear(said)).toMatchObject({ intent: 'GiveAmountIntent', slots });
  });

  const digits = ['nought', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];
  const spoken = (code: string) => Array.from(code, (digit) => digits[Number(digit)]).join(' ');

  test('of four or six digits said one by one is kept whole', async () => {
    await fc.assert(fc.asyncProperty(fc.stringMatching(/^\d{4}$/), fc.stringMatching(/^\d{6}$/), async (pin, code) => {
      expect(await hear(spoken(pin))).toMatchObject({ intent: 'GivePinIntent', slots: { pin } });
      expect(await hear(pin)).toMatchObject({ intent: 'GivePinIntent', slots: { pin } });
      expect(await hear(`my code is ${spoken(code)}`)).toMatchObject({ intent: 'LinkWithCodeIntent', slots: { code } });
      expect(await hear(`my code is ${code}`)).toMatchObject({ intent: 'LinkWithCodeIntent', slots: { code } });
    }));
  });
});
