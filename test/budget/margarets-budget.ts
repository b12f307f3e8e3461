import { post, type Budget, type BudgetSettings, type NewEntry, type PostResult } from '../../models/budget/index.ts';
import { instant, noMoney, pounds, type Instant, type LocalDate } from '../../models/shared/index.ts';

export const day = (text: string) => text as LocalDate;
export const at = (text: string): Instant => instant(Date.parse(text));
/** Tuesday 1 December 2026, eight in the morning. */
export const eight = at('2026-12-01T08:00:00Z');
export const later = at('2027-01-15T00:00:00Z');

export const settings: BudgetSettings = {
  basis: 'net', mechanism: 'direct-payment', periodWeeks: 4, periodAnchor: day('2026-11-23'), perPeriodPence: pounds(276),
  surplusWeeksLimit: 8, reviewOn: day('2027-01-31'), autoApproveLimitPence: pounds(50),
};

export const nothingYet: Budget = {
  settings, figures: { paidInPence: noMoney, paidOutPence: noMoney, setAsidePence: noMoney, keptBackPence: noMoney },
  openSetAsides: [], lastEntryNumber: 0, recent: [],
};

/** Posts one line after another, each of which must be taken. */
export function ledger(lines: readonly NewEntry[], from: Budget = nothingYet, now: Instant = eight): Budget {
  return lines.reduce((budget, line) => posted(post(budget, line, now)).budget, from);
}

export function posted(result: PostResult): Extract<PostResult, { kind: 'posted' }> {
  if (result.kind === 'refused') throw new Error(`Refused: ${result.reason}`);
  return result;
}

export const allocation = (pounds_ = 276, id = 'december'): NewEntry => ({ kind: 'allocation', id, amountPence: pounds(pounds_), source: 'council', what: 'four weeks’ money' });
export const putAside = (requestId: string, amount: number): NewEntry => (
  { kind: 'set-aside', id: `${requestId}-set-aside`, amountPence: pounds(amount), requestId, what: requestId, expiresAt: later });

/** 276 pounds in, 92 put aside for visits already booked: 184 left to use. */
export const margaret: Budget = ledger([allocation(), putAside('visits', 92)]);
