// Promise: whatever the day the demonstration begins, its three people are whole, their visits make sense and their money adds up.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { demonstrationPeople } from '../../lambda/demonstration/demonstration-people.ts';
import type { DemonstrationPerson } from '../../lambda/demonstration/demonstration-person.ts';
import { figuresFrom, fourFacts, leftPence } from '../../models/budget/index.ts';
import { isWaiting } from '../../models/service-request/index.ts';
import { flagsOf, isComing, nextVisit, visitsBetween, visitsOn, whereIsMyCarer, type CareVisit } from '../../models/care-visit/index.ts';
import { whoKnows } from '../../models/household/index.ts';
import { waitingMessages } from '../../models/message/index.ts';
import { addDays, daysBetween, localDate, localTime, toInstant, weekdayOf, type LocalDate, type LocalTime } from '../../models/shared/index.ts';

const london = 'Europe/London';
const hashPin = (pin: string) => ({ salt: 'salt', hash: `hash of ${pin}` });
const tuesday = '2026-12-01' as LocalDate;
const at = (time: string, day = tuesday) => toInstant(day, time as LocalTime, london);
const people = (day: LocalDate, time = '08:00') => demonstrationPeople(day, at(time, day), hashPin);

function named(name: string, day = tuesday, time = '08:00'): DemonstrationPerson {
  const found = people(day, time).find((person) => person.household.name.preferred === name);
  if (found === undefined) throw new Error(`No ${name}`);
  return found;
}
const glance = (visits: readonly CareVisit[]) => visits.filter(isComing).map((visit) => `${visit.from} ${visit.workerIds.join('+')}`).join(', ');
const coming = (person: DemonstrationPerson, day: string) => glance(visitsOn(person.visitBook, day as LocalDate, london));

/** Period starts and ends, both clock changes, a leap day, a year's end and days between. */
const days = [
  '2026-11-23', '2026-12-01', '2026-12-03', '2026-12-20', '2026-12-21', '2026-12-25', '2026-12-31', '2027-01-01', '2027-01-17', '2027-01-18', '2027-02-28', '2027-03-27',
  '2027-03-28', '2027-04-11', '2027-04-12', '2027-07-14', '2027-10-30', '2027-10-31', '2028-02-29', '2028-12-31',
] as LocalDate[];

describe('On Tuesday the 1st of December at eight', () => {
  test('Margaret has two visits, and Blessing on Thursdays', () => {
    const margaret = named('Margaret');
    expect(coming(margaret, '2026-12-01')).toBe('08:30 priya, 18:00 sam');
    expect(coming(margaret, '2026-12-02')).toBe('08:30 priya, 12:30 blessing');
    expect(coming(margaret, '2026-12-03')).toBe('12:00 blessing');
    expect(coming(margaret, '2026-12-10')).toBe('12:00 blessing');
    expect(nextVisit(margaret.visitBook, at('08:00'), london)).toMatchObject({ from: '08:30', minutes: 45, tasks: ['help with washing', 'breakfast'] });
    expect(visitsOn(margaret.visitBook, '2026-12-10' as LocalDate, london)[0]).toMatchObject({ minutes: 30, tasks: ['help with lunch', 'your tablets'] });
  });

  test('Margaret has one message, from last night', () => {
    const [message, ...rest] = waitingMessages(named('Margaret').messageBook);
    expect(rest).toEqual([]);
    expect(message).toMatchObject({ fromName: 'Susan', words: "Lunch on Sunday, I'll pick you up at twelve.", sentAt: at('21:10', '2026-11-30' as LocalDate) });
  });

  test('Margaret has 184 pounds until the 21st', () => {
    const { budget } = named('Margaret');
    if (budget === undefined) throw new Error('No budget');
    expect(fourFacts(budget, tuesday)).toMatchObject({
      leftPence: 18_400, setAsidePence: 9200, period: { from: '2026-11-23', to: '2026-12-20', nextFrom: '2026-12-21' },
      takenBack: { amountPence: 2400, on: '2027-02-28' },
    });
  });

  test('Susan and Ann may know what Margaret chose', () => {
    expect(whoKnows(named('Margaret').household)).toMatchObject({ visits: ['Susan', 'Ann', 'Mr Okafor'], messages: ['Susan'], money: ['Mr Okafor'] });
  });

  test('at ten to nine nobody has been heard of', () => {
    const found = whereIsMyCarer(named('Margaret').visitBook, at('08:50'), london);
    expect(found).toMatchObject({ kind: 'not-heard', backupPlanAt: at('09:00'), tell: ['ann', 'susan'] });
  });

  test('Sam and Blessing come together to hoist Dev', () => {
    expect(nextVisit(named('Dev').visitBook, at('08:00'), london, { task: 'hoist' })).toMatchObject({ on: tuesday, from: '19:00', workerIds: ['sam', 'blessing'] });
  });

  test('Dev is 18 pounds short of two hours of cleaning', () => {
    const { budget } = named('Dev');
    if (budget === undefined) throw new Error('No budget');
    expect(2 * 1500 - leftPence(budget)).toBe(1800);
  });

  test('Joyce has 60 pounds, and four numbers before she hears it', () => {
    const joyce = named('Joyce');
    expect(joyce.budget !== undefined && leftPence(joyce.budget)).toBe(6000);
    expect(joyce.household.privacy).toMatchObject({ answers: 'pin', pin: { hash: 'hash of 4419' }, sendTo: 'susan' });
    expect(coming(joyce, '2026-12-01')).toBe('09:00 priya, 13:00 blessing, 17:30 sam');
  });
});

describe('Beside the demonstration directory', () => {
  const file = new URL('../../lambda/directory/demonstration-services.json', import.meta.url);
  const services = (JSON.parse(readFileSync(file, 'utf8')) as { contents: { id: string; name: string; organization: { name: string }; cost_options: { amount: number }[] }[] }).contents;

  test('what is booked is in it, at its price', () => {
    const booked = people(tuesday).flatMap(({ requestBook }) => requestBook.requests);
    expect(booked.length).toBeGreaterThan(0);
    for (const request of booked) {
      expect(services.find((service) => service.id === request.serviceId)).toMatchObject({
        name: request.serviceName, organization: { name: request.providerName }, cost_options: [{ amount: (request.unitPence ?? 0) / 100 }],
      });
    }
  });
});

describe.each(days)('Begun on %s', (day) => {
  test.each(['00:00', '08:00', '15:20', '23:59'])('money is the same at %s and adds up line by line', (time) => {
    const now = at(time, day);
    const left = people(day, time).map(({ budget, entries, requestBook }) => {
      if (budget === undefined) throw new Error('No budget');
      expect(figuresFrom(entries)).toEqual(budget.figures);
      expect(entries.map((entry) => entry.number)).toEqual(entries.map((_, place) => place + 1));
      expect(budget.recent.toReversed()).toEqual(entries);
      expect(entries.every((entry, place) => entry.at <= now && entry.at >= (entries[place - 1]?.at ?? 0))).toBe(true);
      expect(budget.openSetAsides.map((open) => open.requestId).sort()).toEqual(requestBook.requests.filter((request) => !isWaiting(request) && request.state !== 'paid').map((request) => request.id).sort());
      expect(budget.openSetAsides.every((open) => open.expiresAt > now)).toBe(true);
      expect(daysBetween(day, budget.settings.reviewOn)).toBeGreaterThan(70);
      return [leftPence(budget), budget.figures.setAsidePence];
    });
    expect(left).toEqual([[18_400, 9200], [1200, 4000], [6000, 0]]);
  });

  test.each(['00:00', '08:45', '19:20', '23:59'])('the fortnight behind is reported and nothing ahead is, at %s', (time) => {
    const now = at(time, day);
    for (const { visitBook } of people(day, time)) {
      const visits = visitsBetween(visitBook, addDays(day, -30), addDays(day, 28), london);
      expect(visits[0]?.on).toBe(addDays(day, -14));
      const behind = visits.filter((visit) => visit.endsAt + 40 * 60_000 < now);
      expect(behind.filter((visit) => visit.status !== 'completed' || visit.arrivedAt === undefined || visit.leftAt === undefined)).toEqual([]);
      expect(visits.filter((visit) => visit.startsAt > now && visit.status !== 'planned')).toEqual([]);
      expect(visitBook.visits.every((visit) => (visit.lastReport?.at ?? 0) <= now)).toBe(true);
      const flags = behind.map((visit) => flagsOf(visit, visitBook, now));
      expect([flags.filter((each) => each.isLate).length, flags.filter((each) => each.isShort).length]).toEqual([1, 1]);
    }
  });

  test("Margaret's week is Priya, Sam and Blessing as told", () => {
    const { visitBook } = named('Margaret', day);
    for (let ahead = 1; ahead <= 28; ahead++) {
      const on = addDays(day, ahead);
      const visits = visitsOn(visitBook, on, london);
      expect(visits.map((visit) => visit.from)).toEqual(fromsByWeekday[weekdayOf(on) - 1]);
      expect(visits.map((visit) => localTime(visit.startsAt, london))).toEqual(fromsByWeekday[weekdayOf(on) - 1]);
    }
  });

  test('each is as old as told, with a message from last night', () => {
    const [margaret, dev, joyce] = people(day).map(({ household }) => Math.floor(daysBetween(household.bornOn as LocalDate, day) / 365.25));
    expect([margaret, dev, joyce]).toEqual([82, 34, 77]);
    const message = named('Margaret', day).messageBook.forPerson[0];
    expect(message !== undefined && [localDate(message.sentAt, london), localTime(message.sentAt, london)]).toEqual([addDays(day, -1), '21:10']);
  });
});

const fromsByWeekday = [
  ['08:30', '12:30', '18:00'], ['08:30', '18:00'], ['08:30', '12:30'], ['12:00'], ['08:30', '18:00'], ['08:30', '12:30', '18:00'], ['08:30', '18:00'],
];
