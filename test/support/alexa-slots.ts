// Keeps one promise: a slot looks as Alexa fills it, matched, unmatched, many-valued or empty.
import type { Slot } from 'ask-sdk-model';
import { skillId } from './alexa-caller.ts';

/** Words alone for a built-in type; words, an id and a type for one of ours; an id of `null` is a word nobody knows. */
export type SaidSlot = string | undefined | OwnSlot | { readonly values: readonly OwnSlot[] };
export interface OwnSlot { readonly value: string; readonly id: string | null; readonly type: string; readonly isDynamic?: boolean }

export function slotsFor(said: Readonly<Record<string, SaidSlot>>): Record<string, Slot> {
  return Object.fromEntries(Object.entries(said).map(([name, slot]) => [name, slotFor(name, slot)]));
}

function slotFor(name: string, said: SaidSlot): Slot {
  const base = { name, confirmationStatus: 'NONE', source: 'USER' };
  if (said === undefined) return { name, confirmationStatus: 'NONE' };
  if (typeof said === 'string') return { ...base, value: said, slotValue: { type: 'Simple', value: said } } as Slot;
  if ('values' in said) {
    const values = said.values.map((each) => ({ type: 'Simple', value: each.value, resolutions: resolutionsFor(each) }));
    return { ...base, slotValue: { type: 'List', values } } as unknown as Slot;
  }
  const resolutions = resolutionsFor(said);
  return { ...base, value: said.value, resolutions, slotValue: { type: 'Simple', value: said.value, resolutions } } as unknown as Slot;
}

function resolutionsFor({ value, id, type, isDynamic }: OwnSlot): object {
  const ours = `amzn1.er-authority.echo-sdk.${skillId}.${type}`;
  const dynamic = `amzn1.er-authority.echo-sdk.dynamic.${skillId}.${type}`;
  const matched = { status: { code: 'ER_SUCCESS_MATCH' }, values: [{ value: { name: value, id } }] };
  const unmatched = { status: { code: 'ER_SUCCESS_NO_MATCH' } };
  const perAuthority = [{ authority: ours, ...(id !== null && isDynamic !== true ? matched : unmatched) }];
  if (isDynamic === true) perAuthority.push({ authority: dynamic, ...(id === null ? unmatched : matched) });
  return { resolutionsPerAuthority: perAuthority };
}
