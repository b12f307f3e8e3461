// Promise: a person whose device is set to another English is served as well, and is answered in British English.
import { describe, expect, test } from '@jest/globals';
import model from '../../models/en-GB.json' with { type: 'json' };
import differences from '../../models/other-english.json' with { type: 'json' };
import skillJson from '../../skill/skill.json' with { type: 'json' };
import { interactionModelFaults } from '../../scripts/intents/interaction-model-faults.ts';
import type { Manifest } from '../../scripts/skill-package/addresses.ts';
import { inEveryEnglish, withEveryEnglish } from '../../scripts/skill-package/every-english.ts';
import { otherEnglish } from '../../scripts/skill-package/other-english.ts';
import { requestIn } from '../support/other-locale.ts';

type Model = Parameters<typeof otherEnglish>[0];
const british = model as Model;
const samplesOf = ({ interactionModel }: Model, wanted: string) => interactionModel.languageModel.intents.find(({ name }) => name === wanted)?.samples ?? [];

describe.each(Object.entries(differences))('the language model for %s', (_, words) => {
  const other = otherEnglish(british, words);
  test('keeps every rule that the British one keeps', () => {
    expect(interactionModelFaults(other)).toEqual([]);
  });
  test('keeps everything British and the name it is opened by', () => {
    expect(other.interactionModel.languageModel.invocationName).toBe('my care');
    for (const { name, samples = [] } of british.interactionModel.languageModel.intents) expect(samplesOf(other, name)).toEqual(expect.arrayContaining([...samples]));
  });
  test('adds what is said there and is nobody else’s', () => {
    const added = other.interactionModel.languageModel.intents.flatMap(({ name, samples = [] }) => samples.filter((sample) => !samplesOf(british, name).includes(sample)));
    expect(added.length).toBeGreaterThan(20);
    expect(other.interactionModel.languageModel.intents.every(({ samples = [] }) => samples.length <= 60)).toBe(true);
  });
});

test('an American caregiver is a British carer', () => {
  expect(samplesOf(otherEnglish(british, differences['en-US']), 'WhereIsMyCarerIntent').some((sample) => sample.includes('caregiver')) || samplesOf(british, 'WhereIsMyCarerIntent').length === 60).toBe(true);
  const mother = otherEnglish(british, differences['en-US']).interactionModel.languageModel.types?.find(({ name }) => name === 'CIRCLE_PERSON')?.values?.find(({ id }) => id === 'mother');
  expect(mother?.name.synonyms).toEqual(expect.arrayContaining(['mum', 'mom']));
});

test('the shop page and the privacy answers are there in each', () => {
  const { manifest } = inEveryEnglish(skillJson as Manifest, Object.keys(differences));
  for (const locale of ['en-GB', ...Object.keys(differences)]) {
    expect(manifest?.publishingInformation?.locales?.[locale]).toEqual(skillJson.manifest.publishingInformation.locales['en-GB']);
    expect(manifest?.privacyAndCompliance?.locales?.[locale]?.privacyPolicyUrl).toBeDefined();
  }
});

test('texts by locale inside a task are there in each, and nothing else changes', () => {
  expect(withEveryEnglish({ info: { title: 'x', show: { 'en-GB': { title: 'Hear' } } }, list: [{ 'en-GB': 1 }] }, ['en-US'])).toEqual({ info: { title: 'x', show: { 'en-GB': { title: 'Hear' }, 'en-US': { title: 'Hear' } } }, list: [{ 'en-GB': 1, 'en-US': 1 }] });
});

test('a whole talk on an American device is the same talk', async () => {
  const talk = ['launch', 'WhoIsComingIntent', 'BudgetLeftIntent', 'MessagesIntent', 'AMAZON.HelpIntent'];
  expect(await requestIn('en-US', talk)).toEqual(await requestIn('en-GB', talk));
});
