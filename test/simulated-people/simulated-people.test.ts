// Promise: people of every manner reach what they came for, over a poor line too, and nothing is ever done that they did not say yes to.
import { beforeAll, describe, expect, test } from '@jest/globals';
import { goals } from './goals.ts';
import { personas, pursue, type Outcome } from './simulate.ts';

const seeds = [1, 2];
const rates = [[0, 0.95], [10, 0.9], [21, 0.8]] as const;
const outcomes = new Map<number, Outcome[]>();
const share = (all: readonly Outcome[]) => all.filter(({ isReached }) => isReached).length / all.length;

beforeAll(async () => {
  for (const [rate] of rates) {
    const all: Outcome[] = [];
    for (const seed of rate === 0 ? [1] : seeds) for (const goal of goals) for (const [place, persona] of personas.entries()) all.push(await pursue(goal, persona, rate, seed * 1000 + place * 37 + goals.indexOf(goal)));
    outcomes.set(rate, all);
    const missed = all.reduce((sum, { misunderstandings }) => sum + misunderstandings, 0);
    const mended = all.reduce((sum, { mendedAtOnce }) => sum + mendedAtOnce, 0);
    process.stdout.write(`simulated people, ${rate} words in a hundred wrong: ${(100 * share(all)).toFixed(1)}% of ${all.length} goals reached, ${missed} misunderstandings, ${missed === 0 ? '-' : Math.round((100 * mended) / missed)}% mended at once\n`);
  }
}, 300_000);

describe.each(rates)('With %i words in a hundred heard wrong', (rate, least) => {
  const all = () => outcomes.get(rate) ?? [];

  test('people reach what they came for', () => {
    const failed = all().filter(({ isReached }) => !isReached).map(({ goal, persona, transcript }) => ({ goal: goal.name, persona, transcript }));
    expect({ isEnough: share(all()) >= least, failed: share(all()) >= least ? [] : failed }).toEqual({ isEnough: true, failed: [] });
  });

  test('nothing is done that nobody said yes to', () => {
    expect(all().filter(({ wrongActions }) => wrongActions.length > 0).map(({ goal, wrongActions, transcript }) => ({ goal: goal.name, wrongActions, transcript }))).toEqual([]);
  });

  test('a question takes two turns or fewer, as often as not', () => {
    const turns = all().filter(({ goal }) => goal.isQuestion).map((each) => each.turns).sort((one, other) => one - other);
    expect(turns[Math.floor(turns.length / 2)]).toBeLessThanOrEqual(2);
  });
});

test('six in ten misunderstandings are mended at the first retry', () => {
  const poor = rates.filter(([rate]) => rate > 0).flatMap(([rate]) => outcomes.get(rate) ?? []);
  const [all, mended] = [poor.reduce((sum, { misunderstandings }) => sum + misunderstandings, 0), poor.reduce((sum, { mendedAtOnce }) => sum + mendedAtOnce, 0)];
  expect(mended / all).toBeGreaterThanOrEqual(0.6);
});
