import type { Job, JobBook, JobDoer } from '../../models/job/index.ts';
import { addDays, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { ann, susan } from './around-harrow.ts';

/** Margaret's: Ann sits with her tomorrow, Susan brings the shopping, and nobody has taken the lift to the clinic. */
export function margaretsJobs(today: LocalDate, now: Instant): JobBook {
  const own: JobDoer = { kind: 'person', name: 'Margaret' };
  const { offered, taken, daysAgo } = steps(now);
  const jobs: readonly Job[] = [
    { id: 'margaret-library', kind: 'other', words: 'Take the library books back', on: addDays(today, -6), state: 'done', takenBy: { memberId: ann.id, name: ann.name }, history: [offered(own, 8), taken(doer(ann), 7), { deed: 'done', by: doer(ann), at: daysAgo(6) }] },
    { id: 'margaret-shopping', kind: 'shopping', words: 'Milk, bread and something nice for Sunday', on: addDays(today, 2), state: 'taken', takenBy: { memberId: susan.id, name: susan.name }, history: [offered(doer(susan), 3), taken(doer(susan), 3)] },
    { id: 'margaret-company', kind: 'company', words: 'Tea and the crossword', on: addDays(today, 1), at: '15:00' as LocalTime, state: 'taken', takenBy: { memberId: ann.id, name: ann.name }, history: [offered(own, 2), taken(doer(ann), 1)] },
    { id: 'margaret-lift', kind: 'lift', words: 'To the foot clinic and back', on: addDays(today, 9), at: '10:30' as LocalTime, state: 'open', history: [offered(own, 2)] },
  ];
  return { jobs };
}

/** Dev's: Ravi brings the shopping today, and nobody has taken the match yet. */
export function devsJobs(ravi: Helper, today: LocalDate, now: Instant): JobBook {
  const own: JobDoer = { kind: 'person', name: 'Dev' };
  const { offered, taken } = steps(now);
  return { jobs: [
    { id: 'dev-shopping', kind: 'shopping', words: 'The usual, and batteries', on: today, state: 'taken', takenBy: { memberId: ravi.id, name: ravi.name }, history: [offered(own, 2), taken(doer(ravi), 1)] },
    { id: 'dev-match', kind: 'company', words: 'The match on television', on: addDays(today, 4), at: '15:00' as LocalTime, state: 'open', history: [offered(own, 1)] },
  ] };
}

interface Helper { readonly id: string; readonly name: string }

const doer = ({ id, name }: Helper): JobDoer => ({ kind: 'member', memberId: id, name });

function steps(now: Instant) {
  const daysAgo = (days: number) => (now - days * 86_400_000) as Instant;
  const step = (deed: 'offered' | 'taken') => (by: JobDoer, days: number) => ({ deed, by, at: daysAgo(days) }) as const;
  return { daysAgo, offered: step('offered'), taken: step('taken') };
}
