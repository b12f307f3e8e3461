// Promise: samples are taught and measured with their slots filled as people would fill them.
import { expect, test } from '@jest/globals';
import { filledSamples } from '../../scripts/teach/filled-samples.ts';
import { randomFrom } from '../../scripts/teach/softmax.ts';
import model from '../../models/en-GB.json' with { type: 'json' };

const filled = filledSamples(model, randomFrom(7));

test('every slot of every sample is filled', () => {
  expect(filled.length).toBeGreaterThan(model.interactionModel.languageModel.intents.reduce((sum, { samples }) => sum + samples.length, 0));
  expect(filled.filter(({ text }) => /[{}]|undefined| {2}/.test(text))).toEqual([]);
});

test('nobody says "tell my our susan", "the susan" or "a mow the lawn"', () => {
  expect(filled.filter(({ text }) => /\b(a|the|my|our) (a|the|my|our|mow|cut|put|get|someone)\b|\bthe (susan|margaret|joyce)\b/.test(text))).toEqual([]);
});

test('a code has six digits, and a message words that are one', () => {
  expect(filled.filter(({ intent, text }) => intent === 'LinkWithCodeIntent' && /code is (one|two|three|four|five|six)$/.test(text))).toEqual([]);
  expect(filled.filter(({ intent, text }) => intent === 'SayWordsIntent' && /a new telly|bingo/.test(text))).toEqual([]);
});
