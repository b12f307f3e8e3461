import { doBudgetDeed, leftPence, reversible, type Budget, type BudgetDeed, type Decider, type DeedResult } from '../budget/index.ts';
import { negated, pence, type Instant, type LocalDate, type Pence } from '../shared/index.ts';
import { matchSetAsides, type SetAsideMatch } from './match-set-asides.ts';
import type { MoneyLine } from './read-money-row.ts';

/** What becomes of one line: it goes into the ledger, waits for a second yes, is there already, or is left with a reason. */
export type MoneyLook =
  | { readonly kind: 'deed'; readonly id: string; readonly deed: BudgetDeed; readonly result: Exclude<DeedResult, { readonly kind: 'refused' }>; readonly amountPence: Pence; readonly leftPence: Pence }
  | { readonly kind: 'there-already' | 'waits-already' }
  | { readonly kind: 'left'; readonly reason: MoneyLeft; readonly matches?: readonly SetAsideMatch[] };

/** `like-set-aside`: a payment that may be for a request with money set aside or paid of late, which would be paid twice. */
export type MoneyLeft = 'no-budget' | 'reference-used' | 'from-another-source' | 'like-set-aside' | Extract<DeedResult, { readonly kind: 'refused' }>['reason'];

/** What was brought in or proposed before: its line’s id, and its sum. */
export interface MoneyBefore { readonly id: string; readonly amountPence: Pence; readonly isWaiting: boolean }
interface Looking { readonly budget: Budget | undefined; readonly before: readonly MoneyBefore[]; /** When each request takes place, where that is known. */ readonly days: ReadonlyMap<string, LocalDate>; readonly source: string; readonly by: Decider; readonly now: Instant; readonly today: LocalDate; readonly twoAgreeAbovePence?: Pence }

/** Looks at one line of a finance system as staff would do it by hand: by the same deeds, under the same limits. The same line once more changes nothing. */
export function lookAtMoneyLine(line: MoneyLine, { budget, before, days, source, by, ...moment }: Looking): MoneyLook {
  if (budget === undefined) return { kind: 'left', reason: 'no-budget' };
  const id = moneyLineId(source, line.reference);
  const amount = line.amountPence < 0 ? negated(line.amountPence) : line.amountPence;
  const known = before.find((each) => each.id === id);
  if (known !== undefined) return known.amountPence !== amount ? { kind: 'left', reason: 'reference-used' } : { kind: known.isWaiting ? 'waits-already' : 'there-already' };
  const ending = id.slice(`${prefix}${source}`.length);
  if (before.some((each) => each.id.startsWith(prefix) && each.id.endsWith(ending) && each.amountPence === amount)) return { kind: 'left', reason: 'from-another-source' };
  const matches = line.kind === 'payment' && line.isOther !== true ? matchSetAsides(line, amount, budget, days) : [];
  if (matches.length > 0) return { kind: 'left', reason: 'like-set-aside', matches };
  const deed = deedFor(line, amount, budget, moment.today);
  const result = doBudgetDeed(budget, { id, deed, by }, moment);
  if (result.kind === 'refused') return { kind: 'left', reason: result.reason };
  return { kind: 'deed', id, deed, result, amountPence: amount, leftPence: leftPence(result.kind === 'posted' ? result.budget : budget) };
}

const prefix = 'money-in.';

/** Names a line in the ledger by where it is from and its reference there, whatever characters that has. */
export function moneyLineId(source: string, reference: string): string {
  return `${prefix}${source}.${encodeURIComponent(reference).replaceAll('~', '%7E').replaceAll('%', '~')}`;
}

/** What goes down is the newest line of that very sum put right, or else money taken back by the council's rule for that. */
function deedFor({ kind, amountPence, words, on }: MoneyLine, amount: Pence, budget: Budget, today: LocalDate): BudgetDeed {
  const what = `${words === '' ? usualWords[kind] : words}${on === today ? '' : ` (${dayWords(on)})`}`;
  if (kind === 'payment') return { kind: 'spend', amountPence: amount, what };
  if (amountPence > 0) return { kind: 'allocation', amountPence: amount, source: 'council', what };
  const mistaken = reversible(budget).find((entry) => entry.kind === 'allocation' && entry.source === 'council' && entry.amountPence === amount);
  return mistaken === undefined ? { kind: 'taken-back', amountPence: pence(amount), what } : { kind: 'reversal', entryId: mistaken.id, note: what };
}

const usualWords: Readonly<Record<MoneyLine['kind'], string>> = { allocation: 'money from the council', payment: 'a payment', adjustment: 'an adjustment' };
const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function dayWords(day: LocalDate): string {
  const [year = '', month = '', date = ''] = day.split('-');
  return `${Number(date)} ${months[Number(month) - 1] ?? ''} ${year}`;
}
