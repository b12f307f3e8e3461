import { daysBetween, type LocalDate, type Pence } from '../shared/index.ts';
import type { Budget } from './budget.ts';
import { leftPence } from './left.ts';
import { periodOf, type BudgetPeriod } from './period-of.ts';
import { spendingBetween } from './spending-between.ts';
import { surplusPence } from './take-back-outlook.ts';

/** What people ask about their money: left, set aside, spent, and what may be taken back and when. */
export interface FourFacts {
  readonly leftPence: Pence;
  readonly setAsidePence: Pence;
  readonly spentThisPeriodPence: Pence;
  readonly keptBackPence: Pence;
  readonly period: BudgetPeriod;
  /** Absent when nothing is to go back, or the day it would go back has gone by. */
  readonly takenBack?: { readonly amountPence: Pence; readonly on: LocalDate };
}

/** The four facts as they stand today, a London day. What was spent is counted from the recent entries. */
export function fourFacts(budget: Budget, today: LocalDate): FourFacts {
  const { figures, settings, recent } = budget;
  const period = periodOf(settings, today);
  const left = leftPence(budget);
  const surplus = surplusPence(budget);
  const mayGoBack = surplus > 0 && settings.reviewOn >= today;
  return {
    leftPence: left,
    setAsidePence: figures.setAsidePence,
    spentThisPeriodPence: spendingBetween(recent, period.from, period.to).totalPence,
    keptBackPence: figures.keptBackPence,
    period,
    ...(mayGoBack && { takenBack: { amountPence: surplus, on: settings.reviewOn } }),
  };
}

/** What goes back to the council within ten weeks: soon enough to be worth saying. */
export function goesBackSoon(budget: Budget, today: LocalDate): FourFacts['takenBack'] {
  const { takenBack } = fourFacts(budget, today);
  return takenBack === undefined || daysBetween(today, takenBack.on) > worthSayingDays ? undefined : takenBack;
}

const worthSayingDays = 70;
