import { undoneIn, type Budget } from '../budget/index.ts';
import { daysBetween, type LocalDate, type Pence } from '../shared/index.ts';
import type { MoneyLine } from './read-money-row.ts';

/** A request that a payment may be for, and what speaks for it. `isPaid`: it was marked as paid already, so that the payment is in the ledger. */
export interface SetAsideMatch { readonly requestId: string; readonly what: string; readonly agrees: readonly ('sum' | 'day' | 'words')[]; readonly isPaid: boolean }

const mostDaysOff = 7;
const mostMatches = 3;
/** A payment is heard of from the bank at most so long before or after somebody marks it. */
const mostPaidDaysOff = 62;

/**
 * Which requests with money set aside, or paid of late, a payment may be for, the likeliest first: of the very sum, or of no less with both the day (within a week) and words of the provider
 * like it. It only proposes: somebody says so, by marking that request as paid.
 */
export function matchSetAsides({ on, words }: Pick<MoneyLine, 'on' | 'words'>, amountPence: Pence, budget: Pick<Budget, 'openSetAsides' | 'recent'>, days: ReadonlyMap<string, LocalDate>): readonly SetAsideMatch[] {
  const said = wordsIn(words);
  const open = [...budget.openSetAsides.map((each) => ({ ...each, isPaid: false })), ...paidOfLate(budget, on)];
  const matches = open.filter((each) => each.amountPence >= amountPence).map((each): SetAsideMatch => {
    const day = days.get(each.requestId);
    const own = new Set(wordsIn(each.what));
    const shared = said.filter((word) => own.has(word)).length;
    return { requestId: each.requestId, what: each.what, isPaid: each.isPaid, agrees: [
      ...(each.amountPence === amountPence ? ['sum' as const] : []), ...(day !== undefined && Math.abs(daysBetween(day, on)) <= mostDaysOff ? ['day' as const] : []), ...(shared >= Math.min(2, Math.max(1, said.length)) ? ['words' as const] : []),
    ] };
  });
  return matches.filter(({ agrees }) => agrees.includes('sum') || agrees.length === 2).toSorted((one, other) => weight(other) - weight(one)).slice(0, mostMatches);
}

/** Its name says more than its day. */
function weight({ agrees }: SetAsideMatch): number {
  return agrees.length + (agrees.includes('words') ? 0.5 : 0);
}

function paidOfLate({ recent }: Pick<Budget, 'recent'>, on: LocalDate) {
  const { reversed } = undoneIn(recent);
  return recent.flatMap(({ id, kind, requestId, amountPence, what, on: paidOn }) => (kind === 'spend' && requestId !== undefined && !reversed.has(id) && Math.abs(daysBetween(paidOn, on)) <= mostPaidDaysOff ? [{ requestId, amountPence, what, isPaid: true }] : []));
}

function wordsIn(text: string): readonly string[] {
  return [...new Set((text.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? []).filter((word) => !littleWords.has(word)))];
}

const littleWords: ReadonlySet<string> = new Set(['with', 'the', 'and', 'for', 'ltd', 'limited', 'payment', 'paid', 'invoice', 'inv', 'services', 'service', 'care']);
