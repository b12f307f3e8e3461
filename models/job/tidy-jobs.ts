import { addDays, type LocalDate } from '../shared/index.ts';
import { isToDo, type JobBook } from './job.ts';

const daysKept = 28;
const mostEnded = 20;

/** The book without what was over four weeks ago, and with the last twenty of what has ended: it is read in every turn. What goes is kept in the history. */
export function tidyJobs({ jobs }: JobBook, today: LocalDate): JobBook {
  const recent = jobs.filter(({ on }) => on >= addDays(today, -daysKept));
  const ended = recent.filter((job) => !isToDo(job)).slice(-mostEnded);
  return { jobs: recent.filter((job) => isToDo(job) || ended.includes(job)) };
}
