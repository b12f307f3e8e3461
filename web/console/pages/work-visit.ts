import type { WorkerIdentity } from '../../../models/access/index.ts';
import { isComing, tasksDone, visitById, type CareVisit } from '../../../models/care-visit/index.ts';
import { localTime, type Instant } from '../../../models/shared/index.ts';
import { PageProblem } from '../../errors.ts';
import { paths } from '../../paths.ts';
import { textIn } from '../form-text.ts';
import { personPage, type Asked } from '../page.ts';
import { recordedIn } from '../recorded-in.ts';
import { moneyText, timeText, upperFirst, weekdayText } from '../words.ts';
import { activityItems, activityText, hoursText, nameOf, refusalText, standText, visitHref, withText } from '../work-words.ts';

/** One visit on a care worker's phone: coming, what was done, and going, each recorded once however often it is sent. */
export const workVisitPage = personPage({
  name: 'work-visit', path: '/work/visits/:personId/:visitId', rule: 'record-visit', signInAt: paths.workSignIn,
  view: async (asked) => {
    const { services, identity, record, form, request } = asked;
    const { workerId, id } = identity as WorkerIdentity;
    const { visitBook: { workers, provider }, household: { timeZone: zone } } = record;
    const visit = visitOf(asked);
    const { notes, activities } = await services.visitWork.written(record.personId, visit.on, visit.on);
    const [own, done] = [notes.filter(({ visitId }) => visitId === visit.id), activities.filter(({ visitId }) => visitId === visit.id)];
    const ticked = tasksDone(visit, own);
    const mine = visit.attendance?.find((each) => each.workerId === workerId);
    const at = (moment: Instant) => timeText(localTime(moment, zone));
    return { template: 'console/pages/work-visit.njk', title: hoursText(visit, zone), model: {
      day: weekdayText(visit.on), with: withText(visit, workerId, workers), stand: standText(visit, workerId, workers, zone), workerKey: id, label: `${record.household.name.preferred}, ${timeText(visit.from)}`, phone: provider.phone,
      mayArrive: mine === undefined && (isComing(visit) || visit.status === 'missed'), mayLeave: mine !== undefined && mine.leftAt === undefined, isCancelled: visit.status === 'cancelled',
      tasks: visit.tasks.map((task, place) => ({ value: String(place), text: upperFirst(task), checked: ticked.includes(task) })),
      notes: own.flatMap((note) => (note.said === 'note' ? [{ words: note.words, who: note.workerId === workerId ? 'You' : nameOf(note.workerId, workers), at: at(note.at) }] : [])),
      planned: (visit.plannedActivities ?? []).map(({ activity, minutes, costPence }) => `${activityText[activity]}: ${minutes} minutes${costPence === 0 ? '' : `, up to ${moneyText(costPence)}`}`),
      done: done.map((each) => ({ id: each.id, text: `${activityText[each.activity]}: ${each.minutes} minutes${each.costPence === 0 ? '' : `, ${moneyText(each.costPence)}`}`, isMine: each.workerId === workerId, who: nameOf(each.workerId, workers) })),
      activities: activityItems, ids: Object.fromEntries(['arrived', 'left', 'tasks', 'note', 'activity', 'take-back'].map((what) => [what, services.newId()])),
      typed: request.method === 'POST' ? { words: textIn(form['words']), activity: textIn(form['activity']), minutes: textIn(form['minutes']), cost: textIn(form['cost']) } : {},
    } };
  },
  submit: async (asked) => {
    const { services, identity, record, form, now } = asked;
    const visit = visitOf(asked);
    const said = recordedIn(form, visit, now);
    if ('faults' in said) return said;
    const result = await services.visitWork.record(identity as WorkerIdentity, record, visit, said);
    if (result.kind === 'refused') return { faults: [{ field: 'record', message: refusalText[result.reason] ?? 'That cannot be so, by what we know of the visit. Ring your office' }] };
    return { go: visitHref({ personId: record.personId, visit }), said: result.kind === 'unknown' ? 'uncertain' : said.what === 'take-back' ? 'taken-back' : 'recorded' };
  },
});

function visitOf({ record, params }: Asked<'see-person'>): CareVisit {
  const visit = visitById(record.visitBook, params['visitId'] ?? '', record.household.timeZone);
  if (visit === undefined) throw new PageProblem(404, 'That visit is not there any more.');
  return visit;
}
