import type { GoalBrought, IncomingGoal } from '../../models/outcome/index.ts';
import type { PersonId } from '../../models/shared/index.ts';
import type { FileRefused, RowFault } from '../../models/visits-in/index.ts';

/** What would become, or became, of one goal. `uncertain`: it may or may not have been kept. */
export type GoalOutcome = GoalBrought | 'unknown-person' | 'several-people' | 'has-left' | 'uncertain' | 'changed-meanwhile';
export interface GoalLine { readonly goal: IncomingGoal; readonly person?: { readonly personId: PersonId; readonly name: string }; readonly outcome: GoalOutcome; /** Its words before. */ readonly was?: string }
export interface GoalsShown { readonly kind: 'read'; readonly rows: number; readonly lines: readonly GoalLine[]; readonly faults: readonly RowFault[] }
export interface GoalsSent { readonly bytes: Uint8Array; /** As in the audit. */ readonly actor: string }

/** Goals from support plans of other systems. Nothing of a file is kept but the goals: the same file again says what became of it. */
export interface GoalsInDesk {
  /** What it would do. Nothing is changed. */
  look(sent: GoalsSent): Promise<GoalsShown | FileRefused>;
  bringIn(sent: GoalsSent): Promise<GoalsShown | FileRefused>;
}
