// Promise: the language model keeps Amazon's rules, and whoever breaks one is told which and where.
import { describe, expect, test } from '@jest/globals';
import model from '../../models/en-GB.json' with { type: 'json' };
import { interactionModelFaults } from '../../scripts/interaction-model-faults.ts';

type Model = Parameters<typeof interactionModelFaults>[0];
type LanguageModel = Model['interactionModel']['languageModel'];

describe('The checker of the language model', () => {
  test('finds no fault with what people can say now', () => {
    expect(interactionModelFaults(model as Model)).toEqual([]);
  });

  test.each<[string, (broken: LanguageModel) => void, string]>([
    ['a digit in a sample', (broken) => add(broken, 'BudgetLeftIntent', 'how much is left of 50 pounds'), 'a character Amazon does not take'],
    ['a capital letter', (broken) => add(broken, 'BudgetLeftIntent', 'how much has Sam got'), 'a character Amazon does not take'],
    ['a question mark', (broken) => add(broken, 'BudgetLeftIntent', 'is any left?'), 'a character Amazon does not take'],
    ['two spaces together', (broken) => add(broken, 'BudgetLeftIntent', 'is any  left'), 'a character Amazon does not take'],
    ['a sample of two intents', (broken) => add(broken, 'BudgetLeftIntent', 'messages'), 'is in two intents: BudgetLeftIntent and MessagesIntent'],
    ['the same slot type in one place of two intents', (broken) => add(broken, 'CareVisitsOnDayIntent', '{day}'), 'is in two intents'],
    ['a sample said twice', (broken) => add(broken, 'BudgetLeftIntent', 'budget'), 'is twice in BudgetLeftIntent'],
    ['a slot nobody declared', (broken) => add(broken, 'BudgetLeftIntent', 'how much for {worker}'), 'not declared: {worker}'],
    ['a slot no sample uses', (broken) => intentOf(broken, 'WhyIntent').slots?.push({ name: 'day', type: 'AMAZON.DATE' }), '{day} that no sample uses'],
    ['a slot of an unknown type', (broken) => { intentOf(broken, 'ExplainIntent').slots = [{ name: 'subject', type: 'SUBJECT' }]; }, 'a type nobody defines: SUBJECT'],
    ['a type with nothing in it', (broken) => { typeOf(broken, 'NEED').values = []; }, 'The type NEED is empty'],
    ['a type nobody uses', (broken) => broken.types?.push({ name: 'COLOUR', values: [{ id: 'red', name: { value: 'red', synonyms: [] } }] }), 'COLOUR is used by no slot'],
    ['a value said for two things', (broken) => typeOf(broken, 'NEED').values?.push({ id: 'lawns', name: { value: 'garden', synonyms: [] } }), '"garden" is twice in NEED'],
    ['a required intent left out', (broken) => { broken.intents = broken.intents.filter(({ name }) => name !== 'AMAZON.StopIntent'); }, 'AMAZON.StopIntent is missing'],
    ['free words with nothing around them', (broken) => add(broken, 'HowItWentIntent', '{words}'), 'nothing but free words'],
    ['free words beside a slot', (broken) => { intentOf(broken, 'HowItWentIntent').slots?.push({ name: 'day', type: 'AMAZON.DATE' }); add(broken, 'HowItWentIntent', 'on {day} it was {words}'); }, 'free words beside another slot'],
    ['too few samples', (broken) => { intentOf(broken, 'WhyIntent').samples = ['why']; }, 'WhyIntent has 1 samples'],
    ['a forbidden invocation name', (broken) => { broken.invocationName = 'open alexa'; }, 'invocation name'],
  ])('names %s', (_, breakIt, fault) => {
    const broken = structuredClone(model) as Model;
    breakIt(broken.interactionModel.languageModel);
    expect(interactionModelFaults(broken).join('\n')).toContain(fault);
  });
});

function add(broken: LanguageModel, name: string, sample: string): void {
  intentOf(broken, name).samples?.push(sample);
}

function intentOf(broken: LanguageModel, wanted: string) {
  const intent = broken.intents.find(({ name }) => name === wanted);
  if (intent === undefined) throw new Error(`No ${wanted}`);
  return intent;
}

function typeOf(broken: LanguageModel, wanted: string) {
  const type = broken.types?.find(({ name }) => name === wanted);
  if (type === undefined) throw new Error(`No ${wanted}`);
  return type;
}
