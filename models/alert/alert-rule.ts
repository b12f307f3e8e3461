import type { CouncilId } from '../shared/index.ts';
import type { AlertKind } from './kinds.ts';
import type { Ladder, QuietHours } from './ladder.ts';

/** For whom a rule holds. The closest wins: a person's over a provider's over the council's over ours. */
export type RuleScope = { readonly kind: 'council' } | { readonly kind: 'provider'; readonly providerId: string } | { readonly kind: 'person'; readonly personId: string };

/** How one kind of alert is told, as staff set it. What is left out is taken from the next wider rule. */
export interface AlertRule {
  readonly id: string;
  readonly councilId: CouncilId;
  readonly scope: RuleScope;
  readonly kind: AlertKind;
  readonly isOn?: boolean;
  /** Minutes after (visit not heard of, late) or before (reminder) or pounds (budget low): what the kind's threshold counts. */
  readonly threshold?: number;
  /** The same for time-critical visits. */
  readonly timeCriticalThreshold?: number;
  readonly ladder?: Ladder;
  readonly quietHours?: QuietHours | null;
  /** Most ordinary alerts a day before the rest wait for the person to ask. */
  readonly interruptionsADay?: number;
  /** Staff's own words for the alert; `{worker}`, `{time}` and the like stand for the facts. */
  readonly wording?: string;
}

/** A rule with nothing left out: what is followed for one alert. */
export interface RuleInForce {
  readonly isOn: boolean;
  readonly threshold: number;
  readonly ladder: Ladder;
  readonly quietHours?: QuietHours;
  readonly interruptionsADay: number;
  readonly wording?: string;
}
