import type { Recipient } from '../../models/alert/index.ts';
import { isComing, visitsOn, type CareVisit } from '../../models/care-visit/index.ts';
import { localDate, localTime, type Instant } from '../../models/shared/index.ts';
import { upperFirst, workerWords } from '../care-visit/speech.ts';
import { jobsTodayWords } from '../job/speech.ts';
import { listWords, timeWords } from '../words/index.ts';
import type { Told, ToldOf, Words } from './alert-words.ts';

/** What a routine says or asks, and what others hear of how a check-in was answered; undefined for what comes of no routine. */
export function routineWordsFor({ kind, facts }: Told, about: ToldOf | undefined, to: Recipient, now: Instant): Words | undefined {
  const name = about?.household.name.preferred ?? 'Somebody';
  const whether = typeof facts['about'] === 'string' ? facts['about'] : 'how they are';
  if (kind === 'check-in' && to.kind !== 'person') return { title: `${name} has not answered`, spoken: `${name} was asked ${whether}, and has not answered. Please ring.` };
  if (kind === 'check-in') return { title: 'A question for you', spoken: String(facts['words']) };
  if (kind === 'routine-consent') return { title: 'A question for you', spoken: consentWords(facts) };
  if (kind === 'word-for-somebody' && facts['answered'] !== undefined) return { title: `About ${name}`, spoken: `${name} was asked ${whether}, and ${facts['answered'] === 'no' ? 'said no' : 'doesn’t remember'}. Please ring.` };
  return kind === 'routine-prompt' && facts['isBriefing'] === true && about !== undefined ? { title: 'Today’s visits', spoken: briefing(about, now) } : undefined;
}

/** "Susan would like me to ask you at nine each day whether you have had your tablets. Is that all right?" Speaks to the person of themselves. */
function consentWords(facts: Told['facts']): string {
  const when = `at ${timeWords(String(facts['at']) as never)}${facts['isEveryDay'] === true ? ' each day' : ' on some days'}`;
  const what = facts['does'] === 'question' ? `ask you ${when} ${toYou(String(facts['about']))}`
    : facts['does'] === 'visits-today' ? `tell you ${when} who is coming` : facts['does'] === 'before-visits' ? 'remind you before each visit' : `remind you of something ${when}`;
  return `${String(facts['setByName'])} would like me to ${what}. Is that all right?`;
}

/** "Whether she has had her tablets" as it is said to her. */
function toYou(about: string): string {
  return about.replaceAll(/\b(?:she|he|they) has\b/g, 'you have').replaceAll(/\b(?:she|he|they) is\b/g, 'you are').replaceAll(/\b(?:she|he|they)\b/g, 'you').replaceAll(/\b(?:her|his|their)\b/g, 'your');
}

function briefing({ household, visitBook, jobBook }: ToldOf, now: Instant): string {
  const [zone, today] = [household.timeZone, localDate(now, household.timeZone)];
  const visits = visitsOn(visitBook, today, zone).filter((visit) => isComing(visit) && visit.endsAt > now);
  return [visitsToday(visits, visitBook), jobsTodayWords(jobBook, today, localTime(now, zone), visits.length < manyVisits ? 'some' : 'little')].filter((each) => each !== undefined).join(' ');
}

const manyVisits = 3;

function visitsToday(visits: readonly CareVisit[], visitBook: ToldOf['visitBook']): string {
  if (visits.length === 0) return 'Nobody is booked for today.';
  return `Today: ${listWords(visits.map((visit) => `${upperFirst(workerWords(visitBook, visit))} at ${timeWords(visit.from)}`))}.`;
}
