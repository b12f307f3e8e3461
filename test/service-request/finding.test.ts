// Promise: a request can be found by how people speak of it, and its reference can be said and is not mistaken for another.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { decideRequest, findRequest, firstWords, makeReference, requestNews, secondWords } from '../../models/service-request/index.ts';
import { instant } from '../../models/shared/index.ts';
import { asked, cleaner, eight, freeGardening, gardening } from './margarets-requests.ts';

const minutes = (count: number) => instant(eight + count * 60_000);
const first = asked(cleaner, {}, { reference: 'copper bell' });
const second = asked(gardening, first, {}, minutes(20));
const { requestBook } = asked(freeGardening, second, { reference: 'silver kettle' }, minutes(40));

describe('Finding what was asked for', () => {
  test.each([
    ['copper bell', 'Sparkle Cleaning'], ['Copper Bell please', 'Sparkle Cleaning'], ['that cleaner', 'Sparkle Cleaning'], ['the cleaning', 'Sparkle Cleaning'], ['cleaning', 'Sparkle Cleaning'],
    ['sparkle', 'Sparkle Cleaning'], ['did Green Fingers ever answer', 'Green Fingers'], ['green-fingers', 'Green Fingers'], ['robin four', 'Green Fingers'],
    ['the gardener', 'Harrow Helping Hands'], ['helping hands', 'Harrow Helping Hands'],
  ])('“%s” is %s', (words, name) => {
    expect(findRequest(requestBook, words)?.serviceName).toBe(name);
  });

  test.each(['the choir', 'a taxi', ''])('“%s” is none of them', (words) => {
    expect(findRequest(requestBook, words)).toBeUndefined();
  });

  test('news comes with the latest change first', () => {
    const order = (book: typeof requestBook) => requestNews(book).map(({ serviceName }) => serviceName);
    expect(order(requestBook)).toEqual(['Harrow Helping Hands', 'Green Fingers', 'Sparkle Cleaning']);
    const decided = decideRequest({ id: 'sparkle', decision: 'decline', by: { id: 'okafor', name: 'Mr Okafor', isApprover: false } }, { requestBook, budget: second.budget }, minutes(60));
    expect(decided.kind === 'changed' && order(decided.requestBook)).toEqual(['Sparkle Cleaning', 'Harrow Helping Hands', 'Green Fingers']);
  });
});

describe('References', () => {
  test('are two plain words that are not in use', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.nat({ max: 1_000_000 })), fc.integer({ min: 1, max: 80 }), (numbers, count) => {
      const random = (below: number) => (numbers.next().value as number) % below;
      const taken: string[] = [];
      for (let made = 0; made < count; made += 1) taken.push(makeReference(random, taken));
      expect(new Set(taken).size).toBe(count);
      expect(taken.every((reference) => /^[a-z]+ [a-z]+$/.test(reference))).toBe(true);
      const few = taken.slice(0, 30).flatMap((reference) => reference.split(' '));
      expect(new Set(few).size).toBe(few.length);
    }), { numRuns: 60 });
  });

  test('are still given when every pair is taken', () => {
    const every = firstWords.flatMap((one) => secondWords.map((other) => `${one} ${other}`));
    expect(every).not.toContain(makeReference(() => 0, every));
  });

  test('are made of words unlike each other to the ear', () => {
    const words = [...firstWords, ...secondWords];
    expect(new Set(words).size).toBe(words.length);
    for (const list of [firstWords, secondWords]) {
      const alike = list.flatMap((one, place) => list.slice(place + 1).filter((other) => soundOf(one) === soundOf(other)).map((other) => `${one}/${other}`));
      expect(alike).toEqual([]);
    }
  });
});

/** Soundex: the first letter, then what its consonants sound like. */
function soundOf(word: string): string {
  const codes: Readonly<Record<string, string>> = { b: '1', f: '1', p: '1', v: '1', c: '2', g: '2', j: '2', k: '2', q: '2', s: '2', x: '2', z: '2', d: '3', t: '3', l: '4', m: '5', n: '5', r: '6' };
  const sounds = word.split('').map((letter) => codes[letter] ?? ' ');
  return word.charAt(0) + sounds.filter((sound, place) => place > 0 && sound !== ' ' && sound !== sounds[place - 1]).join('').slice(0, 3);
}
