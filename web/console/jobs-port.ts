import type { Job, JobBook } from '../../models/job/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { PersonId } from '../../models/shared/index.ts';

/** What was decided about the jobs as they stand: the book afterwards, or what is wrong. */
type Decided<Refused> = { readonly book: JobBook; readonly job: Job } | { readonly refused: Refused };

/** The jobs that those around somebody share. */
export interface JobsDesk {
  /** Decides on the record as it is, and again when somebody was quicker, so that two who take one job are told who has it. */
  change<Refused>(person: PersonId, by: string, what: string, decide: (record: PersonRecord) => Decided<Refused>): Promise<{ readonly kind: 'kept'; readonly job: Job } | { readonly kind: 'refused'; readonly refused: Refused } | { readonly kind: 'unknown' }>;
  /** What the book had no more room for, of the last year. */
  older(person: PersonId): Promise<readonly Job[]>;
}
