// Promise: every idea comes with a true reason and its cost, and free and voluntary choices are always among them.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { buildDirectory, suggestServices, type Service, type SuggestServices } from '../../models/service/index.ts';
import { pounds } from '../../models/shared/index.ts';
import { aService, free, margaretsHome, price, today, volunteers } from './a-service.ts';

const choir = aService("Singing group at St John's", free);
const paidChoir = aService('Byron Choir', price(5, 'per session'));
const club = aService('The Friday Social Club', price(3, 'per session'));
const taxi = aService('Star Taxi', price(9, 'per trip'));
const hands = aService('Visiting friends befriending', { ...free, ...volunteers });
const everything = [choir, paidChoir, club, taxi, hands];

function ideas(given: Partial<SuggestServices>, services: readonly Service[] = everything) {
  return suggestServices(buildDirectory(services), { interests: [], goals: [], already: [], today, area: 'Harrow', near: margaretsHome, age: 82, ...given });
}

describe('reasons', () => {
  test('what the person likes comes first, in their words', () => {
    const [first] = ideas({ interests: ['singing'], goals: [{ words: 'getting out and seeing people', covers: ['social club', 'transport'] }] });
    expect(first).toMatchObject({ found: { name: "Singing group at St John's", cost: { kind: 'free' } }, reason: { kind: 'interest', words: 'singing' } });
  });

  test('then what the plan says, in its words', () => {
    expect(ideas({ goals: [{ words: 'getting out', covers: ['transport'] }] })[0]).toMatchObject({ found: { name: 'Star Taxi' }, reason: { kind: 'goal', words: 'getting out' } });
  });

  test('interest and plan take turns', () => {
    const said = ideas({ interests: ['singing'], goals: [{ words: 'getting out', covers: ['transport'] }] }).map(({ reason }) => reason.kind);
    expect(said.slice(0, 2)).toEqual(['interest', 'goal']);
  });

  test('with nothing to go by, free and voluntary ones are offered as that', () => {
    expect(new Set(ideas({}).map(({ reason }) => reason.kind))).toEqual(new Set(['free']));
    expect(ideas({}, [aService('Helpers', { ...volunteers, ...price(2, 'per visit') })]).map(({ reason }) => reason.kind)).toEqual(['voluntary']);
  });

  test('an interest nothing serves gives no made-up idea', () => {
    expect(ideas({ interests: ['falconry'] }, [taxi])).toEqual([]);
  });
});

describe('money', () => {
  test('what costs more than is left comes last, with its price', () => {
    const given = ideas({ goals: [{ words: 'music', covers: ['singing', 'transport'] }], leftPence: pounds(6) });
    const last = given.findLast(({ isWithinMoney }) => isWithinMoney === false);
    expect(last).toMatchObject({ found: { name: 'Star Taxi', cost: { kind: 'priced', pence: 900 } } });
    expect(given.indexOf(last!)).toBeGreaterThan(given.findIndex(({ found }) => found.name === 'Byron Choir'));
  });

  test('without a budget nothing is called affordable but the free', () => {
    for (const { found, isWithinMoney } of ideas({ interests: ['singing'] })) expect(isWithinMoney).toBe(found.cost.kind === 'free' ? true : undefined);
  });
});

test('what the person has or heard already is left out', () => {
  expect(ideas({ interests: ['singing'], already: [choir.id] }).map(({ found }) => found.service.id)).not.toContain(choir.id);
});

test('any three ideas in a row hold a free and a voluntary one while there are any', () => {
  const kinds = ['Choir', 'Taxi', 'Lunch Club', 'Gardening', 'Bingo', 'Yoga'];
  const service = fc.record({ kind: fc.constantFrom(...kinds), isFree: fc.boolean(), isByVolunteers: fc.boolean(), pounds: fc.integer({ min: 1, max: 60 }) });
  fc.assert(fc.property(fc.array(service, { minLength: 1, maxLength: 25 }), fc.subarray(['singing', 'bingo', 'falconry']), fc.subarray(['social club', 'transport', 'gardening']), fc.integer({ min: 0, max: 4000 }), (drafts, interests, covers, left) => {
    const services = drafts.map((draft, n) => aService(`${draft.kind} ${n}`, { ...(draft.isFree ? free : price(draft.pounds, 'per session')), ...(draft.isByVolunteers ? volunteers : {}) }));
    const given = { interests, goals: [{ words: 'a good life', covers }], leftPence: pounds(0, left) };
    const found = ideas(given, services);
    const firstThree = found.slice(0, 3);
    const isFree = ({ found: { cost } }: (typeof found)[number]) => cost.kind === 'free';
    if (services.some((each) => each.cost_options?.[0]?.amount === 0)) expect(firstThree.some(isFree)).toBe(true);
    if (drafts.some(({ isByVolunteers }) => isByVolunteers)) expect(firstThree.some((idea) => idea.found.isVoluntary)).toBe(true);
    expect(new Set(found.map((idea) => idea.found.service.id)).size).toBe(found.length);
    expect(ideas(given, services.toReversed())).toEqual(found);
  }), { numRuns: 300 });
});
