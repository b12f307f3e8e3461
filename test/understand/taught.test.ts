// Promise: what our understanding goes by is what the sentences and samples in this repository teach, and nothing older.
import { expect, test } from '@jest/globals';
import model from '../../models/en-GB.json' with { type: 'json' };
import { fingerprintOf } from '../../scripts/teach/learn.ts';
import { sentencesToTeach } from '../../scripts/teach/lessons.ts';
import { readMarkedSentences } from '../../scripts/teach/marked-sentences.ts';
import learned from '../../skill/understand/learned.json' with { type: 'json' };

const said = readMarkedSentences(new URL('../../skill/understand/taught/', import.meta.url));

test('what was learnt is of the sentences as they stand now (else: npm run teach)', () => {
  expect(learned.from).toBe(fingerprintOf(sentencesToTeach(model, said)));
});

test('every slot that is marked is one that its intent has', () => {
  const slots = new Map(model.interactionModel.languageModel.intents.map((intent) => [intent.name, new Set('slots' in intent ? intent.slots.map(({ name }) => name) : [])]));
  expect(said.flatMap(({ person, intent, text, marks }) => marks.filter(({ slot }) => slots.get(intent)?.has(slot) !== true).map(({ slot }) => `${person}: ${slot} of ${intent}: ${text}`))).toEqual([]);
});

test('nobody whose sentences are kept unseen is among those who taught', () => {
  const unseen = readMarkedSentences(new URL('./unseen/', import.meta.url));
  const people = new Set(said.map(({ person }) => person));
  expect([...new Set(unseen.map(({ person }) => person))].filter((person) => people.has(person))).toEqual(['edges']);
});
