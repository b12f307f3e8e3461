import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import { offTopic, type MarkedSentence } from '../../scripts/teach/marked-sentences.ts';
import { durationMinutesIn } from '../../skill/slots.ts';
import type { DynamicEntities, Understanding, Understood } from '../../skill/understand/index.ts';

/** How one kind of sentence fared. */
export interface Share { readonly right: number; readonly all: number }
interface Miss { readonly sentence: MarkedSentence; readonly heard: string; readonly confidence: number }

export interface Measured {
  readonly shares: Readonly<Record<Kind, Share>>;
  readonly slots: Share;
  readonly misses: readonly Miss[];
  readonly slotMisses: readonly { readonly sentence: MarkedSentence; readonly heard: Readonly<Record<string, string>> }[];
  /** By tenths of confidence: how many were right of how many. */
  readonly calibration: readonly Share[];
  readonly milliseconds: readonly number[];
  readonly levels: { readonly distress: Levels; readonly ordinary: Levels };
}

/** How many were taken for distress and told of at once, and of how many it was asked first. */
interface Levels { readonly told: Share; readonly asked: Share }

function levelsOf(confidences: readonly number[], all: number): Levels {
  const told = confidences.filter((confidence) => confidence >= toldAtOnce).length;
  return { told: { right: told, all }, asked: { right: confidences.length - told, all } };
}
const toldAtOnce = 0.5;

export type Kind = 'everyday' | 'hard' | 'off topic left alone' | 'distress caught' | 'ordinary talk not taken for distress';

/** Sentences are said on this morning. */
const tuesday = { today: '2026-12-01' as LocalDate, now: '08:00' as LocalTime };
const distress = 'INeedHelpIntent';
const notUnderstood = 'AMAZON.FallbackIntent';

/** Asks the understanding every sentence, out of the blue, and counts. */
export async function measure(understanding: Understanding, sentences: readonly MarkedSentence[], stopwatch: () => number, altered: (text: string) => string = (text) => text): Promise<Measured> {
  const shares: Record<Kind, Share> = { everyday: none, hard: none, 'off topic left alone': none, 'distress caught': none, 'ordinary talk not taken for distress': none };
  const calibration: Share[] = Array.from({ length: 10 }, () => none);
  const misses: Miss[] = [];
  const slotMisses: { sentence: MarkedSentence; heard: Record<string, string> }[] = [];
  const milliseconds: number[] = [];
  const distressed: { distress: number[]; ordinary: number[] } = { distress: [], ordinary: [] };
  let slots = none;
  const households = householdsOf(sentences);
  for (const sentence of sentences) {
    const entities = households.get(sentence.person) ?? { types: [] };
    const from = stopwatch();
    const heard = await understanding.understand(altered(sentence.text), { ...tuesday, entities });
    milliseconds.push(stopwatch() - from);
    const isRight = heard.intent === (sentence.intent === offTopic ? notUnderstood : sentence.intent);
    if (heard.intent === distress) distressed[sentence.intent === distress ? 'distress' : 'ordinary'].push(heard.confidence);
    if (sentence.isNearDistress) shares['ordinary talk not taken for distress'] = counted(shares['ordinary talk not taken for distress'], heard.intent !== distress);
    else shares[kindOf(sentence)] = counted(shares[kindOf(sentence)], isRight);
    if (!isRight) misses.push({ sentence, heard: heard.intent, confidence: heard.confidence });
    if (heard.confidence > 0) {
      const tenth = Math.min(9, Math.floor(heard.confidence * 10));
      calibration[tenth] = counted(calibration[tenth] ?? none, isRight);
    }
    if (!isRight || Object.keys(sentence.slots).length === 0) continue;
    const values = slotValues(heard);
    const isFilled = Object.entries(sentence.slots).every(([name, value]) => isSame(name, values[name] ?? (name === 'partOfDay' ? partsInTime[values['time'] ?? ''] : undefined), value));
    slots = counted(slots, isFilled);
    if (!isFilled) slotMisses.push({ sentence, heard: values });
  }
  const ordinary = sentences.filter(({ intent }) => intent !== distress).length;
  const levels = { distress: levelsOf(distressed.distress, sentences.length - ordinary), ordinary: levelsOf(distressed.ordinary, ordinary) };
  return { shares, slots, misses, slotMisses, calibration, milliseconds, levels };
}

/** As at home: the first names of each person's care workers and of their circle are known to us, and sent to Amazon with every session. */
function householdsOf(sentences: readonly MarkedSentence[]): ReadonlyMap<string, DynamicEntities> {
  const slots: readonly (readonly [slot: string, type: string])[] = [['worker', 'CARE_WORKER'], ['person', 'CIRCLE_PERSON']];
  return new Map([...Map.groupBy(sentences, ({ person }) => person)].map(([person, said]) => [person, {
    types: slots.map(([slot, type]) => ({
      name: type, values: [...new Set(said.flatMap((sentence) => sentence.marks.filter((mark) => mark.slot === slot && mark.words.endsWith(mark.value)).map(({ value }) => value)))].map((name) => ({ id: name, name: { value: name } })),
    })),
  }]));
}

const none: Share = { right: 0, all: 0 };

function counted({ right, all }: Share, isRight: boolean): Share {
  return { right: right + (isRight ? 1 : 0), all: all + 1 };
}

function kindOf({ intent, isHard }: MarkedSentence): Kind {
  if (intent === offTopic) return 'off topic left alone';
  if (intent === distress) return 'distress caught';
  return isHard ? 'hard' : 'everyday';
}

/** Ninety minutes are an hour and a half; "tonight" may be written as the evening or the night; of somebody's own words, all that was marked has to be there. */
function isSame(name: string, heard: string | undefined, wanted: string): boolean {
  if (heard === undefined) return false;
  if (name === 'words') return heard.includes(wanted);
  if (name === 'partOfDay') return late.has(heard) ? late.has(wanted) : heard === wanted;
  return (durationMinutesIn(heard) ?? heard.toLowerCase()) === (durationMinutesIn(wanted) ?? wanted.toLowerCase());
}
/** Amazon's times that are a part of the day. */
const partsInTime: Readonly<Record<string, string>> = { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night' };
const late = new Set(['evening', 'night']);

/** The id where there is one, else the value; empty slots are left out. */
function slotValues({ slots }: Pick<Understood, 'slots'>): Record<string, string> {
  return Object.fromEntries(Object.values(slots).flatMap(({ name, value, resolutions }) => (value === undefined ? [] : [[name, resolutions?.resolutionsPerAuthority?.[0]?.values[0]?.value.id ?? value]])));
}
