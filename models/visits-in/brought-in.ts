import type { CareVisit, VisitBook, VisitReport } from '../care-visit/index.ts';
import type { Instant, LocalDate, LocalTime } from '../shared/index.ts';
import type { VisitSource } from './source.ts';

/** What a source changes about one visit. */
export type ImportChange = 'new' | 'moved' | 'length' | 'care-workers' | 'tasks' | 'cancelled' | 'on-again' | 'confirmed' | 'on-the-way' | 'began' | 'ended' | 'missed';

/**
 * Why something is left as it is. `over`: it ended more than a week ago. `far-ahead`: more than 60 days off; a later file brings it. `never-on`: it was cancelled before it was known.
 * `too-many`: nobody has so many visits. `kept-as-changed-here`: the source says what it said before, and we were told something newer. `cancelled-here`, `cannot-be`: it does not go with what we know.
 */
export type LeftReason = 'over' | 'far-ahead' | 'never-on' | 'too-many' | 'kept-as-changed-here' | 'cancelled-here' | 'gone-by' | 'cannot-be';

/** What becomes of one visit of a source: nothing new, what changes, why it is left. */
export interface ImportLine {
  readonly visitId: string;
  readonly rows: readonly number[];
  readonly on: LocalDate;
  readonly from: LocalTime;
  readonly changes: readonly ImportChange[];
  readonly was?: { readonly on: LocalDate; readonly from: LocalTime };
  readonly left?: LeftReason;
}

/** A visit that the source had before, within the days it now speaks of, and has no more. Nothing is done about it but by somebody. */
export interface GoneMissing {
  readonly visitId: string;
  readonly refs: readonly string[];
  readonly on: LocalDate;
  readonly from: LocalTime;
  /** Of a double-up only one care worker's row is gone. */
  readonly isPart: boolean;
}

/** One person's visits once a source has spoken. */
export interface BroughtIn {
  readonly kind: 'brought-in';
  readonly book: VisitBook;
  readonly isChanged: boolean;
  readonly lines: readonly ImportLine[];
  readonly missing: readonly GoneMissing[];
  /** Each visit that was known before, as it was and is. */
  readonly noted: readonly { readonly before: CareVisit; readonly after: CareVisit }[];
  /** The same as the provider would have reported it. */
  readonly reports: readonly VisitReport[];
}

/** What bringing in needs to know. */
export interface BringingIn {
  readonly source: Pick<VisitSource, 'id' | 'provider' | 'heardEveryHours'>;
  readonly now: Instant;
  readonly zone: string;
  /** The days the source speaks of: what is missing within them is missed. Absent where it speaks of single visits. */
  readonly span?: { readonly from: LocalDate; readonly to: LocalDate };
  /** Every number of a visit in it, those of broken rows too: what cannot be read is not gone. */
  readonly refs: ReadonlySet<string>;
}
