// Promise: what people here say of days is the AMAZON.DATE that Alexa would give, said on Tuesday the 1st of December 2026 at eight.
import { describe, expect, test } from '@jest/globals';
import { hear } from './hearing.ts';
import { finders, read } from './british-speech.ts';

const date = (said: string) => read(finders.date, said)?.value;

describe('A day', () => {
  test.each([
    ['today', '2026-12-01'], ['later today', '2026-12-01'], ['tomorrow', '2026-12-02'], ['the day after tomorrow', '2026-12-03'], ['yesterday', '2026-11-30'], ['the day before yesterday', '2026-11-29'], ['this time next week', '2026-12-08'], ['this time tomorrow', '2026-12-02'],
    ['Tuesday', '2026-12-01'], ['a week on Tuesday', '2026-12-08'], ['Tuesday week', '2026-12-08'], ['Thursday fortnight', '2026-12-17'], ['a fortnight Saturday', '2026-12-19'], ['a fortnight on Saturday', '2026-12-19'], ['a week today', '2026-12-08'], ['today week', '2026-12-08'], ['tomorrow week', '2026-12-09'],
    ['three weeks today', '2026-12-22'], ['three weeks tomorrow', '2026-12-23'], ['in three weeks', '2026-12-22'], ['in ten days\' time', '2026-12-11'], ['in a couple of days', '2026-12-03'], ['in a fortnight', '2026-12-15'], ['in a week or so', '2026-12-08'], ['a fortnight\'s time', '2026-12-15'], ['a week from Thursday', '2026-12-10'],
    ['a month today', '2027-01-01'], ['in six weeks', '2027-01-12'], ['in a month\'s time', '2027-01-01'], ['in two months', '2027-02-01'], ['a year today', '2027-12-01'], ['two days ago', '2026-11-29'], ['a fortnight ago', '2026-11-17'], ['a week ago today', '2026-11-24'], ['a week last Friday', '2026-11-20'], ['a week yesterday', '2026-11-23'],
    ['this coming Friday', '2026-12-04'], ['Friday coming', '2026-12-04'], ['Friday gone', '2026-11-27'], ['last Friday', '2026-11-27'], ['Friday just gone', '2026-11-27'], ['the Friday after', '2026-12-11'], ['the Friday after next', '2026-12-11'], ['Friday next week', '2026-12-11'], ['Friday of next week', '2026-12-11'], ['next week on Friday', '2026-12-11'], ['the Friday before last', '2026-11-20'],
    ['the eighth', '2026-12-08'], ['the twenty third', '2026-12-23'], ['the 23rd', '2026-12-23'], ['the first', '2026-12-01'], ['the first of the month', '2026-12-01'], ['the tenth of next month', '2027-01-10'], ['the eighth of December', '2026-12-08'], ['December the eighth', '2026-12-08'], ['8th December', '2026-12-08'], ['8 December', '2026-12-08'],
    ['Tuesday the eighth', '2026-12-08'], ['Tuesday 8th', '2026-12-08'], ['Tuesday the eighth of December', '2026-12-08'], ['Tuesday, 8th of December 2026', '2026-12-08'], ['the first of January twenty twenty eight', '2028-01-01'], ['the twenty ninth of February', '2028-02-29'],
    ['the end of the month', '2026-12-31'], ['the end of January', '2027-01-31'], ['the last day of the month', '2026-12-31'], ['the beginning of next month', '2027-01-01'], ['the first Monday of the month', '2026-12-07'], ['the last Friday in January', '2027-01-29'], ['the second Tuesday of next month', '2027-01-12'], ['the end of the year', '2026-12-31'],
  ])('said as "%s" is %s', (said, value) => {
    expect(date(said)).toBe(value);
  });

  test.each([
    ['Christmas Eve', '2026-12-24'], ['Christmas Day', '2026-12-25'], ['Boxing Day', '2026-12-26'], ['New Year\'s Eve', '2026-12-31'], ['Hogmanay', '2026-12-31'], ['New Year\'s Day', '2027-01-01'], ['Burns Night', '2027-01-25'], ['Shrove Tuesday', '2027-02-09'], ['Pancake Day', '2027-02-09'], ['Mothering Sunday', '2027-03-07'], ['Mother\'s Day', '2027-03-07'],
    ['Good Friday', '2027-03-26'], ['Easter Sunday', '2027-03-28'], ['Easter Monday', '2027-03-29'], ['the Easter bank holiday', '2027-03-29'], ['the early May bank holiday', '2027-05-03'], ['the late May bank holiday', '2027-05-31'], ['the May bank holiday', '2027-05-03'], ['August bank holiday', '2027-08-30'], ['August bank holiday Monday', '2027-08-30'],
    ['Father\'s Day', '2027-06-20'], ['bonfire night', '2027-11-05'], ['Remembrance Sunday', '2027-11-14'], ['the bank holiday', '2026-12-25'], ['bank holiday Monday', '2026-12-28'], ['last bank holiday', '2026-08-31'], ['last Christmas', '2025-12-25'], ['the day after Boxing Day', '2026-12-27'], ['the Tuesday before Christmas', '2026-12-22'], ['a week on Boxing Day', '2027-01-02'],
  ])('with a name, "%s", is %s', (said, value) => {
    expect(date(said)).toBe(value);
  });

  test.each([
    ['first thing tomorrow', '2026-12-02', 'morning'], ['tomorrow first thing', '2026-12-02', 'morning'], ['tomorrow teatime', '2026-12-02', 'evening'], ['tomorrow dinner time', '2026-12-02', 'afternoon'], ['Sunday dinner time', '2026-12-06', 'afternoon'], ['Sunday lunchtime', '2026-12-06', 'afternoon'], ['Friday pm', '2026-12-04', 'afternoon'],
    ['tonight', '2026-12-01', 'evening'], ['this afternoon', '2026-12-01', 'afternoon'], ['last night', '2026-11-30', 'evening'], ['tomorrow night', '2026-12-02', 'evening'], ['early on Friday', '2026-12-04', 'morning'], ['late Friday afternoon', '2026-12-04', 'afternoon'], ['last thing on Sunday', '2026-12-06', 'night'],
    ['the morning of the eighth', '2026-12-08', 'morning'], ['Christmas Day morning', '2026-12-25', 'morning'], ['a week on Thursday in the evening', '2026-12-10', 'evening'], ['Tuesday the eighth at teatime', '2026-12-08', 'evening'],
  ])('with a part of it, "%s", is %s and the %s, where dinner is at midday and tea in the evening', (said, value, partOfDay) => {
    expect(read(finders.date, said)).toEqual({ value, partOfDay });
  });
});

describe('A stretch of days', () => {
  test.each([
    ['this week', '2026-W49'], ['later this week', '2026-W49'], ['the end of the week', '2026-W49'], ['mid week', '2026-W49'], ['next week', '2026-W50'], ['early next week', '2026-W50'], ['the back end of next week', '2026-W50'], ['the middle of next week', '2026-W50'], ['some time next week', '2026-W50'], ['the week after next', '2026-W51'],
    ['last week', '2026-W48'], ['the week before last', '2026-W47'], ['the week beginning the seventh', '2026-W50'], ['week commencing the 14th of December', '2026-W51'], ['the week of the twenty first', '2026-W52'], ['Christmas week', '2026-W52'], ['the week after Christmas', '2026-W53'],
    ['the weekend', '2026-W49-WE'], ['this coming weekend', '2026-W49-WE'], ['at the weekend', '2026-W49-WE'], ['next weekend', '2026-W50-WE'], ['the weekend after next', '2026-W51-WE'], ['last weekend', '2026-W48-WE'], ['the weekend just gone', '2026-W48-WE'], ['Easter weekend', '2027-W12-WE'], ['the weekend before Christmas', '2026-W51-WE'], ['August bank holiday weekend', '2027-W34-WE'],
    ['this month', '2026-12'], ['so far this month', '2026-12'], ['next month', '2027-01'], ['the month after next', '2027-02'], ['last month', '2026-11'], ['over the last month', '2026-11'], ['in January', '2027-01'], ['early January', '2027-01'], ['the middle of January', '2027-01'], ['mid March', '2027-03'], ['back in November', '2026-11'], ['last December', '2025-12'], ['March next year', '2027-03'], ['January 2028', '2028-01'], ['in the new year', '2027-01'],
    ['this year', '2026'], ['last year', '2025'], ['next year', '2027'], ['in 2025', '2025'], ['in the spring', '2027-SP'], ['next summer', '2027-SU'], ['this summer', '2026-SU'], ['last summer', '2026-SU'], ['this winter', '2026-WI'], ['last winter', '2025-WI'], ['the back end of the year', '2026-FA'], ['now', 'PRESENT_REF'], ['right now', 'PRESENT_REF'],
  ])('said as "%s" is %s', (said, value) => {
    expect(date(said)).toBe(value);
  });

  test.each([
    ['before Christmas', '2026-W52'], ['this side of Christmas', '2026-W52'], ['over Christmas', '2026-W52'], ['after Christmas', '2026-W53'], ['between Christmas and New Year', '2026-W53'], ['after Easter', '2027-W13'],
  ])('told from a holiday, "%s", is the week beside it, %s, so that which day is asked for', (said, value) => {
    expect(date(said)).toBe(value);
  });

  test('at the beginning of the week is next week once Monday is past', () => {
    expect([date('the beginning of the week'), read(finders.date, 'the beginning of the week', { today: '2026-11-30' as never })?.value]).toEqual(['2026-W50', '2026-W49']);
  });
});

describe('Words that are not a day', () => {
  test.each(['the other day', 'the Tuesday', 'weekdays', 'spring clean', 'in the spring cleaning', 'half a day', 'in a bit', 'soon', 'one day', 'the bank', 'Sunday lunch', 'a week', 'two weeks', 'the thirty second', 'the thirtieth of February', 'may', 'sat', 'sun'])('are left alone: "%s"', (said) => {
    expect(date(said)).toBeUndefined();
  });
});

describe('A sentence', () => {
  test.each([
    ['who\'s coming the day after Boxing Day', 'WhoIsComingIntent', { day: '2026-12-27' }], ['who is coming a week on Tuesday', 'WhoIsComingIntent', { day: '2026-12-08' }], ['what have I got on Sunday dinner time', 'CareVisitsOnDayIntent', { day: '2026-12-06', partOfDay: 'afternoon' }],
    ['cancel Thursday fortnight', 'CancelCareVisitIntent', { day: '2026-12-17' }], ['have I got anything the week after next', 'CareVisitsOnDayIntent', { day: '2026-W51' }], ['any visits this side of Christmas', 'CareVisitsOnDayIntent', { day: '2026-W52' }],
    ['can they come about half three', 'MoveCareVisitIntent', { time: '15:30' }], ['move it to just after nine', 'MoveCareVisitIntent', { time: '09:00' }], ['move Friday week to half ten', 'MoveCareVisitIntent', { day: '2026-12-11', time: '10:30' }], ['what did I spend last summer', 'SpendingIntent', { period: '2026-SU' }],
    ['an hour and a half or so please', 'GiveAmountIntent', { duration: 'PT1H30M' }], ['make it a couple of hours', 'GiveAmountIntent', { duration: 'PT2H' }], ['let\'s say eightish', 'GiveTimeIntent', { time: '08:00' }], ['half eight tonight please', 'GiveTimeIntent', { time: '20:30' }],
    ['can they come later on', 'MoveCareVisitIntent', { direction: 'later' }], ['cancel the Tuesday one', 'CancelCareVisitIntent', { day: '2026-12-01' }],
  ])('"%s" is heard with its day and time', async (said, intent, slots) => {
    expect(await hear(said)).toMatchObject({ intent, slots });
  });
});
