import type { Instant, LocalDate, PersonId } from '../shared/index.ts';

/** Whatever a care worker writes down of one visit. */
export interface WrittenInVisit {
  /** Made where it was written down, so that sending it twice is writing it once. */
  readonly id: string;
  readonly personId: PersonId;
  readonly providerId: string;
  readonly visitId: string;
  /** The day of the visit. */
  readonly on: LocalDate;
  readonly workerId: string;
  /** When it was written down, by the care worker's phone or by us. */
  readonly at: Instant;
}
