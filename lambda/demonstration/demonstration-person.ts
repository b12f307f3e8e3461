import type { BudgetEntry } from '../../models/budget/index.ts';
import type { Privacy } from '../../models/household/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';

/** Somebody made up, whole enough to be kept: no speaker is linked yet. */
export interface DemonstrationPerson extends Omit<PersonRecord, 'link'> {
  /** All ledger lines, in order: the budget is their sum. */
  readonly entries: readonly BudgetEntry[];
  /** One line about them, for choosing whom to be. */
  readonly about: string;
}

/** Salts and hashes four numbers, as the store keeps them. */
export type HashPin = (pin: string) => NonNullable<Privacy['pin']>;
