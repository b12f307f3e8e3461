import { cancelledOf, changedOf, isCancelledGroup, isChangedGroup, type Recipient } from '../../models/alert/index.ts';
import { visitById, type CareVisit } from '../../models/care-visit/index.ts';
import type { CircleMember } from '../../models/household/index.ts';
import { localDate, localTime, type Instant, type LocalDate } from '../../models/shared/index.ts';
import { upperFirst } from '../care-visit/speech.ts';
import { partWords } from '../service-request/speech.ts';
import { agoWords, countWord, listWords, dayWords, timeWords, whenWords } from '../words/index.ts';
import type { Told, ToldOf, Words } from './alert-words.ts';

/** News of money, requests, messages and of visits that were moved or cancelled; undefined for everything else. */
export function newsWordsFor(alert: Told, about: ToldOf | undefined, to: Recipient, now: Instant): Words | undefined {
  const { kind, facts } = alert;
  if (to.kind !== 'person' && about !== undefined) return newsForOthers(alert, about, to, now);
  switch (kind) {
    case 'budget-low': return { title: 'Your budget is getting low', spoken: 'Your budget is getting low. Ask me how much is left.' };
    case 'money-may-be-taken-back': return { title: 'Money may go back to the council', spoken: 'Some of your money may go back to the council. Ask me how much, and when.' };
    case 'message-from-circle': return { title: 'You have a message', spoken: `You have a message${typeof facts['fromName'] === 'string' ? ` from ${facts['fromName']}` : ''}. Say: any messages.` };
    case 'request-decided': return typeof facts['what'] === 'string' ? askedForThem(facts, 'you', now) ?? moreAsked(facts, about) ?? decidedWords(facts) : undefined;
    case 'many-visits-changed': return typeof facts['count'] === 'number' ? { title: 'Many visits changed at once', spoken: `${String(facts['providerName'])} has moved or cancelled ${facts['count']} visits or more. Everybody concerned is being told.` } : undefined;
    case 'something-is-stuck': return facts['what'] === 'money' ? { title: 'Money does not add up', spoken: 'Somebody’s money does not add up. Ask whoever runs My Care to reconcile it before more is paid.' } : undefined;
    case 'import-stale': return staleWords(facts, now);
    case 'visit-changed': return about === undefined ? undefined : changedWords(alert, about, to, now);
    case 'visit-cancelled': return about === undefined || !isCancelledGroup(alert) ? undefined : cancelledWords(alert, about, to, now);
    default: return undefined;
  }
}

/** Of a system that visits come from: how long nothing has been heard of it, and what that means. */
function staleWords({ sourceName, heardAt }: Told['facts'], now: Instant): Words | undefined {
  if (typeof sourceName !== 'string' || typeof heardAt !== 'number') return undefined;
  const since = agoWords(localDate(heardAt as Instant, london), localTime(heardAt as Instant, london), localDate(now, london));
  return { title: 'No news from a care agency’s system', spoken: `${sourceName} was last heard of ${since}. What people are told of those visits may be old. Please ring the agency, or send its file.` };
}

const london = 'Europe/London';

/** The same news as others are told it: of the person, by name. */
function newsForOthers(alert: Told, about: ToldOf, to: Recipient, now: Instant): Words | undefined {
  const { kind, facts } = alert;
  const { preferred } = about.household.name;
  switch (kind) {
    case 'budget-low': return { title: 'Budget low', spoken: `${preferred}’s budget is getting low.` };
    case 'money-may-be-taken-back': return { title: 'Money may go back to the council', spoken: `Some of ${preferred}’s money may go back to the council.` };
    case 'job-not-taken': return jobWaits(facts, about, now);
    case 'ring-wanted': return { title: `Ring ${preferred}`, spoken: facts['isAsked'] === true ? `${preferred} would like to be rung about how things went.` : `Please ring ${preferred} and ask how they are. They answered the wellbeing questions.` };
    case 'something-is-stuck': return facts['what'] === 'money' ? { title: `${preferred}’s money does not add up`, spoken: `${preferred}’s money does not add up. Ask whoever runs My Care to reconcile it before more is paid.` } : undefined;
    case 'message-from-circle': return { title: `A message for ${preferred}`, spoken: `${typeof facts['fromName'] === 'string' ? facts['fromName'] : 'Somebody'} sent ${preferred} a message.` };
    case 'request-decided': return typeof facts['what'] === 'string' ? askedForThem(facts, preferred, now) ?? moreAskedOf(facts, preferred) ?? decidedWords(facts) : undefined;
    case 'visit-changed': return changedWords(alert, about, to, now);
    case 'visit-cancelled': return isCancelledGroup(alert) ? cancelledWords(alert, about, to, now) : undefined;
    default: return undefined;
  }
}

/** Something that somebody else asked for on the person's behalf; while they may, they are told how to take it back. */
function askedForThem(facts: Told['facts'], whom: string, now: Instant): Words | undefined {
  if (typeof facts['askedBy'] !== 'string') return undefined;
  const { askedBy } = facts;
  const asked = facts['state'] === 'needs-review' ? `asked the council for ${String(facts['what'])} with ${String(facts['providerName'])}` : `asked for ${String(facts['what'])} with ${String(facts['providerName'])}`;
  const back = whom === 'you' && Number(facts['undoUntil']) > now ? ' If you don’t want it, say: cancel that.' : '';
  return { title: `${askedBy} asked for something for ${whom}`, spoken: `${askedBy} ${asked}, for ${whom}.${back}` };
}

/** What the adviser needs to know, word for word, and every way to answer: nobody has to find the words for a speaker. */
function moreAsked(facts: Told['facts'], about: ToldOf | undefined): Words | undefined {
  if (facts['state'] !== 'more-asked') return undefined;
  return { title: 'A question about what you asked for', spoken: `${questionWords(facts)} ${howToAnswer(about?.household.circle ?? [])}` };
}

function moreAskedOf(facts: Told['facts'], whom: string): Words | undefined {
  return facts['state'] === 'more-asked' ? { title: `A question about what ${whom} asked for`, spoken: `${questionWords(facts)} It can be answered under ${whom}’s requests.` } : undefined;
}

function questionWords(facts: Told['facts']): string {
  const { by } = facts;
  return `${String(by)} asks about ${whatOf(facts)}: ${whole(String(facts['question']))}`;
}

/** Whoever acts for them in requests can answer; the council can always be rung. */
function howToAnswer(circle: readonly CircleMember[]): string {
  const acting = circle.find(({ kind, mayKnow, mayAct, stoppedAt }) => stoppedAt === undefined && kind !== 'council' && mayKnow.includes('requests') && mayAct.includes('requests'));
  return acting === undefined ? 'To answer, say: what happened to my request. Or ring the council.' : `To answer, say: what happened to my request. Or tell ${acting.name}, or ring the council.`;
}

const whole = (sentence: string): string => (/[.?!]$/.test(sentence) ? sentence : `${sentence}.`);

/** What kind of job, for whom and when; never its own words, which may say more than all may know. */
function jobWaits({ jobId }: Told['facts'], { household, jobBook }: ToldOf, now: Instant): Words | undefined {
  const job = jobBook.jobs.find(({ id }) => id === jobId);
  if (job === undefined) return undefined;
  const what = { shopping: 'the shopping', lift: 'a lift', company: 'company', other: 'a job' }[job.kind];
  const when = job.at === undefined ? dayWords(job.on, localDate(now, household.timeZone)) : whenWords(job.on, job.at, localDate(now, household.timeZone));
  return { title: 'A job that nobody has taken', spoken: `Nobody has taken this yet: ${what} for ${household.name.preferred}, ${when}.` };
}

/** "gardening with Green Fingers", "two hours out of four hours of gardening with Green Fingers" */
function whatOf({ what, providerName, unit, units, ofUnits }: Told['facts']): string {
  const part = typeof units === 'number' && typeof ofUnits === 'number' ? `${partWords(units, ofUnits, String(unit))} of ` : '';
  return `${part}${String(what)} with ${String(providerName)}`;
}

function decidedWords(facts: Told['facts']): Words {
  const what = whatOf(facts);
  switch (facts['state']) {
    case 'approved': return { title: 'The council has agreed', spoken: `The council has agreed to ${what}.` };
    case 'booked': return { title: 'It is booked', spoken: `${upperFirst(what)} is booked. Ask me when it starts.` };
    case 'cancelled': return { title: 'Something was cancelled', spoken: `${String(facts['by'])} has cancelled ${what}. You can ask for it again.` };
    case 'expired': return { title: 'A request has run out', spoken: `Nobody answered about ${what}, so that request has run out. You can ask again.` };
    default: return { title: 'The council said no', spoken: `The council said no to ${what}. Ask me why.` };
  }
}

/** Many at once, one that is on after all, or one that has moved. */
function changedWords(alert: Told, about: ToldOf, to: Recipient, now: Instant): Words | undefined {
  if (isChangedGroup(alert)) return changedTogether(alert, about, to, now);
  return alert.facts['isOnAgain'] === true ? onAgainWords(alert.facts, about, to, now) : movedWords(alert.facts, about, to, now);
}

function changedTogether(alert: Told, { household, visitBook }: ToldOf, to: Recipient, now: Instant): Words | undefined {
  const zone = household.timeZone;
  const visits = changedOf(alert, visitBook, now, zone);
  const [first] = visits;
  if (first === undefined) return undefined;
  const count = visits.length === 1 ? 'one' : countWord(visits.length);
  const next = whenOf(first, localDate(now, zone));
  return to.kind === 'person'
    ? { title: 'Visits have changed', spoken: `The agency has changed ${count} of your visits. ${visits.length === 1 ? 'It' : 'The first of them'} is now ${next}. Ask me about any day.` }
    : { title: 'Visits have changed', spoken: `${visitBook.provider.name} has changed ${count} of ${household.name.preferred}’s visits. ${visits.length === 1 ? 'It' : 'The first of them'} is now ${next}.` };
}

function onAgainWords(facts: Told['facts'], { household, visitBook }: ToldOf, to: Recipient, now: Instant): Words | undefined {
  const visit = visitById(visitBook, String(facts['visitId']), household.timeZone);
  if (visit === undefined) return undefined;
  const when = whenOf(visit, localDate(now, household.timeZone));
  return to.kind === 'person'
    ? { title: 'A visit is on after all', spoken: `The visit that was cancelled is on after all: ${when}.` }
    : { title: 'A visit is on after all', spoken: `${visitBook.provider.name} says that ${household.name.preferred}’s cancelled visit is on after all: ${when}.` };
}

function whenOf(visit: CareVisit, today: LocalDate): string {
  return `${visit.on === today ? 'at ' : ''}${whenWords(visit.on, visit.from, today)}`;
}

function movedWords(facts: Told['facts'], { household, visitBook }: ToldOf, to: Recipient, now: Instant): Words | undefined {
  const zone = household.timeZone;
  const visit = visitById(visitBook, String(facts['visitId']), zone);
  const wasAt = Number(facts['wasAt']) as Instant;
  if (visit === undefined || !Number.isSafeInteger(wasAt)) return undefined;
  const today = localDate(now, zone);
  const was = `${timeWords(localTime(wasAt, zone))} visit ${onDay(localDate(wasAt, zone), today)}`;
  const is = localDate(wasAt, zone) === visit.on ? `at ${timeWords(visit.from)}` : `${visit.on === today ? 'at ' : ''}${whenWords(visit.on, visit.from, today)}`;
  return to.kind === 'person'
    ? { title: 'A visit has moved', spoken: `Your ${was} has moved. It is now ${is}.` }
    : { title: 'A visit has moved', spoken: `${visitBook.provider.name} has moved ${household.name.preferred}’s ${was}. It is now ${is}.` };
}

const mostNamed = 3;

function cancelledWords(alert: Told, { household, visitBook }: ToldOf, to: Recipient, now: Instant): Words | undefined {
  const zone = household.timeZone;
  const today = localDate(now, zone);
  const visits = cancelledOf(alert, visitBook, now, zone);
  const [first] = visits;
  if (first === undefined) return undefined;
  const when = (visit: CareVisit) => whenOf(visit, today);
  const which = visits.length <= mostNamed ? listWords(visits.map(when)) : `the first ${when(first)}`;
  const { name, officeContact } = visitBook.provider;
  const title = visits.length === 1 ? 'A visit is cancelled' : `${upperFirst(countWord(visits.length))} visits are cancelled`;
  if (to.kind !== 'person') return { title, spoken: `${name} has cancelled ${visits.length === 1 ? `${household.name.preferred}’s visit ${which}` : `${countWord(visits.length)} of ${household.name.preferred}’s visits: ${which}`}.` };
  return { title, spoken: `The agency has cancelled ${visits.length === 1 ? `your visit ${which}` : `${countWord(visits.length)} of your visits: ${which}`}. You can ring ${officeContact} at the office.` };
}

function onDay(day: LocalDate, today: LocalDate): string {
  return dayWords(day, today);
}
