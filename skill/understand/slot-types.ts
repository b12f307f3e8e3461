import { findDates } from './dates.ts';
import { findDurations } from './durations.ts';
import { entityType } from './entities.ts';
import { findFirstNames } from './first-names.ts';
import type { Finder } from './found.ts';
import type { DynamicEntities, ModelType } from './language-model.ts';
import type { LearnedFile } from './learned.ts';
import { findFourDigits, findNumbers, findOrdinals } from './numbers.ts';
import { findPounds, money } from './pounds.ts';
import { whereOneCanBegin } from './starters.ts';
import { findTimes } from './times.ts';

export type SlotTypes = ReadonlyMap<string, Finder>;

/** Every slot type of the model with what finds it. AMAZON.SearchQuery takes any words, so it has no finder. */
export function slotTypesOf(types: readonly ModelType[], phrases: LearnedFile['phrases'], dynamic?: DynamicEntities): SlotTypes {
  return new Map([
    ...amazons.map(([name, find]) => [name, whereOneCanBegin(find)] as const),
    ...types.map((type) => [type.name, entityType(type, phrases[type.name], dynamic).find] as const),
    [firstName, findFirstNames], [money, findPounds],
  ]);
}

/** The same types with the names of one household laid over those it has. */
export function withDynamic(known: SlotTypes, types: readonly ModelType[], phrases: LearnedFile['phrases'], dynamic: DynamicEntities): SlotTypes {
  const own = types.filter(({ name }) => dynamic.types.some((each) => each.name === name));
  return new Map([...known, ...own.map((type) => [type.name, entityType(type, phrases[type.name], dynamic).find] as const)]);
}

export const searchQuery = 'AMAZON.SearchQuery';
/** No slot of the model has this type: it tells a name from another word nobody taught us. */
export const firstName = 'FIRST_NAME';

const amazons: readonly (readonly [string, Finder])[] = [
  ['AMAZON.DATE', findDates], ['AMAZON.TIME', findTimes], ['AMAZON.DURATION', findDurations], ['AMAZON.NUMBER', findNumbers],
  ['AMAZON.FOUR_DIGIT_NUMBER', findFourDigits], ['AMAZON.Ordinal', findOrdinals],
];
