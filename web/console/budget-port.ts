import type { BudgetProposal } from '../../models/budget/index.ts';
import type { PersonId } from '../../models/shared/index.ts';

/** Changes of budgets that one person may not make alone. */
export interface BudgetChanges {
  /** All that wait for a second person, the longest first. */
  waiting(): Promise<readonly (BudgetProposal & { readonly personId: PersonId })[]>;
}
