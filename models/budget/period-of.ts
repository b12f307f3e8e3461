import { addDays, daysBetween, type LocalDate } from '../shared/index.ts';
import type { BudgetSettings } from './budget.ts';

/** From the first day to the last, both in it; `nextFrom` is the day after, when more money comes in. */
export interface BudgetPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly nextFrom: LocalDate;
}

/** The budget period a London day falls in. Whole days are counted from the anchor, so that no day is in two periods or in none. */
export function periodOf(settings: Pick<BudgetSettings, 'periodAnchor' | 'periodWeeks'>, on: LocalDate): BudgetPeriod {
  const days = settings.periodWeeks * 7;
  const periodsOn = Math.floor(daysBetween(settings.periodAnchor, on) / days);
  const from = addDays(settings.periodAnchor, periodsOn * days);
  const nextFrom = addDays(from, days);
  return { from, to: addDays(nextFrom, -1), nextFrom };
}
