import { undoneIn, type BudgetEntry } from '../budget/index.ts';
import { goalFor, type OutcomeBook } from '../outcome/index.ts';
import type { ServiceRequest } from '../service-request/index.ts';
import { daysBetween, localDate, type LocalDate } from '../shared/index.ts';
import { addCounts, tally, type CountName, type Counts } from './counts.ts';

/** What was asked for on a day, and what was decided on it, whenever that was asked. A decision is counted once: the first yes, or the no. */
export function requestsCounted(requests: readonly ServiceRequest[], goals: OutcomeBook['goals'], day: LocalDate, zone: string): Counts {
  return addCounts(requests.map((request) => tally([...askedOn(request, goals, day, zone), ...decidedOn(request, day, zone)])));
}

function askedOn({ askedAt, category, what }: ServiceRequest, goals: OutcomeBook['goals'], day: LocalDate, zone: string): readonly CountName[] {
  if (localDate(askedAt, zone) !== day) return [];
  return (goalFor(goals, category) ?? goalFor(goals, what)) === undefined ? ['requests.asked'] : ['requests.asked', 'requests.for-goal'];
}

function decidedOn({ history, askedAt }: ServiceRequest, day: LocalDate, zone: string): readonly CountName[] {
  const decided = history.find(({ state }) => state === 'approved' || state === 'booked' || state === 'declined' || state === 'expired');
  if (decided === undefined || localDate(decided.at, zone) !== day) return [];
  if (decided.state === 'expired') return ['requests.ran-out'];
  const waited = daysBetween(localDate(askedAt, zone), day);
  const time = (['0', '2', '5', '10'] as const).find((days) => waited <= Number(days)) ?? 'more';
  if (decided.state === 'declined') return ['requests.declined', `requests.within.${time}`];
  const wasReviewed = history.some(({ state, at }) => state === 'needs-review' && at <= decided.at);
  return [wasReviewed ? 'requests.agreed-later' : 'requests.agreed-at-once', `requests.within.${time}`];
}

const ofMoney: { readonly [Kind in BudgetEntry['kind']]?: 'set-aside' | 'spent' | 'given-back' } = { 'set-aside': 'set-aside', spend: 'spent', refund: 'given-back' };

/** Money of one day by the ledger, and how many lines it is from: set aside, paid out, and given back. What was put right by a reversal is left out on both sides. */
export function moneyCounted(entries: readonly BudgetEntry[], day: LocalDate): Counts {
  const { reversed } = undoneIn(entries);
  return addCounts(entries.filter(({ on, id }) => on === day && !reversed.has(id)).map(({ kind, amountPence }) => {
    const what = ofMoney[kind];
    return what === undefined ? {} : { [`pence.${what}`]: amountPence, [`entries.${what}`]: 1 };
  }));
}
