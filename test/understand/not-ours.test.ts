// Promise: distress is always heard, what is not ours is left alone, and nothing a speaker can hear breaks us.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { hear, intents, tuesday, understanding } from './hearing.ts';
import { inDistress, notDistress, notOurs } from './not-ours.ts';

describe('Distress', () => {
  test.each(inDistress)('is heard in "%s"', async (sentence) => {
    expect(await hear(sentence)).toMatchObject({ intent: 'INeedHelpIntent', slots: {} });
  });

  test.each(notDistress)('is not heard in "%s"', async (sentence) => {
    expect((await hear(sentence)).intent).not.toBe('INeedHelpIntent');
  });

  test('is heard whatever question was left open', async () => {
    expect((await hear('I\'ve fallen', { expecting: ['AMAZON.YesIntent', 'GiveAmountIntent'] })).intent).toBe('INeedHelpIntent');
  });
});

describe('What is not ours', () => {
  test.each(notOurs)('is left alone: "%s"', async (sentence) => {
    expect(await hear(sentence)).toEqual({ intent: 'AMAZON.FallbackIntent', slots: {}, confidence: 0 });
  });

  test.each(['', '   ', '?!…', '🙂', '\u0000\u200b'])('is silence, too: %j', async (sentence) => {
    expect(await hear(sentence)).toEqual({ intent: 'AMAZON.FallbackIntent', slots: {}, confidence: 0 });
  });
});

describe('Anything at all', () => {
  const names = new Set(intents.map(({ name }) => name));
  const words = fc.array(fc.constantFrom('constructor', 'hasownproperty', 'two', 'the', 'a', 'week', 'on', 'half', 'to', 'please', 'one', 'priya', 'cancel', 'garden', 'first', 'of', 'twenty', 'and', 'oh', 'double', '31', '99:99', '£', '’s'), { maxLength: 40 }).map((all) => all.join(' '));

  test('becomes an intent of ours with a sound confidence', async () => {
    await fc.assert(fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), words), async (sentence) => {
      const { intent, confidence, slots, guesses, utterance } = await understanding.understand(sentence, tuesday);
      expect(names.has(intent)).toBe(true);
      expect(utterance).toBe(sentence);
      expect(confidence >= 0 && confidence <= 1).toBe(true);
      expect(guesses.length).toBeLessThanOrEqual(3);
      for (const { value } of Object.values(slots)) expect(['string', 'undefined']).toContain(typeof value);
    }), { numRuns: 300 });
  });

  test('very long is cut, not choked on', async () => {
    for (const phrase of ['can i use it for ', 'please can you tell me ', 'a week on ', 'two ', 'no ', 'x']) {
      expect(names.has((await hear(phrase.repeat(20_000))).intent)).toBe(true);
    }
  });
});
