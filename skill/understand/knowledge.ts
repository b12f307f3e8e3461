import type { Encoder } from './encoder.ts';
import type { LanguageModelFile, ModelIntent, ModelType } from './language-model.ts';
import { readLearned, type Learned, type LearnedFile } from './learned.ts';
import { learnSounds, type Misheard } from './misheard.ts';
import { withMoney } from './pounds.ts';
import { slotTypesOf, type SlotTypes } from './slot-types.ts';
import { samplesOf, type Sample } from './samples.ts';
import { compileTemplates, type Templates } from './templates.ts';
import { wordsOf } from '../heard/words.ts';

/** All that is known when a sentence is heard: the language model, and what teaching came to. */
export interface Knowledge {
  readonly intents: ReadonlyMap<string, ModelIntent>;
  readonly modelTypes: readonly ModelType[];
  readonly types: SlotTypes;
  readonly templates: Templates;
  readonly learned: Learned;
  readonly encoder: Encoder;
  readonly misheard: Misheard;
  /** Whether a word is in the samples, in our own slot types or in what people were heard to say. */
  readonly isKnown: (word: string) => boolean;
}

export const distress = 'INeedHelpIntent';
/** The class of what is not ours to answer. */
export const somethingElse = 'OffTopic';

export function knowledgeOf({ intents: modelled, types }: LanguageModelFile['interactionModel']['languageModel'], file: LearnedFile, encoder: Encoder): Knowledge {
  const intents = modelled.map(withMoney);
  const samples = samplesOf(intents);
  const vocabulary = vocabularyOf(samples, types);
  const words = new Set(vocabulary);
  const learned = readLearned(file);
  return {
    intents: new Map(intents.map((intent) => [intent.name, intent])),
    modelTypes: types, types: slotTypesOf(types, learned.phrases), learned, encoder,
    templates: compileTemplates(samples),
    misheard: learnSounds(samples, vocabulary),
    isKnown: (word) => words.has(word) || learned.knows(`w:${word}`),
  };
}

/** Every word of the samples and of our own slot types, the commonest first. */
function vocabularyOf(samples: readonly Sample[], types: readonly ModelType[]): readonly string[] {
  const counts = new Map<string, number>();
  const add = (word: string) => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { parts } of samples) for (const part of parts) if ('word' in part) add(part.word);
  for (const { values } of types) for (const { name } of values) for (const text of [name.value, ...(name.synonyms ?? [])]) for (const word of wordsOf(text)) add(word.text);
  timeWords.split(' ').forEach(add);
  return [...counts].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1)).map(([word]) => word);
}

/** Words of days, times and numbers, which no sample spells out. */
const timeWords = 'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow yesterday week fortnight weekend month year morning afternoon evening night noon midday midnight half quarter past oclock am pm hour hours minutes one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred first second third fourth fifth christmas easter';
