import type { AlertKind, Recipient, Wording } from '../../models/alert/index.ts';
import { backupPlanFor, visitById, type CareVisit, type VisitBook } from '../../models/care-visit/index.ts';
import type { Household } from '../../models/household/index.ts';
import { localDate, localTime, type Instant } from '../../models/shared/index.ts';
import { upperFirst, workerWords } from '../care-visit/speech.ts';
import type { Told, ToldOf, Words } from './alert-words.ts';
import { newsWordsFor } from './say-news.ts';
import { routineWordsFor } from './say-routine.ts';
import { durationWords, listWords, timeWords, whenWords } from '../words/index.ts';

/**
 * What is said and shown of an alert to one recipient. In the home it may name who and when, unless the person keeps their
 * answers private; what leaves the home by text, e-mail or push names nothing.
 */
export function wordingOf(alert: Told, about: ToldOf | undefined, to: Recipient, now: Instant, isAgain: boolean): Wording {
  const discreet = discreetFor(alert, to);
  // What a routine says was agreed with the person, word for word, to be said aloud in the home.
  const isOpen = to.kind !== 'person' || about?.household.privacy.answers === 'open' || agreed.includes(alert.kind);
  const words = isOpen ? wordsFor(alert, about, to, now) : { title: 'A message from your care team', spoken: `You have ${newsIn(alert)}. Ask me when you’re ready.` };
  return { title: words.title, spoken: isAgain ? `Again: ${words.spoken}` : words.spoken, discreet, answers: answersFor(alert.kind, to) };
}

const agreed: readonly AlertKind[] = ['check-in', 'routine-consent'];

/** What it is about, in words that fit any screen and any ear. */
const newsOf: Readonly<Record<AlertKind, string>> = {
  'visit-reminder': 'a visit soon', 'visit-changed': 'news about a visit', 'visit-cancelled': 'news about a visit', 'on-the-way': 'news about a visit', 'visit-late': 'news about a visit',
  'visit-not-heard-of': 'news about a visit', 'backup-plan-started': 'news about a visit', 'budget-low': 'news about your budget', 'money-may-be-taken-back': 'news about your budget',
  'request-decided': 'an answer to something you asked for', 'message-from-circle': 'a message', 'word-for-somebody': 'a message', 'job-not-taken': 'a job that nobody has taken', 'routine-prompt': 'a reminder', 'routine-consent': 'a question for you', 'check-in': 'a question for you',
  'check-in-unanswered': 'a check-in that nobody answered', 'help-wanted': 'somebody asking for help', 'device-silent': 'a screen or speaker that has gone quiet', 'import-stale': 'no news from a care agency’s system',
  'ring-wanted': 'somebody who should be rung', 'many-visits-changed': 'many visits changed at once', 'something-is-stuck': 'something that My Care could not do',
};

/** The same kind brings answers and questions: whoever is asked something should know that it waits for them. */
function newsIn({ kind, facts }: Told): string {
  return kind === 'request-decided' && facts['state'] === 'more-asked' ? 'a question about something you asked for' : newsOf[kind];
}

function discreetFor(alert: Told, to: Recipient): string {
  if (alert.kind === 'job-not-taken') return 'My Care: there is a job that nobody has taken yet. Sign in to see it.';
  const news = upperFirst(newsIn(alert));
  return to.kind === 'person' ? `My Care: you have ${newsIn(alert)}.` : `My Care${alert.urgency === 'urgent' ? ', urgent' : ''}: ${news.charAt(0).toLowerCase()}${news.slice(1)}. Reply OK if you are dealing with it.`;
}

function answersFor(kind: AlertKind, to: Recipient): Wording['answers'] {
  if (to.kind !== 'person') return [{ word: 'on-my-way', label: 'I’m dealing with it' }, { word: 'ok', label: 'OK' }];
  if (kind === 'routine-consent') return [{ word: 'yes', label: 'Yes' }, { word: 'no', label: 'No' }];
  if (kind === 'check-in') return [{ word: 'yes', label: 'Yes' }, { word: 'no', label: 'No' }, { word: 'dont-remember', label: 'I don’t remember' }, { word: 'doing-it-now', label: 'Doing it now' }];
  if (kind === 'help-wanted') return [{ word: 'im-all-right', label: 'I’m all right' }];
  return [{ word: 'ok', label: 'OK' }];
}

function wordsFor(alert: Told, about: ToldOf | undefined, to: Recipient, now: Instant): Words {
  const known = routineWordsFor(alert, about, to, now) ?? newsWordsFor(alert, about, to, now);
  if (known !== undefined) return known;
  const own = alert.facts['words'];
  if (typeof own === 'string' && own !== '') return { title: ownTitle(alert, about, to), spoken: own };
  const visit = about === undefined ? undefined : visitById(about.visitBook, String(alert.facts['visitId']), about.household.timeZone);
  if (about !== undefined && visit !== undefined) return to.kind === 'person' ? visitWordsFor(alert, about, visit, now) : visitWordsForOthers(alert, about, visit);
  const name = about?.household.name.preferred;
  switch (alert.kind) {
    case 'help-wanted': return to.kind === 'person'
      ? { title: 'Are you all right?', spoken: 'You asked for help. If you’re hurt, ring 999 or press your alarm now. Are you all right?' }
      : { title: `${name ?? 'Somebody'} asked for help`, spoken: `${name ?? 'Somebody'} asked for help by voice${saidAt(alert, about)}. Please ring or go round, and say that you have.` };
    case 'check-in-unanswered': return { title: 'A check-in was not answered', spoken: `${name ?? 'Somebody'} has not answered today’s check-in. Please ring.` };
    default: return { title: upperFirst(newsOf[alert.kind]), spoken: `${to.kind === 'person' ? 'You have' : 'There is'} ${newsOf[alert.kind]}.` };
  }
}

function ownTitle({ kind }: Told, about: ToldOf | undefined, to: Recipient): string {
  if (to.kind === 'person') return kind === 'check-in' ? 'A question for you' : 'A message for you';
  return `About ${about?.household.name.preferred ?? 'somebody'}`;
}

function visitWordsFor({ kind, facts }: Told, { household, visitBook }: ToldOf, visit: CareVisit, now: Instant): Words {
  const zone = household.timeZone;
  const who = upperFirst(workerWords(visitBook, visit));
  const [is, has] = visit.workerIds.length > 1 ? ['are', 'have'] : ['is', 'has'];
  const today = localDate(now, zone);
  switch (kind) {
    case 'visit-reminder': return { title: `${who} at ${timeWords(visit.from)}`, spoken: `${who} ${visit.workerIds.length > 1 ? 'come' : 'comes'} at ${timeWords(visit.from)}.` };
    case 'on-the-way': return { title: `${who} ${is} on the way`, spoken: `${who} ${is} on the way, the agency says.` };
    case 'visit-late': return { title: `${who} ${is} running late`, spoken: `${who} ${is} running late, the agency says.${typeof facts['lateByMinutes'] === 'number' && facts['lateByMinutes'] > 0 ? ` About ${durationWords(facts['lateByMinutes'])}.` : ''}` };
    case 'visit-cancelled': return { title: 'A visit is cancelled', spoken: `The agency has cancelled your visit ${visit.on === today ? 'at ' : ''}${whenWords(visit.on, visit.from, today)}. You can ring ${visitBook.provider.officeContact} at the office.` };
    default: return { title: `No news of ${who}`, spoken: [`I have not heard that ${who} ${has} arrived.`, lastHeard(visit, zone), planWords(household, visitBook, visit, now)].filter(Boolean).join(' ') };
  }
}

/** "The agency last told me at twenty to nine that she was running late." Only what they said. */
function lastHeard({ lastReport }: CareVisit, zone: string): string {
  if (lastReport === undefined) return 'The agency has told me nothing yet.';
  const said = lastReport.said === 'running-late' ? 'they were running late' : lastReport.said === 'en-route' ? 'somebody was on the way' : 'the visit was going ahead';
  return `The agency last told me at ${timeWords(localTime(lastReport.at, zone))} that ${said}.`;
}

function planWords({ circle, timeZone }: Household, book: VisitBook, visit: CareVisit, now: Instant): string {
  const { at, tell } = backupPlanFor(book, visit);
  const names = tell.flatMap((id) => circle.find((member) => member.id === id)?.name ?? []);
  const [first] = names;
  return first === undefined || at <= now ? '' : `If nobody has come by ${timeWords(localTime(at, timeZone))}, I tell ${first}.`;
}

function visitWordsForOthers({ kind, facts }: Told, { household, visitBook }: ToldOf, visit: CareVisit): Words {
  const whose = `${household.name.preferred}’s ${timeWords(visit.from)} visit`;
  switch (kind) {
    case 'visit-cancelled': return { title: 'A visit is cancelled', spoken: `${visitBook.provider.name} has cancelled ${whose}.` };
    case 'visit-late': return { title: 'A visit is late', spoken: `${whose} is running late${typeof facts['lateByMinutes'] === 'number' && facts['lateByMinutes'] > 0 ? ` by about ${durationWords(facts['lateByMinutes'])}` : ''}.` };
    case 'on-the-way': return { title: 'On the way', spoken: `Somebody is on the way to ${whose}.` };
    default: return { title: 'Nobody is known to have come', spoken: `My Care has not heard that anybody has come to ${whose}. ${lastHeard(visit, household.timeZone)} Please ring ${visitBook.provider.name} or ${household.name.preferred}.` };
  }
}

function saidAt({ facts }: Told, about: ToldOf | undefined): string {
  const at = facts['at'];
  return typeof at === 'number' && about !== undefined ? ` at ${timeWords(localTime(at as Instant, about.household.timeZone))}` : '';
}

/** "Susan, Ann and the care desk": those told of an alert so far, by the names the person knows. */
export function toldNames(told: readonly Recipient[], household: Household): string {
  return listWords(told.flatMap((to) => (to.kind === 'desk' ? ['the care desk'] : to.kind === 'member' ? [household.circle.find(({ id }) => id === to.memberId)?.name ?? 'somebody of your circle'] : [])));
}
