import { costOf, leftPence, type Budget } from '../budget/index.ts';
import { add, noMoney, subtract, type Pence } from '../shared/index.ts';
import { isCoveredBy, isExcludedBy, type CoveringGoal } from './plan-fit.ts';
import { isOpen } from './request-states.ts';
import type { RequestBook, RequestDraft, ReviewReason } from './service-request.ts';

/** What a request is judged against. */
export interface RequestSetting {
  readonly budget: Budget | undefined;
  readonly requestBook: RequestBook;
  readonly goals: readonly CoveringGoal[];
  /** What the plan says the money may not be used for. */
  readonly excluded: readonly string[];
}

export interface Assessment {
  /** `approve`: the rules say yes at once. `review`: a person has to decide, for these reasons. */
  readonly decision: 'approve' | 'review';
  readonly reasons: readonly ReviewReason[];
  /** For something that comes round: over one budget period. Nothing when the price is not known. */
  readonly costPence: Pence;
  /** What would be left to use; below zero when there is not enough, or when we hold no budget. */
  readonly leftAfterPence: Pence;
  /** How much is missing, when there is not enough. */
  readonly shortPence?: Pence;
}

/**
 * Whether a service may be had at once: what is free always may. Otherwise it must fit a goal in the plan and not be
 * excluded, its provider be approved, and its cost be known, within what is left and within the limit; something that comes round must
 * fit, with all else that does, into what one period brings in. Practice at councils; the limit is a setting.
 */
export function assessRequest(draft: RequestDraft, setting: RequestSetting): Assessment {
  const { budget } = setting;
  const cost = costOf(draft, budget?.settings.periodWeeks ?? usualPeriodWeeks);
  const reasons = cost === 0 ? [] : [...planReasons(draft, setting), ...moneyReasons(draft, cost, setting)];
  const leftAfterPence = subtract(budget === undefined ? noMoney : leftPence(budget), cost ?? noMoney);
  return {
    decision: reasons.length === 0 ? 'approve' : 'review',
    reasons,
    costPence: cost ?? noMoney,
    leftAfterPence,
    ...(reasons.includes('over-available') && { shortPence: subtract(noMoney, leftAfterPence) }),
  };
}

const usualPeriodWeeks = 4;

/** Without a budget of ours there is no plan it could be paid from. */
function planReasons(draft: RequestDraft, { budget, goals, excluded }: RequestSetting): readonly ReviewReason[] {
  const fitsPlan = budget !== undefined && goals.some((goal) => isCoveredBy(goal, draft));
  return [
    ...(isExcludedBy(excluded, draft) ? ['excluded-category'] as const : []),
    ...(fitsPlan ? [] : ['outside-plan'] as const),
    ...(draft.isProviderApproved ? [] : ['new-provider'] as const),
  ];
}

function moneyReasons(draft: RequestDraft, cost: Pence | undefined, { budget, requestBook }: RequestSetting): readonly ReviewReason[] {
  if (cost === undefined) return ['unknown-cost'];
  if (budget === undefined) return [];
  const { autoApproveLimitPence, perPeriodPence } = budget.settings;
  const fitsPeriod = draft.everyWeeks === undefined || add(cost, comingRoundPence(requestBook)) <= perPeriodPence;
  return [
    ...(cost > leftPence(budget) ? ['over-available'] as const : []),
    ...(cost > autoApproveLimitPence ? ['over-limit'] as const : []),
    ...(fitsPeriod ? [] : ['recurring'] as const),
  ];
}

/** What comes round already takes this much of every period. */
function comingRoundPence({ requests }: RequestBook): Pence {
  const comingRound = requests.filter((request) => request.everyWeeks !== undefined && isOpen(request) && request.state !== 'needs-review' && request.state !== 'more-asked');
  return add(noMoney, ...comingRound.map((request) => request.costPence));
}
