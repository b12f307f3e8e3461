import { noMoney, type LocalDate, type Pence } from '../shared/index.ts';
import type { Budget, BudgetSettings } from './budget.ts';
import { periodOf } from './period-of.ts';
import { twoAgreeAbovePence } from './two-agree.ts';

export const budgetBases = ['net', 'gross'] as const satisfies readonly BudgetSettings['basis'][];
export const budgetMechanisms = ['direct-payment', 'council-managed', 'council-commissioned', 'individual-service-fund', 'self-funder'] as const satisfies readonly BudgetSettings['mechanism'][];

const longestPeriodWeeks = 52;
const mostSurplusWeeks = 52;

export type SetBudgetResult =
  | { readonly kind: 'set'; readonly budget: Budget }
  /** `period-is-running`: money has come in for periods as they are, and is not counted anew by others. */
  | { readonly kind: 'refused'; readonly reason: 'period-is-running' | 'period-of-no-weeks' | 'limit-too-high' | 'surplus-weeks' | 'review-has-gone-by' };

/** Sets how a budget is run, or begins one with nothing in it yet. It moves no money. No yes at once can be for more than two people have to agree to. */
export function setBudget(budget: Budget | undefined, settings: BudgetSettings, today: LocalDate, mostAtOncePence: Pence = twoAgreeAbovePence): SetBudgetResult {
  if (!isWhole(settings.periodWeeks, 1, longestPeriodWeeks)) return { kind: 'refused', reason: 'period-of-no-weeks' };
  if (!isWhole(settings.surplusWeeksLimit, 0, mostSurplusWeeks)) return { kind: 'refused', reason: 'surplus-weeks' };
  if (settings.autoApproveLimitPence > mostAtOncePence) return { kind: 'refused', reason: 'limit-too-high' };
  if (settings.reviewOn < today && settings.reviewOn !== budget?.settings.reviewOn) return { kind: 'refused', reason: 'review-has-gone-by' };
  if (budget === undefined) return { kind: 'set', budget: { settings, figures: { paidInPence: noMoney, paidOutPence: noMoney, setAsidePence: noMoney, keptBackPence: noMoney }, openSetAsides: [], lastEntryNumber: 0, recent: [] } };
  if (budget.lastEntryNumber > 0 && !isSamePeriod(budget.settings, settings, today)) return { kind: 'refused', reason: 'period-is-running' };
  return { kind: 'set', budget: { ...budget, settings } };
}

function isWhole(value: number, least: number, most: number): boolean {
  return Number.isInteger(value) && value >= least && value <= most;
}

function isSamePeriod(before: BudgetSettings, after: BudgetSettings, today: LocalDate): boolean {
  return before.periodWeeks === after.periodWeeks && periodOf(before, today).from === periodOf(after, today).from;
}
