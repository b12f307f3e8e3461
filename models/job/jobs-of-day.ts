import type { Instant, LocalDate } from '../shared/index.ts';
import type { Job, JobBook } from './job.ts';

/** What somebody has taken on for a day, or did: those at a time in the order of time, after those at any time. */
export function jobsTakenOn({ jobs }: JobBook, day: LocalDate): readonly Job[] {
  return inOrder(jobs.filter(({ on, state, takenBy }) => on === day && takenBy !== undefined && (state === 'taken' || state === 'done')));
}

/** The soonest first. */
export function inOrder(jobs: readonly Job[]): readonly Job[] {
  return jobs.toSorted((one, other) => `${one.on} ${one.at ?? ''}`.localeCompare(`${other.on} ${other.at ?? ''}`));
}

/** The book as it stood at a moment, as far as its steps tell. */
export function jobsAsAt({ jobs }: JobBook, at: Instant): JobBook {
  return { jobs: jobs.flatMap((job): readonly Job[] => {
    const history = job.history.filter((step) => step.at <= at);
    const last = history.at(-1);
    if (last === undefined) return [];
    const { takenBy: _, ...rest } = job;
    const taken = history.findLast(({ deed }) => deed === 'taken')?.by;
    const state = last.deed === 'done' || last.deed === 'dropped' || last.deed === 'taken' ? last.deed : 'open';
    return [{ ...rest, state, history, ...(state === 'taken' && taken?.kind === 'member' && { takenBy: { memberId: taken.memberId, name: taken.name } }) }];
  }) };
}
