import { periodOf, post, type Budget, type BudgetEntry, type BudgetSettings, type NewEntry } from '../../models/budget/index.ts';
import type { RequestBook } from '../../models/service-request/index.ts';
import { addDays, noMoney, toInstant, type Instant, type LocalDate, type LocalTime, type Pence, type PersonId } from '../../models/shared/index.ts';
import { demonstrationZone } from './around-harrow.ts';

/** What a ledger is to hold, told in days and periods ago, so that what is left is the same whatever the day. */
export interface LedgerPlan {
  readonly settings: Omit<BudgetSettings, 'periodWeeks' | 'periodAnchor'>;
  /** On the first day of this period and the two before. */
  readonly paidInEachPeriod: readonly { readonly amountPence: Pence; readonly source: 'council' | 'own'; readonly what: string }[];
  /** On the first day of a period, once the money is in. */
  readonly spentOnFirstDays?: readonly (Spent & { readonly periodsAgo: number })[];
  readonly keptBack?: { readonly amountPence: Pence; readonly what: string; readonly daysAgo: number };
  readonly spent: readonly (Spent & { readonly daysAgo: number })[];
}

interface Spent { readonly amountPence: Pence; readonly what: string; readonly category: string }

/** Posts the plan line by line by the ledger's own rules, with money put aside for every request booked. */
export function ledgerOf(person: PersonId, plan: LedgerPlan, { requests }: RequestBook, today: LocalDate, now: Instant): { readonly budget: Budget; readonly entries: readonly BudgetEntry[] } {
  const settings = { ...plan.settings, periodWeeks: 4, periodAnchor: anchor };
  const asides = requests.map(({ id, askedAt, costPence, what, category, expiresAt }): Dated => (
    { at: askedAt, line: { kind: 'set-aside', amountPence: costPence, requestId: id, what, category, expiresAt } }
  ));
  const paid = requests.flatMap(({ id, costPence, what, category, providerName, history }): readonly Dated[] => history.flatMap((step) => (
    step.state === 'paid' ? [{ at: step.at, id: `${id}-spend`, line: { kind: 'spend', amountPence: costPence, requestId: id, what: `${what} with ${providerName}`, category } }] : []
  )));
  const lines = [...firstDays(plan, settings, today), ...daysBefore(plan, today), ...asides, ...paid].sort((a, b) => a.at - b.at);
  return lines.reduce(
    (ledger, { at, line, id = '' }, place) => posted(ledger, { ...line, id: id === '' ? `${person}-line-${place + 1}` : id }, Math.min(at, now) as Instant),
    { budget: emptyBudget(settings), entries: [] as readonly BudgetEntry[] },
  );
}

/** The same thing bought on each of these days. */
export function spentEvery(daysAgo: readonly number[], spent: Spent): LedgerPlan['spent'] {
  return daysAgo.map((days) => ({ ...spent, daysAgo: days }));
}

/** The last day of the month so many days ahead: when the budget is looked at next. */
export function reviewAfter(today: LocalDate, days: number): LocalDate {
  const then = addDays(today, days);
  const nextMonth = addDays(`${then.slice(0, 7)}-28` as LocalDate, 4);
  return addDays(nextMonth, -Number(nextMonth.slice(8, 10)));
}

/** The Monday some period began on; 28 days each way there is another. */
const anchor = '2026-11-23' as LocalDate;
const periodsBack = [0, 1, 2];

type Line = NewEntry extends infer Each ? (Each extends NewEntry ? Omit<Each, 'id'> : never) : never;
interface Dated { readonly at: Instant; readonly line: Line; readonly id?: string }

function firstDays({ paidInEachPeriod, spentOnFirstDays = [] }: LedgerPlan, settings: BudgetSettings, today: LocalDate): Dated[] {
  return periodsBack.flatMap((periodsAgo) => {
    const first = periodOf(settings, addDays(today, -28 * periodsAgo)).from;
    const paidIn = paidInEachPeriod.map((each): Dated => ({ at: at(first, '00:01'), line: { kind: 'allocation', ...each } }));
    const spent = spentOnFirstDays.filter((each) => each.periodsAgo === periodsAgo).map(({ amountPence, what, category }): Dated => (
      { at: at(first, '00:05'), line: { kind: 'spend', amountPence, what, category } }
    ));
    return [...paidIn, ...spent];
  });
}

function daysBefore({ keptBack, spent }: LedgerPlan, today: LocalDate): Dated[] {
  const kept: Dated[] = keptBack === undefined ? [] : [
    { at: at(addDays(today, -keptBack.daysAgo), '09:00'), line: { kind: 'kept-back', amountPence: keptBack.amountPence, what: keptBack.what } },
  ];
  return [...kept, ...spent.map(({ daysAgo, ...each }): Dated => ({ at: at(addDays(today, -daysAgo), '16:00'), line: { kind: 'spend', ...each } }))];
}

function at(day: LocalDate, time: string): Instant {
  return toInstant(day, time as LocalTime, demonstrationZone);
}

function emptyBudget(settings: BudgetSettings): Budget {
  return {
    settings, figures: { paidInPence: noMoney, paidOutPence: noMoney, setAsidePence: noMoney, keptBackPence: noMoney },
    openSetAsides: [], lastEntryNumber: 0, recent: [],
  };
}

function posted({ budget, entries }: { budget: Budget; entries: readonly BudgetEntry[] }, line: NewEntry, now: Instant) {
  const result = post(budget, line, now);
  if (result.kind === 'refused') throw new Error(`The demonstration does not balance: ${line.kind} ${line.id}: ${result.reason}`);
  return { budget: result.budget, entries: [...entries, ...result.entries] };
}
