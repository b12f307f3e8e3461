import { withoutFillers } from './fillers.ts';
import type { Found } from './found.ts';
import type { Knowledge } from './knowledge.ts';
import type { Spans } from './spans.ts';
import { matchTemplates, type TemplateMatch } from './templates.ts';
import type { Word } from '../heard/words.ts';

export interface Followed {
  readonly intent: string;
  readonly slots: ReadonlyMap<string, Found>;
  readonly confidence: number;
  readonly guesses: readonly { readonly intent: string; readonly confidence: number }[];
}

/** The sample a sentence follows to the word, or follows once the politeness around it is taken away. */
export function followedSample(knowledge: Knowledge, words: readonly Word[], spansFor: (words: readonly Word[]) => Spans, expecting: readonly string[]): Followed | undefined {
  const exact = best(matchTemplates(knowledge.templates, spansFor(words)), words.length, expecting);
  if (exact !== undefined && !exact.isLoose) return withConfidence(exact.matches, 1);
  let loose = exact;
  for (const rest of withoutFillers(words)) {
    const found = best(matchTemplates(knowledge.templates, spansFor(rest)), rest.length, expecting);
    if (found === undefined || (rest.length < 2 && words.length > 3)) continue;
    if (!found.isLoose) return withConfidence(found.matches, 0.95);
    loose ??= found;
  }
  if (loose !== undefined) return withConfidence(loose.matches, 0.9);
  const strange = matchTemplates(knowledge.templates, spansFor(words), knowledge.isKnown);
  return withConfidence(strange, 0.7);
}

/** Free words fill anything, so a sample with them waits until none without them fits. */
function best(matches: readonly TemplateMatch[], length: number, expecting: readonly string[]): { matches: readonly TemplateMatch[]; isLoose: boolean } | undefined {
  if (matches.length === 0) return undefined;
  const worth = ({ intent, score }: TemplateMatch) => score + (expecting.includes(intent) ? expectedWorth : 0);
  const sorted = [...matches].sort((one, other) => worth(other) - worth(one));
  return { matches: sorted, isLoose: (sorted[0]?.score ?? 0) < length * 0.5 };
}

const expectedWorth = 1.5;

function withConfidence(matches: readonly TemplateMatch[], confidence: number): Followed | undefined {
  const [first] = matches;
  if (first === undefined) return undefined;
  const others = [...new Set(matches.map(({ intent }) => intent))].slice(0, 3);
  return { intent: first.intent, slots: first.slots, confidence, guesses: others.map((intent, place) => ({ intent, confidence: place === 0 ? confidence : confidence / (place + 2) })) };
}
