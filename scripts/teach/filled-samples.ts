import type { LanguageModelFile } from '../../skill/understand/index.ts';

/** The model's samples with each slot filled in a few of the ways people fill it. */
export function filledSamples(model: LanguageModelFile, random: () => number): readonly { readonly intent: string; readonly text: string }[] {
  const { intents, types } = model.interactionModel.languageModel;
  const values = new Map([...Object.entries(amazons), ...types.map(({ name, values: all }) => [name, all.flatMap((value) => [value.name.value, ...(value.name.synonyms ?? [])])] as const)]);
  const oneOf = (type: string | undefined): string => {
    const all = values.get(type ?? '') ?? anyWords;
    return all[Math.floor(random() * all.length)] ?? '';
  };
  return intents.flatMap(({ name, slots = [], samples }) => samples.flatMap((sample) => {
    const times = sample.includes('{') ? timesFilled : 1;
    return Array.from({ length: times }, () => ({ intent: name, text: sample.replaceAll(/\{(\w+)\}/g, (_, slot: string) => oneOf(slots.find((each) => each.name === slot)?.type)) }));
  }));
}

const timesFilled = 3;
const amazons: Readonly<Record<string, readonly string[]>> = {
  'AMAZON.DATE': ['today', 'tomorrow', 'on friday', 'next tuesday', 'this week', 'tomorrow morning', 'a week on thursday', 'the eighth of december', 'at the weekend', 'on christmas day', 'monday'],
  'AMAZON.TIME': ['three o\'clock', 'half past two', 'ten in the morning', 'half eight', 'midday', 'quarter to nine', 'two', 'six in the evening'],
  'AMAZON.DURATION': ['two hours', 'half an hour', 'a couple of hours', 'an hour and a half', 'fifteen minutes', 'ten minutes'],
  'AMAZON.NUMBER': ['two', 'three', 'four', 'one', 'five', 'six'],
  'AMAZON.Ordinal': ['second', 'first', 'third', 'last', 'fourth'],
  'AMAZON.FOUR_DIGIT_NUMBER': ['four four one nine', 'one two three four', 'double four one nine', 'nine oh seven two'],
};
const anyWords = ['a new telly', 'the bingo', 'a holiday', 'a taxi to town', 'very well', 'lovely', 'a bit rushed', 'swimming lessons', 'my hair', 'a haircut', 'some new shoes', 'ever so kind'];
