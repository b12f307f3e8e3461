import { beginsBeside, endsBeside } from '../../skill/understand/free-words.ts';
import { searchQuery } from '../../skill/understand/slot-types.ts';
import type { LanguageModelFile } from '../../skill/understand/index.ts';
import type { FreeWordEdges } from '../../skill/understand/learned.ts';
import { wordsOf } from '../../skill/heard/words.ts';
import type { MarkedSentence } from './marked-sentences.ts';

/** Beside which words a run of free words begins and ends, counted from those that people's sentences have marked. */
export function freeWordEdges(model: LanguageModelFile, said: readonly MarkedSentence[]): Readonly<Record<string, FreeWordEdges>> {
  const free = model.interactionModel.languageModel.intents.flatMap(({ name, slots = [] }) => slots.filter(({ type }) => type === searchQuery).map((slot) => ({ intent: name, slot: slot.name })));
  return Object.fromEntries(free.map(({ intent, slot }) => [slot, edgesOf(said.filter((each) => each.intent === intent && each.marks.some((mark) => mark.slot === slot)), slot)]));
}

function edgesOf(sentences: readonly MarkedSentence[], slot: string): FreeWordEdges {
  const begins = new Counts();
  const ends = new Counts();
  for (const { text, marks } of sentences) {
    const mark = marks.find((each) => each.slot === slot);
    if (mark === undefined) continue;
    const words = wordsOf(text).map((word) => word.text);
    const from = wordsOf(text.slice(0, mark.from)).length;
    const to = from + wordsOf(mark.words).length;
    words.forEach((_, place) => {
      begins.add(beginsBeside(words, place), place === from);
      ends.add(endsBeside(words, place + 1), place + 1 === to);
    });
  }
  return { begins: begins.ratios(), ends: ends.ratios() };
}

/** How often each sign was there with an edge and without one. */
class Counts {
  private readonly seen = new Map<string, [number, number]>();

  add(signs: readonly string[], isEdge: boolean): void {
    for (const sign of signs) {
      const counts = this.seen.get(sign) ?? [0, 0];
      counts[isEdge ? 0 : 1] += 1;
      this.seen.set(sign, counts);
    }
  }

  ratios(): Record<string, number> {
    const kept = [...this.seen].filter(([, [edges, others]]) => edges + others > 1).sort(([one], [other]) => (one < other ? -1 : 1));
    return Object.fromEntries(kept.map(([sign, [edges, others]]) => [sign, Math.round(10 * Math.log((edges + 0.3) / (others + 0.3)))]));
  }
}
