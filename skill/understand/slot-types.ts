import { findDates } from './dates.ts';
import { findDurations } from './durations.ts';
import { entityType } from './entities.ts';
import type { Finder } from './found.ts';
import type { DynamicEntities, ModelType } from './language-model.ts';
import { findFourDigits, findNumbers, findOrdinals } from './numbers.ts';
import { whereOneCanBegin } from './starters.ts';
import { findTimes } from './times.ts';

export type SlotTypes = ReadonlyMap<string, Finder>;

/** Every slot type of the model with what finds it. AMAZON.SearchQuery takes any words, so it has no finder. */
export function slotTypesOf(types: readonly ModelType[], dynamic?: DynamicEntities): SlotTypes {
  return new Map([
    ...amazons.map(([name, find]) => [name, whereOneCanBegin(find)] as const),
    ...types.map((type) => [type.name, entityType(type, dynamic).find] as const),
  ]);
}

/** The same types with the names of one household laid over those it has. */
export function withDynamic(known: SlotTypes, types: readonly ModelType[], dynamic: DynamicEntities): SlotTypes {
  const own = types.filter(({ name }) => dynamic.types.some((each) => each.name === name));
  return new Map([...known, ...own.map((type) => [type.name, entityType(type, dynamic).find] as const)]);
}

export const searchQuery = 'AMAZON.SearchQuery';

const amazons: readonly (readonly [string, Finder])[] = [
  ['AMAZON.DATE', findDates], ['AMAZON.TIME', findTimes], ['AMAZON.DURATION', findDurations], ['AMAZON.NUMBER', findNumbers],
  ['AMAZON.FOUR_DIGIT_NUMBER', findFourDigits], ['AMAZON.Ordinal', findOrdinals],
];
