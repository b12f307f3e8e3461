import type { Instant } from '../shared/index.ts';
import type { AlertBoard } from './alert-board.ts';
import type { RuleInForce } from './alert-rule.ts';
import type { Address } from './channel.ts';
import type { Reach } from './reach.ts';
import type { Recipient } from './recipient.ts';
import type { EndReason, HoldReason, TellReason } from './reasons.ts';

/** All that the decision looks at, besides the alert itself. */
export interface Situation {
  readonly now: Instant;
  readonly zone: string;
  readonly rule: RuleInForce;
  readonly reach: Reach;
  /** Circle members who may be told of this kind, in the order of the ladder: their ids. */
  readonly contacts: readonly string[];
  /** The council's staffed desk. Its screen is always there. */
  readonly desk: readonly Address[];
  readonly board: AlertBoard;
  /** Staff have it already, in one item with many others of its kind. */
  readonly isGroupedForDesk?: boolean;
  /** Whether it is still worth telling: the visit has not moved, nobody has come. */
  readonly isStillTrue: boolean;
  /** What it is about was put off: nothing is told before. */
  readonly notBefore?: Instant;
}

/** One notification to be sent now. */
export interface Send { readonly to: Recipient; readonly address: Address }

export type Step =
  /** Tell these, now. `rungs`: how many rungs that climbs, none when a lost one is sent again. */
  | { readonly do: 'tell'; readonly reason: TellReason; readonly sends: readonly Send[]; readonly rungs: number; readonly again?: string }
  | { readonly do: 'hold'; readonly reason: HoldReason; readonly until: Instant }
  | { readonly do: 'end'; readonly reason: EndReason };
