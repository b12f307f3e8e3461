import { addDays, localDate, type Instant } from '../shared/index.ts';
import type { Job, JobBook, JobDoer } from './job.ts';
import { isToDo } from './job.ts';
import { tidyJobs } from './tidy-jobs.ts';

export type OfferRefusal = 'no-words' | 'too-long' | 'day-over' | 'too-far-ahead' | 'too-many';
export type OfferResult = { readonly kind: 'offered'; readonly book: JobBook; readonly job: Job } | { readonly kind: 'refused'; readonly reasons: readonly OfferRefusal[] };

export const longestJobWords = 80;
const mostToDo = 40;
const mostDaysAhead = 366;

/** Offers a job to those who may take one. The same one (by id) is offered once only. */
export function offerJob(book: JobBook, offer: Pick<Job, 'id' | 'kind' | 'words' | 'on' | 'at' | 'visitId'>, { by, at, zone }: { readonly by: JobDoer; readonly at: Instant; readonly zone: string }): OfferResult {
  const there = book.jobs.find(({ id }) => id === offer.id);
  if (there !== undefined) return { kind: 'offered', book, job: there };
  const today = localDate(at, zone);
  const reasons: OfferRefusal[] = [];
  if (offer.words === '') reasons.push('no-words');
  if (offer.words.length > longestJobWords) reasons.push('too-long');
  if (offer.on < today) reasons.push('day-over');
  if (offer.on > addDays(today, mostDaysAhead)) reasons.push('too-far-ahead');
  if (book.jobs.filter(isToDo).length >= mostToDo) reasons.push('too-many');
  if (reasons.length > 0) return { kind: 'refused', reasons };
  const job: Job = { ...offer, state: 'open', history: [{ deed: 'offered', by, at }] };
  return { kind: 'offered', job, book: tidyJobs({ jobs: [...book.jobs, job] }, today) };
}
