// Promise: only those the person chose hear about them, and "stop telling Ann" is obeyed at once.
import { describe, expect, test } from '@jest/globals';
import { mayKnow, personNamed, stopTelling, whoKnows } from '../../models/household/index.ts';
import { instant } from '../../models/shared/index.ts';
import { ann, margaret, susan } from './margarets-household.ts';

const now = instant(1_796_112_000_000);
const names = (words: string, household = margaret) => personNamed(household, words)?.name;

describe('Who may know', () => {
  test('each topic has the people who were chosen', () => {
    expect(whoKnows(margaret)).toEqual({ visits: ['Susan', 'Ann'], money: [], requests: [], messages: ['Susan'], alerts: ['Susan'] });
  });

  test('somebody stopped may know nothing at all', () => {
    expect([mayKnow(ann, 'visits'), mayKnow({ ...ann, stoppedAt: now }, 'visits'), mayKnow(ann, 'money')]).toEqual([true, false, false]);
  });
});

describe('Who is meant', () => {
  test.each([
    ['Susan', 'Susan'], ['our Susan', 'Susan'], ["Susan's", 'Susan'], ['my daughter', 'Susan'], ['the neighbour', 'Ann'], ['Mr Okafor', 'Mr Okafor'], ['okafor', 'Mr Okafor'],
    ['ann', 'Ann'],
  ])('%p means %s', (words, name) => {
    expect(names(words)).toBe(name);
  });

  test.each(['Anna', '', 'my', 'somebody', 'constructor'])('%p means nobody here', (words) => {
    expect(names(words)).toBeUndefined();
  });

  test('two daughters are asked about, never guessed between', () => {
    const two = { ...margaret, circle: [...margaret.circle, { ...susan, id: 'jean', name: 'Jean' }] };
    expect([names('my daughter', two), names('Jean', two)]).toEqual([undefined, 'Jean']);
  });

  test('one who is told wins over one who is not', () => {
    const two = { ...margaret, circle: [{ ...ann, id: 'old ann', stoppedAt: now }, ...margaret.circle] };
    expect(personNamed(two, 'Ann')?.id).toBe('ann');
  });
});

describe('Stopping', () => {
  test('Ann is told nothing from then on', () => {
    const result = stopTelling(margaret, 'Ann', undefined, now);
    if (result.kind !== 'stopped') throw new Error(result.reason);
    expect(result).toMatchObject({ member: { name: 'Ann', stoppedAt: now, mayKnow: [], mayAct: [] }, topics: ['visits'] });
    expect(whoKnows(result.household).visits).toEqual(['Susan']);
  });

  test('one topic can be stopped and others kept', () => {
    const result = stopTelling(margaret, 'my daughter', 'messages', now);
    if (result.kind !== 'stopped') throw new Error(result.reason);
    expect(result.member).toMatchObject({ mayKnow: ['visits', 'alerts'], mayAct: ['visits'] });
    expect(result.member).not.toHaveProperty('stoppedAt');
    expect(whoKnows(result.household)).toMatchObject({ visits: ['Susan', 'Ann'], messages: [] });
  });

  test('what nobody knew cannot be stopped', () => {
    expect(stopTelling(margaret, 'Ann', 'money', now)).toMatchObject({ kind: 'refused', reason: 'not-told-anyway', member: { name: 'Ann' } });
    expect(stopTelling(margaret, 'Doris', undefined, now)).toEqual({ kind: 'refused', reason: 'nobody-of-that-name' });
    const once = stopTelling(margaret, 'Ann', undefined, now);
    if (once.kind !== 'stopped') throw new Error(once.reason);
    expect(stopTelling(once.household, 'Ann', undefined, now)).toMatchObject({ kind: 'refused', reason: 'not-told-anyway' });
  });
});
