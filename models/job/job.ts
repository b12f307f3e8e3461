import type { Instant, LocalDate, LocalTime } from '../shared/index.ts';

/** What those around somebody can do for them. */
export const jobKinds = ['shopping', 'lift', 'company', 'other'] as const;
export type JobKind = (typeof jobKinds)[number];

/** Whoever changes a job: somebody of the circle, or the person themselves. */
export type JobDoer = { readonly kind: 'member'; readonly memberId: string; readonly name: string } | { readonly kind: 'person'; readonly name: string };

/** Who has taken a job on. */
export interface JobTaker { readonly memberId: string; readonly name: string }

/** One change of a job. `given-back`: by whoever had it; `taken-back`: by the person, or whoever offered it. */
export const jobDeeds = ['offered', 'taken', 'given-back', 'taken-back', 'done', 'dropped'] as const;
export interface JobStep { readonly deed: (typeof jobDeeds)[number]; readonly by: JobDoer; readonly at: Instant }

/** Something the circle can share: who offered it, who does it, and all that became of it, oldest first and at most 40 steps. */
export interface Job {
  readonly id: string;
  readonly kind: JobKind;
  /** What it is, in the words of whoever offered it: at most 80 letters. */
  readonly words: string;
  readonly on: LocalDate;
  /** Absent: at any time of that day. */
  readonly at?: LocalTime;
  /** The visit it goes with, such as a lift to the foot clinic. */
  readonly visitId?: string;
  readonly state: 'open' | 'taken' | 'done' | 'dropped';
  readonly takenBy?: JobTaker;
  readonly history: readonly JobStep[];
}

/** The jobs of one person, as they were offered: what is to be done, and what was done of late. The rest is in the history. */
export interface JobBook { readonly jobs: readonly Job[] }

export const noJobs: JobBook = { jobs: [] };

/** Whether there is still something to do about it. */
export function isToDo({ state }: Job): boolean {
  return state === 'open' || state === 'taken';
}

/** A job with one more step. Of very many, the first and the last are kept. */
export function withStep(job: Job, step: JobStep): Pick<Job, 'history'> {
  const history = [...job.history, step];
  return { history: history.length <= mostSteps ? history : [...history.slice(0, 1), ...history.slice(1 - mostSteps)] };
}

const mostSteps = 40;
