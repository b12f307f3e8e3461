import type { Slot } from 'ask-sdk-model';
import { classifiedSlots } from './classified-slots.ts';
import { isDistress } from './distress.ts';
import { filledSlots } from './filled-slots.ts';
import type { Found, WhenSaid } from './found.ts';
import type { DynamicEntities, LanguageModelFile, ModelIntent } from './language-model.ts';
import { distress, learn, type Knowledge } from './knowledge.ts';
import { followedSample } from './followed-sample.ts';
import { spansIn, type Spans } from './spans.ts';
import { withDynamic } from './slot-types.ts';
import { guess } from './guess.ts';
import { wordsOf, type Word } from './words.ts';

export interface Understood {
  readonly utterance: string;
  readonly intent: string;
  readonly slots: Record<string, Slot>;
  /** 1: said as in the model. Under a half: ask whether it was meant. 0: not understood. */
  readonly confidence: number;
  /** The three likeliest, most likely first, whatever was made of it. */
  readonly guesses: readonly { readonly intent: string; readonly confidence: number }[];
}

export interface Hearing extends WhenSaid {
  /** Intents that would answer the question left open; they win where a sentence can be taken two ways. */
  readonly expecting?: readonly string[];
  readonly entities?: DynamicEntities;
}

export interface Understanding {
  readonly understand: (text: string, hearing: Hearing) => Understood;
}

const notUnderstood = 'AMAZON.FallbackIntent';

/**
 * An understanding of one language model, taught from its samples alone. Stands in where Amazon does not listen: on the desk
 * speaker, the command line and in tests. Distress is heard first; then a sample followed to the word; then what is likeliest;
 * then what sounds like ours; and otherwise nothing is made of it.
 */
export function loadUnderstanding(model: LanguageModelFile): Understanding {
  const knowledge = learn(model.interactionModel.languageModel);
  return { understand: (text, hearing) => understandWith(knowledge, text, hearing) };
}

function understandWith(knowledge: Knowledge, text: string, hearing: Hearing): Understood {
  const words = wordsOf(text);
  const types = hearing.entities === undefined ? knowledge.types : withDynamic(knowledge.types, knowledge.modelTypes, hearing.entities);
  const spansFor = (said: readonly Word[]): Spans => spansIn(said, types, hearing);
  const answer = (intent: string, confidence: number, found: ReadonlyMap<string, Found>, guesses: Understood['guesses']): Understood => ({
    utterance: text, intent, confidence, guesses, slots: filledSlots(intentNamed(knowledge, intent), found, hearing),
  });
  if (words.length === 0) return answer(notUnderstood, 0, new Map(), []);
  if (isDistress(words)) return answer(distress, 1, new Map(), [{ intent: distress, confidence: 1 }]);

  const followed = followedSample(knowledge, words, spansFor, hearing.expecting ?? []);
  if (followed !== undefined) return answer(followed.intent, followed.confidence, followed.slots, followed.guesses);

  const guessed = guess(knowledge, words, spansFor, hearing.expecting ?? []);
  const { best } = guessed;
  if (best === undefined) return answer(notUnderstood, 0, new Map(), guessed.guesses);
  return answer(best.intent, best.confidence, best.slots ?? classifiedSlots(intentNamed(knowledge, best.intent), guessed.spans), guessed.guesses);
}

function intentNamed(knowledge: Knowledge, name: string): ModelIntent {
  return knowledge.intents.get(name) ?? { name, samples: [] };
}
