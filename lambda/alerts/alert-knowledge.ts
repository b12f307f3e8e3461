import { isCancelledGroup, isChangedGroup, planJobAlerts, planNewsAlerts, planRoutineAlerts, planVisitAlerts, stillTrueOfJob, stillTrueOfNews, stillTrueOfVisit } from '../../models/alert/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import type { AlertKnowledge } from './engine-parts.ts';

/** What My Care knows of alerts: from the visits whether they still hold and what is to come, from the skill how they are worded. */
export const alertKnowledge: AlertKnowledge = {
  stillTrue: (alert, record, now) => {
    if (record === undefined) return { isTrue: true };
    if (record.household.left !== undefined) return { isTrue: false };
    if (alert.kind === 'job-not-taken') return { isTrue: stillTrueOfJob(alert, record.jobBook) };
    const isOfVisit = alert.facts['visitId'] !== undefined || isCancelledGroup(alert) || isChangedGroup(alert);
    const zone = record.household.timeZone;
    return isOfVisit ? stillTrueOfVisit(alert, record.visitBook, now, zone) : { isTrue: stillTrueOfNews(alert, record, now, zone) };
  },
  wordingOf: (alert, record, to, now, isAgain, staffWording) => {
    const words = wordingOf(alert, record, to, now, isAgain);
    return staffWording === undefined || to.kind !== 'person' ? words : { ...words, spoken: staffWording };
  },
  plan: ({ councilId, personId, visitBook: book, household: { timeZone: zone, left }, budget, requestBook, messageBook, jobBook }, reach, routines, rules, from, until) => Promise.resolve(left !== undefined ? [] : [
    ...(isAway(reach.away, from) ? [] : [...planVisitAlerts({ councilId, personId, book, zone, rules }, from, until), ...planRoutineAlerts({ councilId, personId, book, routines, zone }, from, until)]),
    ...planJobAlerts({ councilId, personId, zone, jobBook }, from, until),
    ...planNewsAlerts({ councilId, personId, zone, rules, budget, requestBook, messageBook }, from),
  ]),
};

function isAway(away: { readonly from: number; readonly until?: number } | undefined, now: number): boolean {
  return away !== undefined && away.from <= now && (away.until === undefined || now < away.until);
}
