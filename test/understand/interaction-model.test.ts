// Promise: the language model keeps Amazon's rules, and whoever breaks one is told which and where.
import { describe, expect, test } from '@jest/globals';
import model from '../../models/en-GB.json' with { type: 'json' };
import { coverageFaults, type Covered } from '../../scripts/intents/coverage-faults.ts';
import { interactionModelFaults } from '../../scripts/intents/interaction-model-faults.ts';

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

describe('The checker of what an intent needs besides samples', () => {
  const whole: Covered = { isAnswered: () => true, isTalkedThrough: () => true, helpLines: {}, promptedPhrases: [] };
  const few = structuredClone(model) as unknown as Parameters<typeof coverageFaults>[0];

  test.each<[string, Partial<Covered>, string]>([
    ['an intent nobody answers', { isAnswered: (intent) => intent !== 'WhyIntent' }, 'WhyIntent has no handler'],
    ['an intent without a conversation', { isTalkedThrough: (intent) => intent !== 'SpendingIntent' }, 'SpendingIntent is in no conversation'],
    ['an intent without a help line', {}, 'MessagesIntent has no help line'],
    ['a help line that means something else', { helpLines: { MessagesIntent: 'how much have I got' } }, 'The help line "how much have I got" of MessagesIntent is heard as BudgetLeftIntent'],
    ['a prompt that is not understood', { promptedPhrases: [['play the archers', 'MessagesIntent']] }, 'We tell people to say "play the archers", and hear it as AMAZON.FallbackIntent'],
  ])('names %s', async (_, change, fault) => {
    expect((await coverageFaults(few, { ...whole, ...change })).join('\n')).toContain(fault);
  });

  test('names too few samples, too many, and a value with one word only', async () => {
    const broken = structuredClone(few) as unknown as Model;
    intentOf(broken.interactionModel.languageModel, 'WhyIntent').samples = ['why'];
    intentOf(broken.interactionModel.languageModel, 'MessagesIntent').samples = Array.from({ length: 61 }, (_, place) => `messages ${'a'.repeat(place + 1)}`);
    const [value] = typeOf(broken.interactionModel.languageModel, 'NEED').values ?? [];
    if (value?.name !== undefined) value.name.synonyms = [];
    const faults = (await coverageFaults(broken as never, whole)).join('\n');
    for (const fault of ['WhyIntent has 1 samples', 'MessagesIntent has 61 samples', 'of NEED has no synonyms']) expect(faults).toContain(fault);
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
