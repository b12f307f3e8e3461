import type { AlertKind } from '../alert/index.ts';
import type { ActivityKind } from '../care-visit/index.ts';

/** How one agency visit went. Each planned visit is exactly one of the first five. */
type VisitEnd = 'on-time' | 'late' | 'missed' | 'unheard' | 'untimed';
/** What was made of something the person said. `mended`: understood straight after it was not. */
export const turnHows = ['understood', 'mended', 'asked-again', 'fallback'] as const;
export type TurnHow = (typeof turnHows)[number];
/** Who answered an alert, by what they are to the person and never by name. */
export type Answerer = 'person' | 'family' | 'friend' | 'agency' | 'council' | 'desk' | 'nobody';

/** One thing that is counted. Pence and minutes are sums; all else is how many. `within`: of alerts, at most so many minutes from the first telling to the answer; of requests, at most so many calendar days from the asking to the decision. */
export type CountName =
  | `visits.${'planned' | VisitEnd | 'told' | 'short' | 'agency-cancelled' | 'other-cancelled' | 'with-history' | 'familiar'}`
  | `activity.${'minutes' | 'pence' | 'planned-minutes' | 'planned-pence'}.${ActivityKind}`
  | `turns.${TurnHow}` | `asked.${string}`
  | 'alerts.told' | `alerts.by.${Answerer}` | `alerts.within.${'5' | '15' | '60' | '240' | 'more'}` | `alerts.${'told' | 'answered'}.${AlertKind}`
  | `requests.${'asked' | 'for-goal' | 'agreed-at-once' | 'agreed-later' | 'declined' | 'ran-out'}` | `requests.within.${'0' | '2' | '5' | '10' | 'more'}`
  | `pence.${'set-aside' | 'spent' | 'given-back'}` | `entries.${'set-aside' | 'spent' | 'given-back'}`
  | `feedback.${'given' | 'good' | 'all-right' | 'not-good' | 'unrated'}` | `goals.${'set' | 'reached' | 'ended' | 'better' | 'same' | 'worse'}`
  | 'wellbeing.answered' | `wellbeing.${'better' | 'same' | 'worse'}.${string}`;

/** What was counted of one day, one week or many. What is not there is 0. */
export type Counts = Readonly<Partial<Record<CountName, number>>>;

/** How often something under these names was counted; 0 for what never was. */
export function countOf(counts: Counts, ...names: readonly CountName[]): number {
  return names.reduce((sum, name) => sum + (counts[name] ?? 0), 0);
}

/** All of them together. */
export function addCounts(all: Iterable<Counts>): Counts {
  const sum: Partial<Record<CountName, number>> = {};
  for (const counts of all) for (const [name, count] of Object.entries(counts) as [CountName, number][]) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

/** How often each name comes. */
export function tally(names: Iterable<CountName>): Counts {
  const sum: Partial<Record<CountName, number>> = {};
  for (const name of names) sum[name] = (sum[name] ?? 0) + 1;
  return sum;
}
