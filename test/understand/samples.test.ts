// Promise: whatever Amazon is taught to hear, our own speakers hear as the same thing, with every slot filled.
import { describe, expect, test } from '@jest/globals';
import { hear, intents, types } from './hearing.ts';

describe('Every sample of the language model', () => {
  test.each(intents.filter(({ samples }) => samples.length > 0).map((intent) => [intent.name, intent] as const))('is understood as its own intent: %s', async (name, intent) => {
    const typeOf = new Map(('slots' in intent ? intent.slots : undefined)?.map((slot) => [slot.name, slot.type]) ?? []);
    const wrong: unknown[] = [];
    for (const sample of intent.samples) {
      const filled = fill(sample, typeOf);
      const heard = await hear(filled.text);
      const isRight = heard.intent === name && heard.confidence === 1 && Object.entries(filled.slots).every(([slot, value]) => heard.slots[slot] === value);
      const isFree = filled.isFree && heard.intent === name && heard.confidence >= 0.9;
      if (!isRight && !isFree) wrong.push({ sample, text: filled.text, wanted: filled.slots, heard });
    }
    expect(wrong).toEqual([]);
  });
});

/** Something to say for every slot, and what it should come to. */
const amazons: Readonly<Record<string, readonly [string, string]>> = {
  'AMAZON.DATE': ['Thursday', '2026-12-03'], 'AMAZON.TIME': ['nine o’clock', '09:00'], 'AMAZON.NUMBER': ['two', '2'], 'AMAZON.DURATION': ['two hours', 'PT2H'],
  'AMAZON.Ordinal': ['second', '2'], 'AMAZON.FOUR_DIGIT_NUMBER': ['four four one nine', '4419'], 'AMAZON.SearchQuery': ['a new armchair', 'a new armchair'],
};

function fill(sample: string, typeOf: ReadonlyMap<string, string>): { text: string; slots: Record<string, string>; isFree: boolean } {
  const slots: Record<string, string> = {};
  const text = sample.replaceAll(/\{(\w+)\}/g, (_, slot: string) => {
    const type = typeOf.get(slot) ?? '';
    const [said, value] = slot === 'newDay' ? ['Friday', '2026-12-04'] : slot === 'code' ? ['four eight two nine one three', '482913'] : slot === 'words' ? ['ever so good', 'ever so good'] : amazons[type] ?? own(type);
    slots[slot] = value;
    return said;
  });
  return { text, slots, isFree: [...typeOf.values()].includes('AMAZON.SearchQuery') };
}

function own(type: string): readonly [string, string] {
  const value = types.find(({ name }) => name === type)?.values[0];
  return [value?.name.value ?? '', value?.id ?? ''];
}
