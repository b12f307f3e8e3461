import { actorOf, mayDo } from '../../../models/access/index.ts';
import { changeJob, inOrder, isToDo, jobChanges, type ChangeJobResult, type Job } from '../../../models/job/index.ts';
import { visitById, workersOf } from '../../../models/care-visit/index.ts';
import type { PersonRecord } from '../../../models/person-record/index.ts';
import { localDate, localTime } from '../../../models/shared/index.ts';
import { textIn } from '../form-text.ts';
import { jobButtons, jobDoer, jobKindText, jobStateText, jobSteps, jobWhenText } from '../job-words.ts';
import { personPage, type Fault } from '../page.ts';
import { timeText } from '../words.ts';

const perPage = 20;
const lists = { todo: 'To do', mine: 'Mine', ended: 'Done and past' } as const;
type List = keyof typeof lists;

/** What those around somebody can do for them: offered, taken, done. */
export const jobsPage = personPage({
  name: 'jobs', path: '/people/:personId/jobs', rule: 'see-jobs', submitRule: 'share-jobs',
  view: async ({ services, record, identity, query, now }) => {
    const zone = record.household.timeZone;
    const today = localDate(now, zone);
    const mayShare = mayDo(identity, 'share-jobs', { councilId: services.council.id, household: record.household });
    const doer = mayShare ? jobDoer(identity, record) : undefined;
    const { jobs } = record.jobBook;
    const [todo, ended] = [jobs.filter((job) => isToDo(job) && !isPast(job, today)), jobs.filter((job) => !isToDo(job) || isPast(job, today))];
    const mine = todo.filter(({ takenBy }) => doer?.kind === 'member' && takenBy?.memberId === doer.memberId);
    const names: readonly List[] = doer?.kind === 'member' ? ['todo', 'mine', 'ended'] : ['todo', 'ended'];
    const show = names.find((name) => name === query['show']) ?? 'todo';
    const all = show === 'ended' ? inOrder([...await services.jobs.older(record.personId), ...ended]).toReversed() : inOrder(show === 'mine' ? mine : todo);
    const pages = Math.max(1, Math.ceil(all.length / perPage));
    const page = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
    return { template: 'console/pages/jobs.njk', title: 'Jobs to share', model: {
      mayShare, show, page, pages, isOwn: identity.kind === 'person', lists: names.map((name) => ({ name, text: lists[name], count: name === 'todo' ? todo.length : name === 'mine' ? mine.length : undefined })),
      jobs: all.slice((page - 1) * perPage, page * perPage).map((job) => ({
        id: job.id, title: job.words, kind: jobKindText[job.kind], when: jobWhenText(job), state: jobStateText(job, today), isOpen: job.state === 'open' && job.on >= today, isTaken: job.state === 'taken',
        withVisit: visitText(job, record), steps: jobSteps(job, zone), buttons: jobButtons(jobs.includes(job) ? job : { ...job, state: 'done' }, doer, now, zone),
      })),
    } };
  },
  submit: async ({ services, record, identity, form, now }) => {
    const [doer, change, id] = [jobDoer(identity, record), jobChanges.find((each) => each === form['do']), textIn(form['jobId'])];
    if (doer === undefined || change === undefined) return { faults: [{ field: 'jobs', message: 'Choose what you do with a job' }] };
    const result = await services.jobs.change(record.personId, actorOf(identity), change, (current) => {
      const decided = changeJob(current.jobBook, id, change, { by: doer, at: now, zone: current.household.timeZone });
      return decided.kind === 'refused' ? { refused: decided } : decided;
    });
    if (result.kind === 'refused') return { faults: [{ field: 'jobs', message: refusalText(result.refused) }] };
    return { go: `/people/${record.personId}/jobs`, said: result.kind === 'unknown' ? 'uncertain' : `job-${change}` };
  },
});

function isPast({ on }: Job, today: string): boolean {
  return on < today;
}

function refusalText(refused: Extract<ChangeJobResult, { kind: 'refused' }>): Fault['message'] {
  switch (refused.reason) {
    case 'has-it-already': return `${refused.by.name} was quicker and has taken it. Thank you for offering: look whether there is something else`;
    case 'not-there': return 'That job is not there any more';
    case 'over': return 'That job is done, or was not needed any more. Nothing was changed';
    case 'not-yours': return 'Only whoever has taken it, or offered it, can do that. Ring them, or ask in a message';
    case 'nobody-has-it': return 'Somebody gave it back already: nobody has it now';
    case 'only-for-the-circle': return 'Only family and friends can take a job';
  }
}

function visitText({ visitId }: Job, { visitBook, household }: PersonRecord): string | undefined {
  const visit = visitId === undefined ? undefined : visitById(visitBook, visitId, household.timeZone);
  return visit === undefined ? undefined : `${workersOf(visitBook, visit)}, ${timeText(localTime(visit.startsAt, household.timeZone))}`;
}
