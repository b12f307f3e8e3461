import type { Address, Alert, AlertRule, Channel, ChannelName, PlannedAlert, Reach, Recipient, Wording } from '../../models/alert/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { RoutineBook } from '../../models/routine/index.ts';
import type { Clock, CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import type { AlertStore, PersonToTell } from '../store/alert-store.ts';
import type { Table } from '../store/table.ts';

/** What the engine runs on. All of it is handed in, so that a simulation can stand in for any part. */
export interface EngineParts {
  /** Whose alerts these are: each council has an engine of its own, and none waits for another's. */
  readonly council: CouncilId;
  readonly table: Table;
  readonly store: AlertStore;
  readonly clock: Clock;
  readonly channels: Partial<Record<ChannelName, Channel>>;
  readonly councils: (council: CouncilId) => Promise<CouncilToTell>;
  readonly knows: AlertKnowledge;
  readonly log: EngineLog;
  /** What else follows once somebody's alerts have been planned anew. */
  readonly afterPlan?: (person: PersonToTell) => Promise<void>;
  /** What is left to do for somebody who is not there any more. */
  readonly afterGone?: (council: CouncilId, person: PersonId) => Promise<void>;
  /** Resolves after so many milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** How one council's alerts are told, and its staffed desk. */
export interface CouncilToTell { readonly rules: readonly AlertRule[]; readonly desk: readonly Address[]; readonly zone: string }

/** What the rest of My Care knows of alerts: whether they still hold, how they are worded, what is to come. */
export interface AlertKnowledge {
  /** Whether it is still worth telling, and not before when. `undefined` record: it is about no person. */
  stillTrue(alert: Alert, record: PersonRecord | undefined, now: Instant): { readonly isTrue: boolean; readonly notBefore?: Instant };
  wordingOf(alert: Alert, record: PersonRecord | undefined, to: Recipient, now: Instant, isAgain: boolean, staffWording: string | undefined): Wording;
  /** The reminders, watches and routines of the time to come. */
  plan(record: PersonRecord, reach: Reach, routines: RoutineBook, rules: readonly AlertRule[], from: Instant, until: Instant): Promise<readonly PlannedAlert[]>;
}

export interface EngineLog {
  /** Codes and ids of ours only: no name, no address, no word that was said. */
  event(code: string, facts: Readonly<Record<string, string | number>>): void;
  fault(code: string, facts: Readonly<Record<string, string | number>>, cause: unknown): void;
}

/** One worker's claim holds so long; a channel has to answer well within it. */
export const leaseMs = 30_000;
export const channelMustAnswerWithinMs = 10_000;
