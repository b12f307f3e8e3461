import { isFirstName } from '../../skill/understand/first-names.ts';
import type { LanguageModelFile } from '../../skill/understand/index.ts';

/** The model's samples with each slot filled in a few of the ways people fill it. */
export function filledSamples(model: LanguageModelFile, random: () => number): readonly { readonly intent: string; readonly text: string }[] {
  const { intents, types } = model.interactionModel.languageModel;
  const values = new Map([...Object.entries(amazons), ...types.map(({ name, values: all }) => [name, all.flatMap((value) => [value.name.value, ...(value.name.synonyms ?? [])])] as const)]);
  return intents.flatMap(({ name, slots = [], samples }) => samples.flatMap((sample) => {
    const times = sample.includes('{') ? timesFilled : 1;
    return Array.from({ length: times }, () => ({ intent: name, text: sample.replaceAll(/\{(\w+)\}/g, (_, slot: string, at: number) => {
      const all = ofSlots[`${name}.${slot}`] ?? ofSlots[slot] ?? values.get(slots.find((each) => each.name === slot)?.type ?? '') ?? [];
      return oneOf(fitting(all, sample.slice(0, at)), random);
    }) }));
  }));
}

function oneOf(all: readonly string[], random: () => number): string {
  return all[Math.floor(random() * all.length)] ?? '';
}

/** Nobody says "tell my our susan", "the susan" or "a mow the lawn". All of them, where none would fit. */
function fitting(all: readonly string[], before: string): readonly string[] {
  const last = before.trim().split(' ').at(-1) ?? '';
  const fit = determiners.has(last) ? all.filter((value) => fitsAfter(last, value.split(' ')[0] ?? '')) : all;
  return fit.length === 0 ? all : fit;
}

function fitsAfter(determiner: string, first: string): boolean {
  return !determiners.has(first) && !verbs.has(first) && (determiner !== 'the' || !isFirstName(first));
}

const determiners: ReadonlySet<string> = new Set(['a', 'an', 'the', 'my', 'me', 'our', 'that', 'this', 'some']);
const verbs: ReadonlySet<string> = new Set(['mow', 'cut', 'clean', 'tidy', 'do', 'put', 'fix', 'mend', 'get', 'help', 'sit', 'lift', 'walk', 'fill', 'meet', 'keep', 'someone', 'somebody']);

const timesFilled = 3;
const amazons: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.DATE': ['today', 'tomorrow', 'on friday', 'next tuesday', 'this week', 'tomorrow morning', 'a week on thursday', 'the eighth of december', 'at the weekend', 'on christmas day', 'monday'],
  'AMAZON.TIME': ['three o\'clock', 'half past two', 'ten in the morning', 'half eight', 'midday', 'quarter to nine', 'two', 'six in the evening'],
  'AMAZON.DURATION': ['two hours', 'half an hour', 'a couple of hours', 'an hour and a half', 'fifteen minutes', 'ten minutes'],
  'AMAZON.NUMBER': ['two', 'three', 'four', 'one', 'five', 'six'],
  'AMAZON.Ordinal': ['second', 'first', 'third', 'last', 'fourth'],
  'AMAZON.FOUR_DIGIT_NUMBER': ['four four one nine', 'one two three four', 'double four one nine', 'nine oh seven two'],
};

/** Slots that their type says too little of. */
const ofSlots: Readonly<Record<string, readonly string[]>> = {
  code: ['four four one nine oh two', 'one two three four five six', 'double four one nine seven three', 'nine oh seven two one eight', 'three double five six two oh'],
  pounds: ['thirty', 'fifty', 'a hundred', 'two hundred', 'twenty five', 'a hundred and fifty', 'sixty', 'eighty'],
  thing: ['a new telly', 'bingo', 'a holiday', 'a taxi to town', 'swimming lessons', 'a haircut', 'new shoes', 'a washing machine', 'a day out', 'my electric bill', 'a stair lift', 'slippers', 'a microwave', 'petrol', 'a warm coat'],
  'HowItWentIntent.words': ['very good', 'lovely', 'a bit rushed', 'ever so kind', 'late again', 'rude to me', 'in and out in ten minutes', 'smashing', 'not very nice', 'on time for once', 'too rough with me'],
  'SayWordsIntent.words': ['i\'ll be late', 'the door is on the latch', 'not to worry', 'i\'m going to bed early', 'i got the parcel', 'to bring some milk', 'i\'ll ring on sunday', 'the boiler man is coming', 'we\'re having fish for tea', 'happy birthday'],
};
