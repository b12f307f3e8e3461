import type { WorkerIdentity } from '../../models/access/index.ts';
import type { ActivityKind, CareVisit, CareWorker, VisitActivity, VisitNote } from '../../models/care-visit/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Instant, LocalDate, Pence, PersonId } from '../../models/shared/index.ts';

/** One visit in a care worker's list: no more of the person than a first name. */
export interface WorkVisit { readonly personId: PersonId; readonly preferred: string; readonly zone: string; readonly visit: CareVisit; readonly workers: readonly CareWorker[] }

/** What a care worker says of a visit. `id`: made where it was written down; `at`: when it was so. */
export type Recorded = { readonly id: string; readonly at: Instant } & (
  | { readonly what: 'arrived' | 'left' }
  | { readonly what: 'tasks'; readonly done: readonly string[] }
  | { readonly what: 'note'; readonly words: string }
  | { readonly what: 'activity'; readonly activity: ActivityKind; readonly minutes: number; readonly costPence: Pence }
  | { readonly what: 'take-back'; readonly activityId: string }
);

export type RecordedResult =
  /** Now or before: it is there once. */
  | { readonly kind: 'kept' }
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'unknown' };

/** Visits as care workers see and record them. */
export interface VisitWorkDesk {
  /** Those of the provider of these days for which somebody is down, or nobody at all. */
  visits(identity: WorkerIdentity, workerId: string, from: LocalDate, to: LocalDate): Promise<readonly WorkVisit[]>;
  /** All of the provider at one home, of these days. */
  visitsAt(record: PersonRecord, from: LocalDate, to: LocalDate): readonly WorkVisit[];
  /** Others of the same provider who may sign in. */
  colleagues(identity: WorkerIdentity): Promise<readonly Pick<CareWorker, 'id' | 'firstName'>[]>;
  /** The record of the home in which a code hangs, if it is one of that provider's people. */
  homeBy(identity: WorkerIdentity, code: string): Promise<PersonRecord | undefined>;
  /** That the code in the home opened this visit: once a minute at the most. */
  openedByCode(identity: WorkerIdentity, visit: WorkVisit, at: Instant): Promise<void>;
  record(identity: WorkerIdentity, record: PersonRecord, visit: CareVisit, said: Recorded): Promise<RecordedResult>;
  /** What was written down of one person's visits, of these days. */
  written(person: PersonId, from: LocalDate, to: LocalDate): Promise<{ readonly notes: readonly VisitNote[]; readonly activities: readonly VisitActivity[] }>;
  code(person: PersonId): Promise<{ readonly code: string; readonly madeAt: Instant } | undefined>;
  /** A new code for a home; one that was printed before is worth nothing. Throws when it is not certain. */
  renewCode(person: PersonId, by: string, at: Instant): Promise<void>;
}
