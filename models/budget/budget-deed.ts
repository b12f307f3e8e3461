import { add, noMoney, type Instant, type LocalDate, type Pence } from '../shared/index.ts';
import type { Budget, BudgetEntry } from './budget.ts';
import { post, type NewEntry } from './post.ts';
import type { PostRefusal, PostResult } from './post-result.ts';
import { takeBackOutlook } from './take-back-outlook.ts';
import { notSecond, twoAgreeAbovePence, type Decider } from './two-agree.ts';

/** What staff may do to a budget by hand: money comes in, is kept back or let go, is taken back, or a mistaken line is put right. */
export const budgetDeeds = ['allocation', 'kept-back', 'kept-back-released', 'taken-back', 'reversal'] as const;
/** `spend`: a payment that a finance system has made, from what is left to use. */
export type BudgetDeed = Without<'id', Extract<NewEntry, { kind: (typeof budgetDeeds)[number] }>> | { readonly kind: 'spend'; readonly amountPence: Pence; readonly what: string };
type Without<Key extends string, Each> = Each extends unknown ? Omit<Each, Key> : never;

/** A deed above what one person may do alone, with who asked for it: it has moved no money, and waits for a second. */
export interface BudgetProposal {
  /** Becomes the id of the ledger line. */
  readonly id: string;
  readonly deed: BudgetDeed;
  readonly amountPence: Pence;
  readonly by: Decider;
  readonly at: Instant;
}

type Posted = Extract<PostResult, { kind: 'posted' }>;
export type DeedResult =
  | Posted
  | { readonly kind: 'waits'; readonly proposal: BudgetProposal }
  | { readonly kind: 'refused'; readonly reason: PostRefusal | 'too-early' | 'more-than-surplus' | 'needs-another' | 'needs-approver'; readonly shortPence?: Pence };

/** `twoAgreeAbovePence`: the council's own figure. */
interface Moment { readonly now: Instant; readonly today: LocalDate; readonly twoAgreeAbovePence?: Pence }

/**
 * Posts what one person may do alone; what is above what two have to agree to, by itself or with what the same person did alone to this budget in the
 * day before, is only proposed: many small deeds are no way past the second. What the ledger would refuse is refused at once either way.
 */
export function doBudgetDeed(budget: Budget, { id, deed, by }: Pick<BudgetProposal, 'id' | 'deed' | 'by'>, { now, today, twoAgreeAbovePence: limitPence = twoAgreeAbovePence }: Moment): DeedResult {
  const posted = tryDeed(budget, id, deed, { now, today });
  if (posted.kind === 'refused') return posted;
  if (add(posted.entry.amountPence, aloneLatelyPence(budget, by, now)) <= limitPence) return signed(posted, by);
  return { kind: 'waits', proposal: { id, deed, amountPence: posted.entry.amountPence, by, at: now } };
}

/** The second yes posts it, if the ledger still takes it. It has to be somebody else's, and one of the two an approver's. */
export function agreeToBudgetDeed(budget: Budget, { id, deed, by: first }: BudgetProposal, by: Decider, moment: Moment): DeedResult {
  const refused = notSecond(first, by);
  return refused === undefined ? tryDeed(budget, id, deed, moment) : { kind: 'refused', reason: refused };
}

const dayMs = 86_400_000;

function aloneLatelyPence({ recent }: Budget, { id }: Decider, now: Instant): Pence {
  return add(noMoney, ...recent.filter((entry) => entry.by === id && now - entry.at < dayMs).map(({ amountPence }) => amountPence));
}

/** The line with who did it, wherever it is. */
function signed({ kind, entry, entries, budget }: Posted, { id }: Decider): Posted {
  const sign = (each: BudgetEntry): BudgetEntry => (each.id === entry.id ? { ...each, by: id } : each);
  return { kind, entry: sign(entry), entries: entries.map(sign), budget: { ...budget, recent: budget.recent.map(sign) } };
}

/** Nothing is taken back before the day the council looks at the budget, nor more than is above what may be kept. */
function tryDeed(budget: Budget, id: string, deed: BudgetDeed, { now, today }: Moment): Exclude<DeedResult, { kind: 'waits' }> {
  if (deed.kind === 'taken-back') {
    const { reviewOn, todayPence } = takeBackOutlook(budget, today);
    if (today < reviewOn) return { kind: 'refused', reason: 'too-early' };
    if (deed.amountPence > todayPence) return { kind: 'refused', reason: 'more-than-surplus' };
  }
  return post(budget, { ...deed, id }, now);
}
