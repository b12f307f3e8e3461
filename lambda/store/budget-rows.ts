import * as z from 'zod/mini';
import { entryKinds, type Budget, type BudgetEntry } from '../../models/budget/index.ts';
import { dateKept, instantKept, maybeTextKept, numberKept, penceKept, textKept, whenAsked } from './kept-values.ts';

/** One line of the ledger, as kept. */
export const budgetEntryKept = whenAsked<BudgetEntry>(() => z.looseObject({
  id: textKept,
  number: z.int().check(z.minimum(1)),
  at: instantKept,
  on: dateKept,
  kind: z.enum(entryKinds),
  amountPence: penceKept,
  source: z.exactOptional(z.enum(['council', 'nhs', 'own'])),
  what: textKept,
  category: maybeTextKept,
  requestId: maybeTextKept,
  reverses: maybeTextKept,
  note: maybeTextKept,
  by: maybeTextKept,
}));

const settings = () => z.looseObject({
  basis: z.enum(['net', 'gross']),
  mechanism: z.enum(['direct-payment', 'council-managed', 'council-commissioned', 'individual-service-fund', 'self-funder']),
  periodWeeks: numberKept,
  periodAnchor: dateKept,
  perPeriodPence: penceKept,
  surplusWeeksLimit: numberKept,
  reviewOn: dateKept,
  autoApproveLimitPence: penceKept,
});

/** The budget as it stands, as kept; null when the person has none. */
export const budgetKept = whenAsked<Budget | null>(() => z.nullable(z.looseObject({
  settings: settings(),
  figures: z.looseObject({ paidInPence: penceKept, paidOutPence: penceKept, setAsidePence: penceKept, keptBackPence: penceKept }),
  openSetAsides: z.array(z.looseObject({ requestId: textKept, amountPence: penceKept, what: textKept, expiresAt: instantKept })),
  lastEntryNumber: z.int().check(z.minimum(0)),
  recent: z.array(budgetEntryKept()),
})));
