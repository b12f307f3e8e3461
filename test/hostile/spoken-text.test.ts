// Promise: what is heard is what was written, less only what cannot be heard; and never more than can be taken in.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { fitToHear } from '../../skill/fit-to-hear.ts';
import { plainText, quote, phone, ssml, type Line } from '../../skill/ssml.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { hostileWords } from '../support/hostile-words.ts';
import { readSsml } from '../support/ssml-rules.ts';

const passport = { pacePercent: 90, pauseMs: 600 } as const;
const squeezed = (text: string) => text.replaceAll(/\s+/g, '');
const anyWord = fc.oneof(fc.constantFrom(...hostileWords), fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'grapheme', maxLength: 2000 }));
const anyLine: fc.Arbitrary<Line> = fc.oneof(anyWord, fc.array(fc.oneof(anyWord, anyWord.map(quote), anyWord.map(phone)), { maxLength: 4 }));

describe('words on their way to the ear', () => {
  test('each hostile word is heard as it is written', () => {
    for (const words of hostileWords) {
      for (const line of [words, [quote(words)], ['Ring ', phone(words), '.']]) {
        const read = readSsml(ssml([line], passport));
        expect({ words, broken: read.broken }).toEqual({ words, broken: [] });
        expect(squeezed(read.words)).toBe(squeezed(plainText([line])));
        expect(squeezed(plainSpeech(ssml([line], passport)))).toBe(squeezed(plainText([line])));
      }
    }
  });

  test('any words at all make one well-formed speech', () => {
    fc.assert(fc.property(fc.array(anyLine, { maxLength: 6 }), (lines) => {
      const read = readSsml(ssml(lines, passport));
      expect(read.broken).toEqual([]);
      expect(squeezed(read.words)).toBe(squeezed(plainText(lines)));
    }), { numRuns: 400 });
  });

  test('any answer fits under a thousand characters and ends with its question', () => {
    fc.assert(fc.property(fc.array(anyLine, { maxLength: 20 }), anyWord, (tell, name) => {
      const { tell: told, ask } = fitToHear({ tell, ask: { words: `Shall I tell ${name} now?`, reprompt: `Say yes please and I’ll tell ${name}.`, pending: { kind: 'anything-else' } } });
      const heard = plainText([...told, ask?.words ?? '']);
      expect(heard.length).toBeLessThanOrEqual(1000);
      expect(heard).toMatch(/now\?$/);
      expect(plainText([ask?.reprompt ?? '']).length).toBeLessThanOrEqual(320);
    }), { numRuns: 400 });
  });

  test('what is short enough is not touched', () => {
    const answer = { tell: ['Two visits.', ['Ring ', phone('020 7946 0001'), '.']], ask: { words: 'Which one?', reprompt: 'Say the first one.', pending: { kind: 'anything-else' } } } as const;
    expect(fitToHear(answer)).toEqual(answer);
  });

  test('a long message is cut at a whole word, kindly', () => {
    const { tell: [cut] } = fitToHear({ tell: [[quote('We went to the sea and had chips. '.repeat(60))]] });
    expect(plainText([cut ?? ''])).toMatch(/^“We went to the sea .* (We|went|to|the|sea|and|had|chips\.)… and more”$/);
  });

  test('a long name leaves the price and the day in place', () => {
    const { tell } = fitToHear({ tell: [`Two hours of gardening with ${'Very Long Name '.repeat(100)}, Tuesday the 8th of December.`, 'It costs 30 pounds and leaves you 154 pounds.'] });
    expect(plainText(tell)).toMatch(/^Two hours of gardening with Very .* … and more .*Tuesday the 8th of December\. It costs 30 pounds and leaves you 154 pounds\.$|^Two hours .*… and more .*Tuesday the 8th of December\. It costs 30 pounds and leaves you 154 pounds\.$/);
  });
});
