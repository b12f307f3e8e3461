import { teach, type Classifier, type Example } from './classifier.ts';
import { featuresOf, tokensIn, type Token } from './features.ts';
import type { LanguageModelFile, ModelIntent, ModelType } from './language-model.ts';
import { learnSounds, type Misheard } from './misheard.ts';
import { offTopic } from './off-topic.ts';
import { slotTypesOf, type SlotTypes } from './slot-types.ts';
import { spansIn } from './spans.ts';
import { samplesOf, type Sample } from './samples.ts';
import { compileTemplates, type Templates } from './templates.ts';
import { wordsOf, type Word } from './words.ts';

/** All that is learnt from a language model when it is loaded. */
export interface Knowledge {
  readonly intents: ReadonlyMap<string, ModelIntent>;
  readonly modelTypes: readonly ModelType[];
  readonly types: SlotTypes;
  readonly templates: Templates;
  readonly classifier: Classifier;
  readonly misheard: Misheard;
  /** Every word of the samples and of our own slot types. */
  readonly vocabulary: ReadonlySet<string>;
}

export const distress = 'INeedHelpIntent';
/** The class of what is not ours to answer. */
export const somethingElse = 'something-else';

export function learn({ intents, types }: LanguageModelFile['interactionModel']['languageModel']): Knowledge {
  const slotTypes = slotTypesOf(types);
  const samples = samplesOf(intents);
  const vocabulary = vocabularyOf(samples, types);
  return {
    intents: new Map(intents.map((intent) => [intent.name, intent])),
    modelTypes: types, types: slotTypes, vocabulary: new Set(vocabulary),
    templates: compileTemplates(samples),
    classifier: teach([...examplesOf(samples, slotTypes), ...offTopic.map((text) => ({ name: somethingElse, features: featuresOf(tokensOf(text, slotTypes)) }))]),
    misheard: learnSounds(samples, vocabulary),
  };
}

function* examplesOf(samples: readonly Sample[], types: SlotTypes): Generator<Example> {
  for (const sample of samples) yield { name: sample.intent.name, features: featuresOf(sampleTokens(sample, types)) };
}

/** A sample's own words are marked like a sentence's; its slots by the type they hold. */
function sampleTokens({ parts }: Sample, types: SlotTypes): readonly Token[] {
  const tokens: Token[] = [];
  let words: Word[] = [];
  const flush = () => {
    if (words.length > 0) tokens.push(...tokensIn(spansIn(words, types, anyDay)));
    words = [];
  };
  for (const part of parts) {
    if ('word' in part) words.push({ text: part.word, said: part.word });
    else {
      flush();
      tokens.push({ text: '', types: [part.type] });
    }
  }
  flush();
  return tokens;
}

function tokensOf(text: string, types: SlotTypes): readonly Token[] {
  return tokensIn(spansIn(wordsOf(text), types, anyDay));
}

/** Only where a date stands matters here, not which one it is. */
const anyDay = { today: '2026-12-01', now: '08:00' } as Parameters<typeof spansIn>[2];

function vocabularyOf(samples: readonly Sample[], types: readonly ModelType[]): readonly string[] {
  const counts = new Map<string, number>();
  const add = (text: string) => {
    for (const word of wordsOf(text)) counts.set(word.text, (counts.get(word.text) ?? 0) + 1);
  };
  for (const { parts } of samples) for (const part of parts) if ('word' in part) counts.set(part.word, (counts.get(part.word) ?? 0) + 1);
  for (const { values } of types) for (const { name } of values) [name.value, ...(name.synonyms ?? [])].forEach(add);
  [...offTopic, timeWords].forEach(add);
  return [...counts].sort(([one, first], [other, second]) => second - first || (one < other ? -1 : 1)).map(([word]) => word);
}

/** Words of days, times and numbers, which no sample spells out. */
const timeWords = 'monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december today tomorrow yesterday week fortnight weekend month year morning afternoon evening night noon midday midnight half quarter past oclock am pm hour hours minutes one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred first second third fourth fifth christmas easter';
