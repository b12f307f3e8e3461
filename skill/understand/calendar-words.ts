/** The names of days, Monday first, and the short ones people type. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  [['monday', 'mon'], ['tuesday', 'tues', 'tue'], ['wednesday', 'wed', 'weds'], ['thursday', 'thurs', 'thur', 'thu'], ['friday', 'fri'], ['saturday'], ['sunday']]
    .flatMap((names, place) => names.map((name) => [name, place + 1] as const)),
);

export const months: ReadonlyMap<string, number> = new Map(
  [['january', 'jan'], ['february', 'feb'], ['march'], ['april', 'apr'], ['may'], ['june'], ['july'], ['august', 'aug'], ['september', 'sept', 'sep'], ['october', 'oct'], ['november', 'nov'], ['december', 'dec']]
    .flatMap((names, place) => names.map((name) => [name, place + 1] as const)),
);
