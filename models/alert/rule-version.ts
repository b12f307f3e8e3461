import type { Instant } from '../shared/index.ts';
import type { AlertRule, RuleScope } from './alert-rule.ts';
import type { AlertKind } from './kinds.ts';

/** Who changed a rule: never by name in the id; the name is for staff to read. */
export interface RuleAuthor { readonly id: string; readonly name: string }

/** One change of a rule: who made it, when, and the rule before and after. None before: it was made. None after: it was taken away. */
export interface RuleVersion {
  /** Rises with each change of any rule of the council. */
  readonly number: number;
  readonly at: Instant;
  readonly by: RuleAuthor;
  readonly ruleId: string;
  readonly kind: AlertKind;
  readonly scope: RuleScope;
  readonly before?: AlertRule;
  readonly after?: AlertRule;
}
