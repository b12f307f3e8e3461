import type { BudgetDeed, BudgetEntry, Decider } from '../../models/budget/index.ts';
import type { MoneyFileBroughtIn, MoneyLeft, MoneyLine, SetAsideMatch } from '../../models/money-in/index.ts';
import type { Pence, PersonId } from '../../models/shared/index.ts';
import type { FileRefused, RowFault } from '../../models/visits-in/index.ts';

/** What would become, or became, of one line. `sent-before`: it was kept, or proposed and not agreed to. `uncertain`: it may or may not have been kept. */
export type MoneyOutcome =
  | { readonly kind: 'posts' | 'waits'; readonly deed: BudgetDeed; readonly amountPence: Pence; readonly leftPence: Pence; readonly undone?: Pick<BudgetEntry, 'kind' | 'what'> }
  | { readonly kind: 'there-already' | 'waits-already' | 'unknown-person' | 'several-people' | 'sent-before' | 'uncertain' | 'changed-meanwhile' }
  | { readonly kind: 'left'; readonly reason: MoneyLeft; readonly matches?: readonly SetAsideMatch[] };

export interface MoneyLineShown { readonly line: MoneyLine; readonly person?: { readonly personId: PersonId; readonly name: string }; readonly outcome: MoneyOutcome }
/** `rows`: of this part; a file of more than a thousand rows has several. */
export interface MoneyShown { readonly kind: 'read'; readonly rows: number; readonly rowsInAll: number; readonly part: number; readonly parts: number; readonly lines: readonly MoneyLineShown[]; readonly faults: readonly RowFault[] }

export interface MoneySent {
  /** Letters, digits and hyphens: which system the lines are from. */
  readonly source: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** The council's number of whoever's statement it is; empty where the file says. */
  readonly owner: string;
  /** Which part of it, from 1 on. */
  readonly part: number;
  readonly by: Decider;
  /** As in the audit. */
  readonly actor: string;
}

/** Lines of money from finance systems. Nothing of a file is kept but what goes into the ledger, and that it was brought in: the same file again says what became of it. */
export interface MoneyInDesk {
  /** What it would do. Nothing is changed. */
  look(sent: MoneySent): Promise<MoneyShown | FileRefused>;
  bringIn(sent: MoneySent): Promise<MoneyShown | FileRefused>;
  /** What was brought in of late, the newest first. */
  files(): Promise<readonly MoneyFileBroughtIn[]>;
}
