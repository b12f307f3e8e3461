import type { AlertRule, RuleInForce, RuleScope } from './alert-rule.ts';
import { alertKinds, type AlertKind } from './kinds.ts';
import type { QuietHours } from './ladder.ts';
import { usualRule } from './usual-rules.ts';

/** Whom the alert is about, as far as rules may look at it. */
export interface RuledFor { readonly kind: AlertKind; readonly personId?: string; readonly providerId?: string; readonly isTimeCritical?: boolean; readonly own?: OwnWishes }

/** When and how often the person themselves will be spoken to first. */
export interface OwnWishes { readonly quietHours?: QuietHours; readonly interruptionsADay: number }

/**
 * The rule to follow: the closest rule that says something wins, point by point; where none does, the usual. What comes to the person also
 * follows their own wishes: their quiet hours before all but a rule for this very person, and of the numbers of interruptions the smaller.
 */
export function ruleInForce(rules: readonly AlertRule[], about: RuledFor): RuleInForce {
  const { own } = about;
  const isWished = own !== undefined && alertKinds[about.kind].urgency !== 'urgent' && alertKinds[about.kind].for === 'person';
  const isForThem = (rule: AlertRule) => rule.scope.kind === 'person';
  const ruled = ruledBy(rules, about);
  if (!isWished) return ruled;
  const isRuled = (says: (rule: AlertRule) => boolean) => rules.some((rule) => rule.kind === about.kind && holdsFor(rule.scope, about) && says(rule));
  return {
    ...ruled,
    ...(own.quietHours !== undefined && !isRuled((rule) => isForThem(rule) && rule.quietHours !== undefined) && { quietHours: own.quietHours }),
    interruptionsADay: isRuled((rule) => rule.interruptionsADay !== undefined) ? Math.min(ruled.interruptionsADay, own.interruptionsADay) : own.interruptionsADay,
  };
}

function ruledBy(rules: readonly AlertRule[], about: RuledFor): RuleInForce {
  const [usual, ...closer] = [usualRule(about.kind), ...rules.filter((rule) => rule.kind === about.kind && holdsFor(rule.scope, about)).toSorted((one, other) => closeness[one.scope.kind] - closeness[other.scope.kind])];
  return closer.reduce<RuleInForce>((rule, { isOn, threshold, timeCriticalThreshold, ladder, quietHours, interruptionsADay, wording }) => {
    const counted = about.isTimeCritical === true ? timeCriticalThreshold ?? threshold : threshold;
    const { quietHours: before, ...rest } = rule;
    const quiet = quietHours === undefined ? before : quietHours ?? undefined;
    return {
      ...rest,
      ...(isOn !== undefined && { isOn }), ...(counted !== undefined && { threshold: counted }), ...(ladder !== undefined && { ladder }),
      ...(quiet !== undefined && { quietHours: quiet }), ...(interruptionsADay !== undefined && { interruptionsADay }), ...(wording !== undefined && { wording }),
    };
  }, about.isTimeCritical === true ? { ...usual, threshold: Math.min(usual.threshold, usualTimeCritical) } : usual);
}

const closeness = { council: 0, provider: 1, person: 2 } as const;
/** Minutes: time-critical visits are missed sooner. */
const usualTimeCritical = 10;

function holdsFor(scope: RuleScope, { personId, providerId }: RuledFor): boolean {
  if (scope.kind === 'person') return scope.personId === personId;
  return scope.kind === 'council' || scope.providerId === providerId;
}
