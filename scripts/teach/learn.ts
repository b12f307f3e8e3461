import { createHash } from 'node:crypto';
import type { LearnedFile, PackedClasses } from '../../skill/understand/learned.ts';
import { hashOf } from '../../skill/understand/hash.ts';
import { featuresOf } from '../../skill/understand/features.ts';
import { distress, somethingElse } from '../../skill/understand/knowledge.ts';
import { meaningFeatures, noValue } from '../../skill/understand/meant-values.ts';
import { slotTypesOf } from '../../skill/understand/slot-types.ts';
import { spansIn } from '../../skill/understand/spans.ts';
import { wordsOf } from '../../skill/heard/words.ts';
import type { LanguageModelFile } from '../../skill/understand/index.ts';
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import { freeWordEdges } from './free-word-edges.ts';
import type { Sentence } from './lessons.ts';
import type { MarkedSentence } from './marked-sentences.ts';
import { slotPhrases } from './slot-phrases.ts';
import { teachSoftmax, type Lesson, type Taught } from './softmax.ts';

/** Teaches the classes from sentences, and packs what was learnt as `skill/understand/learned.json` holds it. */
export function learn(model: LanguageModelFile, sentences: readonly Sentence[], said: readonly MarkedSentence[]): LearnedFile {
  const phrases = slotPhrases(model, said);
  const types = slotTypesOf(model.interactionModel.languageModel.types, phrases);
  const known = wordsMetTwice(sentences);
  const featured = sentences.map(({ text }) => featuresOf(spansIn(wordsOf(text), types, someDay), (word) => known.has(word)));
  const rows = rowsOf(featured);
  const classes = [...new Set(sentences.map(({ intent }) => intent))].sort();
  const lessons: readonly Lesson[] = sentences.map(({ intent, worth }, place) => ({
    answer: classes.indexOf(intent), worth, rows: Int32Array.from((featured[place] ?? []).flatMap((feature) => rows.get(feature) ?? [])),
  }));
  const taught = withKinds(teachSoftmax(lessons, rows.size, classes.length), lessons, rows.size, classes);
  return { from: fingerprintOf(sentences), ...pack(classes, rows, taught), phrases, edges: freeWordEdges(model, said), meant: meantValues(model, said) };
}

/**
 * The same sentences are taught once more as three kinds only: ours, distress, and what is not ours. What that says of the last two beside ours is added
 * to their own classes: sixty intents, each learning for itself what it is not, are slower to tell them apart than one.
 */
function withKinds({ weights, bias }: Taught, lessons: readonly Lesson[], features: number, classes: readonly string[]): Taught {
  const kinds = [somethingElse, distress].map((name) => classes.indexOf(name));
  const ofKind = teachSoftmax(lessons.map((lesson) => ({ ...lesson, answer: kinds.includes(lesson.answer) ? kinds.indexOf(lesson.answer) : kinds.length })), features, kinds.length + 1);
  const added = (from: Float32Array, row: number, kind: number) => ((from[row * (kinds.length + 1) + kind] ?? 0) - (from[row * (kinds.length + 1) + kinds.length] ?? 0)) * kindsCount;
  kinds.forEach((place, kind) => {
    bias[place] = (bias[place] ?? 0) + added(ofKind.bias, 0, kind);
    for (let row = 0; row < features; row++) weights[row * classes.length + place] = (weights[row * classes.length + place] ?? 0) + added(ofKind.weights, row, kind);
  });
  return { weights, bias };
}

/** How much the kinds weigh beside the classes: tried on people left out. */
const kindsCount = 0.5;

/** Slots whose value can be meant without being named. */
const canBeMeant = ['need', 'quality', 'direction', 'subject', 'topic'];

function meantValues(model: LanguageModelFile, said: readonly MarkedSentence[]): LearnedFile['meant'] {
  const { intents } = model.interactionModel.languageModel;
  return Object.fromEntries(canBeMeant.map((slot) => {
    const able = new Set(intents.filter(({ slots }) => slots?.some(({ name }) => name === slot)).map(({ name }) => name));
    const heard = said.filter(({ intent }) => able.has(intent)).map(({ text, slots }) => ({ value: slots[slot] ?? noValue, features: meaningFeatures(wordsOf(text).map((word) => word.text)) }));
    const rows = rowsOf(heard.map(({ features }) => features));
    const classes = [...new Set(heard.map(({ value }) => value))].sort();
    const lessons = heard.map(({ value, features }) => ({ answer: classes.indexOf(value), worth: 1, rows: Int32Array.from(features.flatMap((feature) => rows.get(feature) ?? [])) }));
    return [slot, pack(classes, rows, teachSoftmax(lessons, rows.size, classes.length))];
  }));
}

/** By this it can be told whether what was learnt is of these sentences, without teaching anew. */
export function fingerprintOf(sentences: readonly Sentence[]): string {
  return createHash('sha256').update(JSON.stringify(sentences)).digest('hex').slice(0, 16);
}

/** Only where a date stands matters here, not which one it is. */
const someDay = { today: '2026-12-01' as LocalDate, now: '08:00' as LocalTime };
const fewestTimes = 2;
/** Of 127: less says next to nothing. */
const leastWeight = 4;

function wordsMetTwice(sentences: readonly Sentence[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { text } of sentences) for (const word of new Set(wordsOf(text).map((each) => each.text))) counts.set(word, (counts.get(word) ?? 0) + 1);
  return new Set([...counts].filter(([, count]) => count >= fewestTimes).map(([word]) => word));
}

/** A row for each feature met more than once, in a fixed order. */
function rowsOf(featured: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const features of featured) for (const feature of features) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const kept = [...counts].filter(([, count]) => count >= fewestTimes).map(([feature]) => feature);
  return new Map(kept.map((feature, row) => [feature, row]));
}

/** Weights become signed bytes; those that say next to nothing are left out. */
function pack(classes: readonly string[], rows: ReadonlyMap<string, number>, { weights, bias }: Taught): PackedClasses {
  const scale = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const byKey = new Map<number, number>();
  for (const [feature, row] of rows) byKey.set(hashOf(feature), row);
  const keys = [...byKey.keys()].sort((one, other) => one - other);
  const counts: number[] = [];
  const pairs: number[] = [];
  for (const key of keys) {
    const row = byKey.get(key) ?? 0;
    const kept = classes.flatMap((_, place) => {
      const weight = Math.round((weights[row * classes.length + place] ?? 0) / scale);
      return Math.abs(weight) < leastWeight ? [] : [place, weight & 0xff];
    });
    counts.push(kept.length / 2);
    pairs.push(...kept);
  }
  return {
    classes, scale, bias: [...bias].map((each) => Math.round(each * 100)),
    keys: base64(new Uint8Array(Uint32Array.from(keys).buffer)), counts: base64(Uint8Array.from(counts)), weights: base64(Uint8Array.from(pairs)),
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}
