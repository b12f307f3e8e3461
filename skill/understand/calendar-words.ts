import { phrasesFrom } from './found.ts';

/** The names of days, Monday first, and the short ones people type. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  [['monday', 'mon'], ['tuesday', 'tues', 'tue'], ['wednesday', 'wed', 'weds'], ['thursday', 'thurs', 'thur', 'thu'], ['friday', 'fri'], ['saturday'], ['sunday']]
    .flatMap((names, place) => names.map((name) => [name, place + 1] as const)),
);

export const months: ReadonlyMap<string, number> = new Map(
  [['january', 'jan'], ['february', 'feb'], ['march'], ['april', 'apr'], ['may'], ['june'], ['july'], ['august', 'aug'], ['september', 'sept', 'sep'], ['october', 'oct'], ['november', 'nov'], ['december', 'dec']]
    .flatMap((names, place) => names.map((name) => [name, place + 1] as const)),
);

/** Days with a name that fall on the same date every year: month and day. */
export const namedDays = phrasesFrom<readonly [number, number]>([
  ['christmas eve', [12, 24]], ['christmas day', [12, 25]], ['christmas', [12, 25]], ['boxing day', [12, 26]],
  ['new year eve', [12, 31]], ['new years eve', [12, 31]], ['new year day', [1, 1]], ['new years day', [1, 1]], ['new year', [1, 1]],
  ['valentines day', [2, 14]], ['valentine day', [2, 14]], ['bonfire night', [11, 5]], ['halloween', [10, 31]],
]);
