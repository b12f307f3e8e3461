import { readFileSync, readdirSync } from 'node:fs';
import { basename } from 'node:path';

/** One sentence somebody would say, what it means and which words fill which slot. */
export interface MarkedSentence {
  readonly person: string;
  /** Plain enough for a sensible stranger, or roundabout, in dialect, in fragments. */
  readonly isHard: boolean;
  readonly intent: string;
  readonly text: string;
  /** The values that its slots come to when said on Tuesday 1 December 2026 at eight in the morning. */
  readonly slots: Readonly<Record<string, string>>;
  /** The words that fill each slot, and where in the text they begin. */
  readonly marks: readonly { readonly slot: string; readonly value: string; readonly words: string; readonly from: number }[];
  /** Ordinary talk with words of alarm in it. */
  readonly isNearDistress: boolean;
}

/** What is not ours to answer stands under this heading. */
export const offTopic = 'OffTopic';

/** Every sentence of a folder; each file is one person. A line: `e who's coming [today](day=2026-12-01)`, under `## WhoIsComingIntent`. */
export function readMarkedSentences(folder: URL): readonly MarkedSentence[] {
  return readdirSync(folder).filter((name) => name.endsWith('.txt')).sort()
    .flatMap((name) => markedSentences(basename(name, '.txt'), readFileSync(new URL(name, folder), 'utf8')));
}

function markedSentences(person: string, file: string): readonly MarkedSentence[] {
  const sentences: MarkedSentence[] = [];
  let section = '';
  for (const line of file.split('\n').map((each) => each.trim()).filter(Boolean)) {
    const heading = /^##\s*(\S+)$/.exec(line)?.[1];
    if (heading !== undefined) section = heading;
    else sentences.push(sentenceIn(person, section, line));
  }
  return sentences;
}

function sentenceIn(person: string, section: string, line: string): MarkedSentence {
  const isNearDistress = section === 'NotDistress';
  const [, kind, own, marked = ''] = /^([eh]) (?:([\w.]+): )?(.+)$/.exec(line) ?? [];
  const intent = isNearDistress ? own : section;
  if (kind === undefined || intent === undefined || (own !== undefined) !== isNearDistress) throw new Error(`${person}, ${section}: this line is not "e words" or "h words": ${line}`);
  const marks: { slot: string; value: string; words: string; from: number }[] = [];
  let text = '';
  for (const [, plain = '', words = '', filled = ''] of marked.matchAll(/([^[]*)(?:\[([^\]]*)\]\(([^)]*)\))?/g)) {
    text += plain;
    for (const part of filled === '' ? [] : filled.split(/,\s*(?=\w+=)/)) {
      const cut = part.indexOf('=');
      marks.push({ slot: part.slice(0, cut).trim(), value: part.slice(cut + 1).trim(), words, from: text.length });
    }
    text += words;
  }
  return { person, isHard: kind === 'h', intent, text, marks, slots: Object.fromEntries(marks.map(({ slot, value }) => [slot, value])), isNearDistress };
}
