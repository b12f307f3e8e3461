import type { AlertKind, AlertRule, RuleAuthor, RuleVersion, Situation } from '../../models/alert/index.ts';
import type { PersonId } from '../../models/shared/index.ts';

type RuleKept = 'kept' | 'changed-meanwhile' | 'uncertain';

/** How alerts are told, as staff see it and set it. */
export interface RuleDesk {
  /** As kept now. */
  all(): Promise<readonly AlertRule[]>;
  /** Puts a rule in the place of the one with its id, or takes it away. `opened`: the version that whoever asks had before them. */
  change(id: string, rule: AlertRule | undefined, by: RuleAuthor, opened: number | undefined): Promise<RuleKept>;
  /** What was changed of one kind, the latest first. */
  versions(kind: AlertKind): Promise<readonly RuleVersion[]>;
  /** Whom one person's own ways would reach; undefined when there is no such person. */
  reachOf(person: PersonId): Promise<(Pick<Situation, 'reach' | 'contacts' | 'desk'> & { readonly name: string; readonly providerId: string }) | undefined>;
}
