import type { Found } from './found.ts';
import type { Sample } from './samples.ts';
import { searchQuery } from './slot-types.ts';
import type { Spans } from './spans.ts';
import { saidBetween } from '../heard/words.ts';

/** The samples of the model as one tree of words and slots: a sentence is matched against all of them at once. */
export interface Templates { readonly root: Node }

/** A sample that a whole sentence follows, with its slots filled. */
export interface TemplateMatch {
  readonly intent: string;
  readonly slots: ReadonlyMap<string, Found>;
  /** How much of the sentence is the sample's own words rather than slots: the more, the surer. */
  readonly score: number;
}

interface Node {
  readonly byWord: Map<string, Node>;
  readonly bySlot: { readonly name: string; readonly type: string; readonly node: Node }[];
  readonly intents: string[];
}

export function compileTemplates(samples: readonly Sample[]): Templates {
  const root = newNode();
  for (const { intent, parts } of samples) {
    let node = root;
    for (const part of parts) node = 'word' in part ? wordNode(node, part.word) : slotNode(node, part.slot, part.type);
    if (!node.intents.includes(intent.name)) node.intents.push(intent.name);
  }
  return { root };
}

/**
 * Every sample the whole sentence follows, best first. Told which words are known, a name may also be a word that is not:
 * "stop telling Gladys", of whom we have never heard; then more of the sentence must be the sample's own.
 */
export function matchTemplates({ root }: Templates, spans: Spans, isKnown?: (word: string) => boolean): readonly TemplateMatch[] {
  const matches: TemplateMatch[] = [];
  const filled: [string, Found][] = [];
  let steps = 0;
  const walk = (node: Node, place: number, score: number): void => {
    if (++steps > mostSteps) return;
    if (place === spans.words.length) for (const intent of node.intents) matches.push({ intent, slots: new Map(filled), score });
    const next = node.byWord.get(spans.words[place]?.text ?? '');
    if (next !== undefined) walk(next, place + 1, score + 1);
    for (const slot of node.bySlot) {
      for (const found of fillingsAt(spans, slot.type, place, isKnown)) {
        filled.push([slot.name, found]);
        walk(slot.node, found.to, score + worthOf(slot.type, found) * (found.to - place));
        filled.pop();
      }
    }
  };
  walk(root, 0, 0);
  return matches.sort((one, other) => other.score - one.score || one.slots.size - other.slots.size);
}

const mostSteps = 20_000;

/** Words that name both a service and the need it meets name the service. */
function worthOf(type: string, found: Found): number {
  if (type === searchQuery) return 0.2;
  if (type === 'SERVICE_NAME') return 0.91;
  return found.isWeak === true ? 0.55 : 0.9;
}

/** Which names may be strangers', and how many words of the sample's own must stand beside one. */
const strangers: ReadonlyMap<string, number> = new Map([['CIRCLE_PERSON', 2], ['CARE_WORKER', 3]]);

function fillingsAt(spans: Spans, type: string, place: number, isKnown: ((word: string) => boolean) | undefined): readonly Found[] {
  if (type === searchQuery) return isKnown === undefined ? anythingAt(spans, place) : [];
  const least = isKnown === undefined ? undefined : strangers.get(type);
  const word = spans.words[place];
  if (least === undefined || word === undefined || isKnown?.(word.text) !== false || spans.words.length <= least) return spans.at(type, place);
  return [...spans.at(type, place), { to: place + 1, value: word.said, isWeak: true }];
}

function anythingAt(spans: Spans, place: number): readonly Found[] {
  const found: Found[] = [];
  for (let to = place + 1; to <= spans.words.length; to++) found.push({ to, value: saidBetween(spans.words, place, to) });
  return found;
}

function newNode(): Node {
  return { byWord: new Map(), bySlot: [], intents: [] };
}

function wordNode(node: Node, word: string): Node {
  const known = node.byWord.get(word);
  if (known !== undefined) return known;
  const next = newNode();
  node.byWord.set(word, next);
  return next;
}

function slotNode(node: Node, name: string, type: string): Node {
  const known = node.bySlot.find((slot) => slot.name === name && slot.type === type);
  if (known !== undefined) return known.node;
  const next = newNode();
  node.bySlot.push({ name, type, node: next });
  return next;
}
