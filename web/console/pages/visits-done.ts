import { mayDo } from '../../../models/access/index.ts';
import { tasksDone, visitsBetween, type CareVisit, type CareWorker, type VisitActivity } from '../../../models/care-visit/index.ts';
import { add, addDays, isLocalDate, localDate, localTime, noMoney, type Instant } from '../../../models/shared/index.ts';
import { personPage } from '../page.ts';
import { moneyText, timeText, upperFirst, weekdayText } from '../words.ts';
import { activityText, hoursText, nameOf } from '../work-words.ts';

const daysShown = 7;

/** A week of visits as they were: who came and went, which tasks are done, what was done with the time, and what the care workers wrote. What was spent is only for whom the money is. */
export const visitsDonePage = personPage({
  name: 'visits-done', path: '/people/:personId/visits-done', rule: 'see-visits',
  view: async ({ services, record, identity, query, now }) => {
    const { visitBook: book, household } = record;
    const zone = household.timeZone;
    const today = localDate(now, zone);
    const asked = query['to'] ?? '';
    const to = isLocalDate(asked) && asked < today ? asked : today;
    const from = addDays(to, 1 - daysShown);
    const { notes, activities } = await services.visitWork.written(record.personId, from, to);
    const seesMoney = mayDo(identity, 'see-money', { councilId: services.council.id, household });
    const visits = visitsBetween(book, from, to, zone).filter((visit) => visit.forRequestId === undefined && visit.startsAt <= now).reverse();
    const spent = add(noMoney, ...activities.map(({ costPence }) => costPence));
    return { template: 'console/pages/visits-done.njk', title: 'What was done', model: {
      from: weekdayText(from), to: weekdayText(to), before: addDays(from, -1), after: to < today ? (addDays(to, daysShown) > today ? today : addDays(to, daysShown)) : undefined, spent: seesMoney && spent > 0 ? moneyText(spent) : undefined,
      days: daysOf(visits.map((visit) => {
        const [own, done] = [notes.filter(({ visitId }) => visitId === visit.id), activities.filter(({ visitId }) => visitId === visit.id)];
        const ticked = tasksDone(visit, own);
        return {
          day: weekdayText(visit.on), hours: hoursText(visit, zone), came: cameText(visit, book.workers, zone), done: ticked.map(upperFirst), open: own.some(({ said }) => said === 'tasks') ? visit.tasks.filter((task) => !ticked.includes(task)).map(upperFirst) : [],
          activities: activityLines(visit, done, book.workers, seesMoney),
          codes: own.flatMap((note) => (note.said === 'code' ? [`${upperFirst(nameOf(note.workerId, book.workers))} opened it by the code in the home at ${timeText(localTime(note.at, zone))}.`] : [])),
          notes: own.flatMap((note) => (note.said === 'note' ? [{ words: note.words, who: nameOf(note.workerId, book.workers), at: timeText(localTime(note.at, zone)) }] : [])),
        };
      })),
    } };
  },
});

function daysOf<Line extends { readonly day: string }>(lines: readonly Line[]): readonly { readonly day: string; readonly visits: readonly Line[] }[] {
  return [...Map.groupBy(lines, ({ day }) => day)].map(([day, visits]) => ({ day, visits }));
}

/** "Priya came at 8:33am and left at 9:16am." What nobody told us is said to be unknown. */
function cameText({ attendance = [], status, arrivedAt, leftAt }: CareVisit, workers: readonly CareWorker[], zone: string): string {
  const at = (moment: Instant) => timeText(localTime(moment, zone));
  if (status === 'cancelled') return 'Cancelled.';
  if (status === 'missed') return 'Missed, the agency says.';
  if (attendance.length === 0) return arrivedAt === undefined && leftAt === undefined ? 'Nobody has told us that anybody came.' : `Over${leftAt === undefined ? '' : ` at ${at(leftAt)}`}, the agency says. Who came was not told.`;
  return attendance.map(({ workerId, arrivedAt: came, leftAt: left }) => `${upperFirst(nameOf(workerId, workers))} came at ${at(came)}${left === undefined ? '' : ` and left at ${at(left)}`}.`).join(' ');
}

/** What was done with the time, beside what was planned; and what was planned and nobody recorded. */
function activityLines({ plannedActivities = [], status }: CareVisit, done: readonly VisitActivity[], workers: readonly CareWorker[], seesMoney: boolean): readonly string[] {
  const cost = (pence: VisitActivity['costPence']) => (seesMoney && pence > 0 ? `, ${moneyText(pence)}` : '');
  const recorded = done.map(({ activity, minutes, costPence, planned, workerId }) => `${activityText[activity]}: ${minutes} minutes${cost(costPence)}${planned === undefined ? '' : ` (planned ${planned.minutes} minutes${cost(planned.costPence)})`}, by ${nameOf(workerId, workers)}`);
  const left = status === 'completed' ? plannedActivities.filter((plan) => !done.some(({ activity }) => activity === plan.activity)).map(({ activity, minutes }) => `${activityText[activity]}: planned ${minutes} minutes, nothing recorded`) : [];
  return [...recorded, ...left];
}
