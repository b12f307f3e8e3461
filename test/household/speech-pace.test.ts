// Promise: "you're going too fast" is obeyed step by step, never past what can be understood, and can be undone.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { faster, shorter, simplerSpeech, slower, usualPassport, usualSpeech, type SpeechPassport } from '../../models/household/index.ts';

const steps = (change: (passport: SpeechPassport) => SpeechPassport, times: number, from = usualPassport) =>
  Array.from({ length: times }).reduce<SpeechPassport[]>((made) => [...made, change(made.at(-1) ?? from)], []);

describe('How we speak', () => {
  test('slower means longer gaps first, then a slower voice', () => {
    expect(steps(slower, 5).map((each) => [each.pauseMs, each.pacePercent])).toEqual([[600, 100], [900, 100], [900, 90], [900, 85], [900, 85]]);
  });

  test('faster goes back the same way to the usual', () => {
    const slowest = steps(slower, 4).at(-1) as SpeechPassport;
    expect(steps(faster, 5, slowest).map((each) => [each.pauseMs, each.pacePercent])).toEqual([[900, 90], [900, 100], [600, 100], [300, 100], [300, 100]]);
  });

  test('shorter keeps to the answer and lists fewer', () => {
    expect(steps(shorter, 3).map((each) => [each.isShort, each.listLength])).toEqual([[true, 2], [true, 1], [true, 1]]);
  });

  test('simpler is one longer gap and one thing fewer', () => {
    expect(simplerSpeech(usualPassport)).toEqual({ ...usualPassport, pauseMs: 600, listLength: 2 });
  });

  test('the usual way keeps their own words for things', () => {
    const own = { ...usualPassport, words: { 'lunch-club': 'the club' }, interruptionsADay: 2 };
    expect(usualSpeech(shorter(slower(own)))).toEqual(own);
  });

  test('no run of changes leaves what can be understood', () => {
    fc.assert(fc.property(fc.array(fc.constantFrom(slower, faster, shorter, simplerSpeech, usualSpeech)), (changes) => {
      const { pacePercent, pauseMs, listLength } = changes.reduce((passport, change) => change(passport), usualPassport);
      expect(pacePercent >= 85 && pacePercent <= 100 && pauseMs >= 300 && pauseMs <= 900 && listLength >= 1 && listLength <= 3).toBe(true);
    }));
  });
});
