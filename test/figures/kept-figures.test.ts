// Promise: on every engine, everybody's week is found whole however many they are, a provider's weeks by themselves, and nothing stays of whoever is forgotten.
import { expect, test } from '@jest/globals';
import type { CouncilWeek, PersonWeek, ProviderWeek } from '../../models/figures/index.ts';
import { instant, personId, type LocalDate } from '../../models/shared/index.ts';
import { councilWeeks, everybodysWeek, fairnessOf, forgetCounted, keepFolded, lastWeeksOf, personWeekOperation, providerWeeks, weeksOfProvider } from '../../lambda/store/figure-rows.ts';
import { turnOperation, turnsOf } from '../../lambda/store/turn-rows.ts';
import { describeOnEveryEngine } from '../store/engines.ts';
import { harrow } from '../store/people.ts';

const monday = (text: string) => text as LocalDate;
const [before, week] = [monday('2026-11-23'), monday('2026-11-30')];
const personWeek = (id: string, of = week): PersonWeek => ({ personId: personId(id), week: of, at: instant(1), provider: { id: 'a', name: 'A' }, hasPlan: true, days: { [of]: { providerId: 'a', counts: { 'visits.planned': 2 } } }, before: { last: { visited: before }, turns: [{ week: before, turns: 3, failed: 1 }] } });
const people = { all: 1, spoke: 1, visited: 1, told: 0, asked: 0 };
const council: CouncilWeek = { week, days: { [week]: { 'turns.understood': 3 } }, people, peopleIn: { 4: people, 13: people, 52: people } };
const provider = (id: string, of = week): ProviderWeek => ({ id, name: id.toUpperCase(), week: of, people: 1, withPlan: 1, days: { [of]: { 'visits.planned': 2 } } });

describeOnEveryEngine('figures', (newTable) => {
  test('everybody’s week is found whole, page after page, and nobody else’s', async () => {
    const table = await newTable();
    const all = Array.from({ length: 230 }, (_, each) => personWeek(`p${each}`));
    for (let from = 0; from < all.length; from += 90) await table.transact(all.slice(from, from + 90).map((row) => personWeekOperation(harrow, row)));
    await table.transact([personWeekOperation(harrow, personWeek('p1', before))]);
    const found: PersonWeek[] = [];
    for await (const rows of everybodysWeek(table, harrow, week)) found.push(...rows);
    expect(found.sort((one, other) => Number(one.personId.slice(1)) - Number(other.personId.slice(1)))).toEqual(all);
    expect((await lastWeeksOf(table, harrow, personId('p1'), 3)).map(({ row }) => row.week)).toEqual([week, before]);
    expect((await table.transact([personWeekOperation(harrow, personWeek('p1'))])).kind).toBe('refused');
  });

  test('what a week came to is kept in the place of what was kept, with as many providers as there are', async () => {
    const table = await newTable();
    const providers = Array.from({ length: 120 }, (_, each) => provider(`care-${each}`));
    await keepFolded(table, harrow, { council, providers, fairness: { 4: { people: { 0: 1, 10: 0, 20: 0, 30: 0, more: 0 }, most: [] }, 13: { people: { 0: 1, 10: 0, 20: 0, 30: 0, more: 0 }, most: [] } } });
    await keepFolded(table, harrow, { council: { ...council, week: before }, providers: [provider('care-1', before), provider('care#odd', before)] });
    await keepFolded(table, harrow, { council, providers });
    expect(await councilWeeks(table, harrow, week, week)).toEqual([council]);
    expect((await councilWeeks(table, harrow, before, week)).map((each) => each.week)).toEqual([before, week]);
    expect(await providerWeeks(table, harrow, week, week)).toHaveLength(120);
    expect(await weeksOfProvider(table, harrow, 'care-1', before, week)).toEqual([provider('care-1', before), provider('care-1')]);
    expect(await weeksOfProvider(table, harrow, 'care#odd', before, week)).toEqual([provider('care#odd', before)]);
    expect((await fairnessOf(table, harrow))?.[4].people[0]).toBe(1);
  });

  test('nothing stays with whoever is forgotten', async () => {
    const table = await newTable();
    const turn = (id: string) => turnOperation({ councilId: harrow, personId: personId('p'), actionId: id }, { on: week, how: 'understood', intent: 'WhoIsComingIntent' });
    await table.transact([personWeekOperation(harrow, personWeek('p')), personWeekOperation(harrow, personWeek('q')), turn('1'), turn('2')]);
    expect((await turnsOf(table, harrow, personId('p'))).map((each) => each.turn.intent)).toEqual(['WhoIsComingIntent', 'WhoIsComingIntent']);
    await forgetCounted(table, harrow, personId('p'));
    expect([await turnsOf(table, harrow, personId('p')), await lastWeeksOf(table, harrow, personId('p'), 3)]).toEqual([[], []]);
    expect(await lastWeeksOf(table, harrow, personId('q'), 3)).toHaveLength(1);
  });
});
