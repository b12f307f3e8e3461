import type { Instant, LocalDate, LocalTime, Weekday } from '../shared/index.ts';
import type { PlannedActivity } from './activity.ts';

/** What the agency has told us. Lateness and the like are worked out from it, never stored as if reported. */
export const visitStatuses = [
  'planned', 'confirmed', 'en-route', 'started', 'part-started', 'completed', 'short', 'missed', 'cancelled',
] as const;
export type VisitStatus = (typeof visitStatuses)[number];

export interface CareWorker {
  readonly id: string;
  readonly firstName: string;
  /** How people here speak of them: "the lady who does my hair". */
  readonly describedAs?: readonly string[];
}

export interface CareProvider {
  readonly id: string;
  readonly name: string;
  readonly phone: string;
  /** Who answers at the office. */
  readonly officeContact: string;
  readonly lateAfterMinutes: number;
}

/** A visit that comes round: the same days, time and tasks, every week or every so many. */
export interface VisitRound {
  readonly id: string;
  readonly days: readonly Weekday[];
  readonly everyWeeks: 1 | 2 | 4;
  readonly startsOn: LocalDate;
  readonly endsOn?: LocalDate;
  readonly from: LocalTime;
  readonly minutes: number;
  /** Two ids for a double-up: both must come. Empty: nobody is allocated yet. */
  readonly workerIds: readonly string[];
  /** As they are spoken: "help with washing", "breakfast". */
  readonly tasks: readonly string[];
  readonly isTimeCritical: boolean;
  /** In supported living: what is done with the time, and what may be spent. */
  readonly plannedActivities?: readonly PlannedActivity[];
}

/** One visit by one or two care workers. Wall-clock fields are for people; instants are for sums. */
export interface CareVisit {
  readonly id: string;
  readonly roundId?: string;
  /** Not the care agency's: something that was asked for, booked, and put with the visits. Nobody is missed or chased for it. */
  readonly forRequestId?: string;
  readonly on: LocalDate;
  readonly from: LocalTime;
  readonly minutes: number;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly workerIds: readonly string[];
  readonly tasks: readonly string[];
  readonly isTimeCritical: boolean;
  /** As its round has it. */
  readonly plannedActivities?: readonly PlannedActivity[];
  readonly status: VisitStatus;
  /** The agency's last word on it, and when we had it: "running late", with a minute figure if they gave one. */
  readonly lastReport?: { readonly at: Instant; readonly said: VisitStatus | 'running-late'; readonly lateByMinutes?: number };
  /** When everybody who was to come had come. */
  readonly arrivedAt?: Instant;
  /** When the last of them had left. */
  readonly leftAt?: Instant;
  /** Who came and went, one by one. */
  readonly attendance?: readonly Attendance[];
  readonly cancelled?: { readonly by: 'person' | 'family' | 'agency' | 'council'; readonly reason: string; readonly at: Instant };
  /** What the source it was brought in from last said of it. */
  readonly imported?: ImportedVisit;
}

/** A visit as its source last had it, by the source's own numbers. What another told us since then stands until the source says something new. */
export interface ImportedVisit {
  readonly sourceId: string;
  readonly refs: readonly string[];
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly said: 'on' | 'cancelled';
}

/** One care worker's coming and going at one visit. */
export interface Attendance {
  readonly workerId: string;
  readonly arrivedAt: Instant;
  readonly leftAt?: Instant;
}

/** If nobody comes: who is told, in what order, and when. Ids of circle members. */
interface BackupPlan {
  readonly tellAfterMinutes: number;
  readonly tell: readonly string[];
}

/** Something the person asked the agency to change. Nothing changes until they agree. */
export interface VisitChangeRequest {
  readonly id: string;
  readonly reference: string;
  readonly visitId: string;
  readonly visitOn: LocalDate;
  readonly visitFrom: LocalTime;
  readonly change: { readonly kind: 'cancel' } | { readonly kind: 'move'; readonly on: LocalDate; readonly from: LocalTime };
  readonly askedAt: Instant;
  readonly state: 'asked' | 'agreed' | 'refused' | 'withdrawn';
}

/** All of one person's visits: the rounds, and the visits that differ from them or have been reported on. */
export interface VisitBook {
  readonly provider: CareProvider;
  readonly workers: readonly CareWorker[];
  readonly rounds: readonly VisitRound[];
  readonly visits: readonly CareVisit[];
  readonly backupPlan: BackupPlan;
  readonly changeRequests: readonly VisitChangeRequest[];
  /** When the agency's system last told us anything at all. */
  readonly lastHeardAt?: Instant;
  /** The system these visits are brought in from, how often it should be heard of, and when it was. */
  readonly heardFrom?: HeardFrom;
}

interface HeardFrom { readonly sourceId: string; readonly at: Instant; readonly everyHours: number }
