import { addCounts, countOf, type CountName, type Counts, type ProviderWeek } from '../../models/figures/index.ts';
import type { Figure } from './figure-table.ts';

/** How planned visits ended, as the pages name it, in the order of the charts. */
export const endNames: readonly (readonly [CountName, string])[] = [['visits.on-time', 'On time'], ['visits.late', 'Late'], ['visits.missed', 'Missed'], ['visits.unheard', 'Nothing heard']];

export const visitHead: readonly string[] = ['Visits planned', 'On time', 'Late', 'Said before it was late', 'Missed', 'Nothing heard', 'Cut short', 'Somebody known came'];

/** One row of figures on visits, under `visitHead`. Shares are of those visits for which it is known. */
export function visitRow(counts: Counts): readonly Figure[] {
  const n = (...names: readonly CountName[]) => countOf(counts, ...names);
  const came = n('visits.on-time', 'visits.late');
  return [
    { count: n('visits.planned') }, { part: n('visits.on-time'), whole: n('visits.planned') - n('visits.untimed') }, { count: n('visits.late') }, { part: n('visits.told'), whole: n('visits.late') },
    { count: n('visits.missed') }, { count: n('visits.unheard') }, { part: n('visits.short'), whole: came }, { part: n('visits.familiar'), whole: n('visits.with-history') },
  ];
}

export function countsOf(weeks: readonly Pick<ProviderWeek, 'days'>[]): Counts {
  return addCounts(weeks.flatMap(({ days }) => Object.values(days)));
}
