import { noMoney, pence, subtract, type LocalDate, type Pence } from '../shared/index.ts';
import type { Budget, BudgetSettings } from './budget.ts';
import { leftPence } from './left.ts';
import { periodOf } from './period-of.ts';

/** What could be taken back and when, and why no more or less. */
export interface TakeBackOutlook {
  /** The day the council looks at the budget: nothing is taken back before. */
  readonly reviewOn: LocalDate;
  /** That day has gone by, so another has to be set. */
  readonly isPast: boolean;
  /** So many weeks' money may be held on to, and what that comes to. */
  readonly weeks: number;
  readonly mayHoldPence: Pence;
  /** What could be taken back if it were looked at today. Money set aside or kept back never is. */
  readonly todayPence: Pence;
  /** What it would be on the day, with what is still to come in, if nothing more were used. */
  readonly ifNothingIsUsedPence: Pence;
}

/** Taking back is practice at councils and not law: above so many weeks' money, at a review. Both are settings. */
export function takeBackOutlook(budget: Budget, today: LocalDate): TakeBackOutlook {
  const { settings } = budget;
  const { reviewOn, surplusWeeksLimit: weeks } = settings;
  const [hold, left] = [mayHoldPence(settings), leftPence(budget)];
  const toCome = pence(periodsBegunBy(settings, today, reviewOn) * settings.perPeriodPence);
  const above = (sum: number): Pence => pence(Math.max(noMoney, sum - hold));
  return { reviewOn, isPast: reviewOn < today, weeks, mayHoldPence: hold, todayPence: above(left), ifNothingIsUsedPence: above(left + toCome) };
}

/** What the person may hold on to: so many weeks' money, a part of a penny as a penny. */
function mayHoldPence({ perPeriodPence, periodWeeks, surplusWeeksLimit }: BudgetSettings): Pence {
  return pence(Math.ceil((perPeriodPence * surplusWeeksLimit) / periodWeeks));
}

/** What is above that, if anything is. */
export function surplusPence(budget: Budget): Pence {
  return subtract(leftPence(budget), mayHoldPence(budget.settings));
}

/** How many times money comes in after today, up to and on a day. */
function periodsBegunBy(settings: BudgetSettings, today: LocalDate, day: LocalDate): number {
  let count = 0;
  for (let { nextFrom } = periodOf(settings, today); nextFrom <= day && count < mostPeriods; { nextFrom } = periodOf(settings, nextFrom)) count += 1;
  return count;
}

/** Ten years of weeks: no review is further ahead. */
const mostPeriods = 520;
