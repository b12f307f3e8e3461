import { localDate, type Instant } from '../shared/index.ts';
import { isToDo, withStep, type Job, type JobBook, type JobDoer, type JobTaker } from './job.ts';
import { tidyJobs } from './tidy-jobs.ts';

/** What can be done with a job once it was offered. */
export const jobChanges = ['take', 'give-back', 'take-back', 'done', 'drop'] as const;
export type JobChange = (typeof jobChanges)[number];

export type ChangeJobResult =
  /** `book` is as it was where it had been so before: saying it twice changes nothing. */
  | { readonly kind: 'changed'; readonly book: JobBook; readonly job: Job }
  | { readonly kind: 'refused'; readonly reason: 'not-there' | 'over' | 'not-yours' | 'nobody-has-it' | 'only-for-the-circle' }
  /** Somebody was quicker. */
  | { readonly kind: 'refused'; readonly reason: 'has-it-already'; readonly by: JobTaker };

/**
 * Changes one job. Only somebody of the circle takes one, and only whoever has it gives it back; the person and whoever offered it may take it
 * back from them, or drop it. Anybody who shares jobs may say that it was done: they will have seen it.
 */
export function changeJob(book: JobBook, id: string, change: JobChange, { by, at, zone }: { readonly by: JobDoer; readonly at: Instant; readonly zone: string }): ChangeJobResult {
  const job = book.jobs.find((each) => each.id === id);
  if (job === undefined) return { kind: 'refused', reason: 'not-there' };
  if (!isToDo(job)) return job.state === (change === 'drop' ? 'dropped' : change) ? { kind: 'changed', book, job } : { kind: 'refused', reason: 'over' };
  const after = decided(job, change, by, at);
  if ('reason' in after) return { kind: 'refused', ...after };
  const jobs = book.jobs.map((each) => (each.id === id ? after : each));
  return { kind: 'changed', job: after, book: after === job ? book : tidyJobs({ jobs }, localDate(at, zone)) };
}

type Refused = { readonly reason: 'not-yours' | 'nobody-has-it' | 'only-for-the-circle' } | { readonly reason: 'has-it-already'; readonly by: JobTaker };

function decided(job: Job, change: JobChange, by: JobDoer, at: Instant): Job | Refused {
  const { takenBy, ...free } = job;
  const isTheirs = by.kind === 'member' && takenBy?.memberId === by.memberId;
  switch (change) {
    case 'take':
      if (by.kind !== 'member') return { reason: 'only-for-the-circle' };
      if (takenBy !== undefined) return isTheirs ? job : { reason: 'has-it-already', by: takenBy };
      return { ...free, state: 'taken', takenBy: { memberId: by.memberId, name: by.name }, ...withStep(job, { deed: 'taken', by, at }) };
    case 'give-back':
      if (takenBy === undefined) return { reason: 'nobody-has-it' };
      return isTheirs ? { ...free, state: 'open', ...withStep(job, { deed: 'given-back', by, at }) } : { reason: 'not-yours' };
    case 'take-back':
      if (takenBy === undefined) return { reason: 'nobody-has-it' };
      return mayTakeBack(job, by) ? { ...free, state: 'open', ...withStep(job, { deed: 'taken-back', by, at }) } : { reason: 'not-yours' };
    case 'done': return { ...job, state: 'done', ...withStep(job, { deed: 'done', by, at }) };
    case 'drop': return mayTakeBack(job, by) ? { ...job, state: 'dropped', ...withStep(job, { deed: 'dropped', by, at }) } : { reason: 'not-yours' };
  }
}

/** The person may, and whoever offered it. */
export function mayTakeBack({ history }: Job, by: JobDoer): boolean {
  const offered = history[0]?.by;
  return by.kind === 'person' || (offered?.kind === 'member' && offered.memberId === by.memberId);
}

/** Frees what somebody had taken on who is not told of anything any more: others may take it. */
export function freeJobsOf(book: JobBook, memberId: string, by: JobDoer, at: Instant): JobBook {
  if (!book.jobs.some((job) => job.state === 'taken' && job.takenBy?.memberId === memberId)) return book;
  return { jobs: book.jobs.map((job): Job => {
    const { takenBy, ...free } = job;
    return job.state === 'taken' && takenBy?.memberId === memberId ? { ...free, state: 'open', ...withStep(job, { deed: 'taken-back', by, at }) } : job;
  }) };
}
