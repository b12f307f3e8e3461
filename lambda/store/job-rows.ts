import * as z from 'zod/mini';
import { jobDeeds, jobKinds, type Job, type JobBook, type JobDoer } from '../../models/job/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { branded, dateKept, instantKept, maybeTextKept, namedKept, textKept, timeKept, whenAsked } from './kept-values.ts';
import { historyKey, personPartition } from './keys.ts';
import { valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const doerKept = () => branded<JobDoer>(z.looseObject({ kind: z.enum(['member', 'person']), memberId: maybeTextKept, name: textKept }));
/** What was done in a step was called `what` at first. */
const namedAnew = (step: unknown): unknown => (typeof step === 'object' && step !== null && 'what' in step && !('deed' in step) ? { ...step, deed: step.what } : step);
const stepKept = () => z.pipe(z.transform(namedAnew), z.looseObject({ deed: z.enum(jobDeeds), by: doerKept(), at: instantKept }));
const jobKept = () => z.looseObject({
  id: namedKept, kind: z.enum(jobKinds), words: textKept, on: dateKept, at: z.exactOptional(timeKept), visitId: maybeTextKept, state: z.enum(['open', 'taken', 'done', 'dropped']),
  takenBy: z.exactOptional(z.looseObject({ memberId: namedKept, name: textKept })), history: z.array(stepKept()),
});

/** The jobs that those around somebody share, as kept. */
export const jobBookKept = whenAsked<JobBook>(() => z.looseObject({ jobs: z.array(jobKept()) }));
const olderKept = whenAsked<readonly Job[]>(() => z.array(jobKept()));

const yearMs = 366 * 86_400_000;
const mostForgotten = 25;

/** Jobs that the book had no more room for, of the last year, as they left it. */
export async function olderJobs(table: Table, council: CouncilId, person: PersonId, now: Instant): Promise<readonly Job[]> {
  const rows = await everyRow(table, { by: 'pk', pk: personPartition(council, person), from: historyKey('job', (now - yearMs) as Instant, ''), to: 'history#job#~' });
  return rows.flatMap((row) => valueIn(row, olderKept));
}

/** Lets go of jobs that left the book more than a year ago, some at a time: they are about the helpers' lives as well. */
export async function forgetOldJobs(table: Table, council: CouncilId, person: PersonId, now: Instant): Promise<void> {
  const { rows } = await table.query({ by: 'pk', pk: personPartition(council, person), from: 'history#job#', to: historyKey('job', (now - yearMs) as Instant, ''), limit: mostForgotten });
  if (rows.length > 0) await table.transact(rows.map(({ pk, sk }) => ({ do: 'delete', key: { pk, sk }, when: [] })));
}
