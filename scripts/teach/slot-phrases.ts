import type { LearnedFile } from '../../skill/understand/learned.ts';
import type { LanguageModelFile } from '../../skill/understand/index.ts';
import { wordsOf } from '../../skill/heard/words.ts';
import type { MarkedSentence } from './marked-sentences.ts';

/**
 * What people called the values of our own slot types, where the model does not list it: "the old folk's do" for a lunch club.
 * Kept only where those words, in sentences that could hold the slot, mean that value more often than not.
 */
export function slotPhrases(model: LanguageModelFile, said: readonly MarkedSentence[]): LearnedFile['phrases'] {
  const { intents, types } = model.interactionModel.languageModel;
  const listed = new Map(types.map(({ name, values }) => [name, new Set(values.flatMap((value) => [value.name.value, ...(value.name.synonyms ?? [])].map(plain)))]));
  const ids = new Map(types.map(({ name, values }) => [name, new Set(values.map(({ id }) => id))]));
  const typeOf = (intent: string, slot: string) => intents.find(({ name }) => name === intent)?.slots?.find(({ name }) => name === slot)?.type ?? '';
  const votes = new Map<string, Map<string, Map<string, number>>>();
  for (const { intent, marks } of said) {
    for (const { slot, value, words } of marks.filter((mark, _, all) => all.filter(({ from }) => from === mark.from).length === 1)) {
      const [type, phrase] = [typeOf(intent, slot), plain(words)];
      if (names.has(type) || ids.get(type)?.has(value) !== true || listed.get(type)?.has(phrase) === true || phrase === '') continue;
      const byPhrase = votes.get(type) ?? new Map<string, Map<string, number>>();
      votes.set(type, byPhrase);
      const byValue = byPhrase.get(phrase) ?? new Map<string, number>();
      byPhrase.set(phrase, byValue);
      byValue.set(value, (byValue.get(value) ?? 0) + 1);
    }
  }
  return Object.fromEntries([...votes].sort(byName).map(([type, phrases]) => {
    const able = said.filter(({ intent }) => intents.find(({ name }) => name === intent)?.slots?.some((slot) => slot.type === type)).map(({ text }) => ` ${plain(text)} `);
    return [type, Object.fromEntries([...phrases].sort(byName).flatMap(([phrase, values]) => {
      const [value, times] = [...values].sort(([, one], [, other]) => other - one)[0] ?? ['', 0];
      const heard = able.filter((text) => text.includes(` ${phrase} `)).length;
      return times / Math.max(1, heard) > 0.5 ? [[phrase, value] as const] : [];
    }))];
  }));
}

/** Anybody may have any name: these are found by other means. */
const names: ReadonlySet<string> = new Set(['CARE_WORKER']);
const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1);

function plain(text: string): string {
  return wordsOf(text).map((word) => word.text).join(' ');
}
