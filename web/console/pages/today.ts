import { isComing, staleSince, visitsOn, workersOf, type CareVisit } from '../../../models/care-visit/index.ts';
import { addDays, localDate, localTime, toInstant, type Instant, type LocalTime, type LocalDate, isLocalDate } from '../../../models/shared/index.ts';
import { fourFacts } from '../../../models/budget/index.ts';
import { jobsTakenOn, type Job } from '../../../models/job/index.ts';
import { mayDo, maySeeTopic } from '../../../models/access/index.ts';
import { jobKindText, jobStateText } from '../job-words.ts';
import { personPage } from '../page.ts';
import { momentText, moneyText, timeText, weekdayText } from '../words.ts';

interface Line { readonly at: Instant; readonly time: string; readonly title: string; readonly text: string; readonly kind: 'past' | 'ahead' | 'alarm' }

/** One day of somebody: the visits as planned and as they were, what the circle does, and what was told, in the order of time. */
export const todayPage = personPage({
  name: 'today', path: '/people/:personId', rule: 'see-person',
  view: async ({ record, identity, services, query, now }) => {
    const { household, visitBook, budget } = record;
    const zone = household.timeZone;
    const today = localDate(now, zone);
    const day = dayIn(query['day']) ?? today;
    const subject = { councilId: services.council.id, household };
    const visits = mayDo(identity, 'see-visits', subject) ? visitsOn(visitBook, day, zone).map((visit) => visitLine(visit, workersOf(visitBook, visit), zone, now)) : [];
    const from = (now - (daysApart(day, today) + 2) * 86_400_000) as Instant;
    const told = (await services.alerts.ofPerson(record.personId, from, (now + 86_400_000) as Instant)).filter(({ since, topic }) => localDate(since, zone) === day && maySeeTopic(identity, household, topic)).map((alert): Line => ({
      at: alert.since, time: timeText(localTime(alert.since, zone)), title: alert.title, kind: alert.isOpen && alert.needsAnswer ? 'alarm' : 'past',
      text: alert.answered === undefined ? (alert.isOpen && alert.needsAnswer ? 'Nobody has answered yet.' : alert.tried.length === 0 ? 'Kept until they ask.' : 'Told.') : `${alert.answered.by} answered at ${timeText(localTime(alert.answered.at, zone))}.`,
    }));
    const jobs = mayDo(identity, 'see-jobs', subject) ? jobsTakenOn(record.jobBook, day).map((job) => jobLine(job, zone, now)) : [];
    const money = budget !== undefined && mayDo(identity, 'see-money', subject) ? fourFacts(budget, today) : undefined;
    const since = mayDo(identity, 'see-visits', subject) ? staleSince(visitBook, now) : undefined;
    return { template: 'console/pages/today.njk', title: day === today ? 'Today' : weekdayText(day), model: {
      day: weekdayText(day), before: addDays(day, -1), after: addDays(day, 1), isToday: day === today, oldNews: since === undefined ? undefined : { from: visitBook.provider.name, at: momentText(since, zone) }, lines: [...visits, ...jobs, ...told].toSorted((one, other) => one.at - other.at),
      left: money === undefined ? undefined : moneyText(money.leftPence), until: money === undefined ? undefined : weekdayText(money.period.to),
    } };
  },
});

function dayIn(text: string | undefined): LocalDate | undefined {
  return text !== undefined && isLocalDate(text) ? text : undefined;
}

function daysApart(day: LocalDate, today: LocalDate): number {
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000));
}

/** What somebody of the circle does that day; at any time comes first. */
function jobLine(job: Job, zone: string, now: Instant): Line {
  const at = toInstant(job.on, job.at ?? ('00:00' as LocalTime), zone);
  return { at, time: job.at === undefined ? 'Any time' : timeText(job.at), title: `${job.takenBy?.name ?? 'Somebody'}: ${jobKindText[job.kind].toLowerCase()}`, text: `${job.words}. ${jobStateText(job, localDate(now, zone))}.`, kind: job.state === 'done' || job.on < localDate(now, zone) ? 'past' : 'ahead' };
}

/** Planned and actual side by side; what nobody told us is said to be unknown. */
function visitLine(visit: CareVisit, who: string, zone: string, now: Instant): Line {
  const planned = `Planned ${timeText(visit.from)} to ${timeText(localTime(visit.endsAt, zone))}.`;
  const came = visit.arrivedAt === undefined ? '' : ` Came at ${timeText(localTime(visit.arrivedAt, zone))}.`;
  const left = visit.leftAt === undefined ? '' : ` Left at ${timeText(localTime(visit.leftAt, zone))}.`;
  const late = visit.lastReport?.said === 'running-late' ? ` Running late, the agency said at ${timeText(localTime(visit.lastReport.at, zone))}.` : '';
  const silence = isComing(visit) && visit.arrivedAt === undefined && visit.endsAt < now ? ' Nobody has told us that anybody came.' : '';
  const state = visit.status === 'cancelled' ? ` Cancelled${visit.cancelled === undefined ? '' : ` by the ${visit.cancelled.by}`}.` : visit.status === 'missed' ? ' Missed, the agency says.' : '';
  return { at: visit.startsAt, time: timeText(visit.from), title: `${who}${visit.tasks.length > 0 ? `: ${visit.tasks.join(', ')}` : ''}`, text: `${planned}${came}${left}${late}${state}${silence}`, kind: visit.status === 'missed' || silence !== '' ? 'alarm' : visit.endsAt < now ? 'past' : 'ahead' };
}
