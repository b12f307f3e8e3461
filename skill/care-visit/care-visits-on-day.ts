import { isComing, nextVisit, visitById, visitsBetween, visitsIn, type CareVisit } from '../../models/care-visit/index.ts';
import { ask, listLength, tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { daysIn, partOfDayIn, type DayRange } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { jobsTodayWords } from '../job/speech.ts';
import { countWord, dayWords, spacedListWords } from '../words/index.ts';
import { aboutHowLong, nextWords, purposeWords, upperFirst, visitWords, workerWords } from './speech.ts';
import { visitFacts } from './visit-facts.ts';
import { visitScreen } from './visit-screen.ts';

/** "What's on Thursday?" "Who's coming tonight?" The visits of a day, part of a day, or a week; of today also what somebody of the circle does. */
export function careVisitsOnDay(turn: Turn): Answer {
  const days = daysIn(turn.slots['day']?.value, turn.today) ?? { from: turn.today, to: turn.today };
  const part = partOfDayIn(turn.slots);
  const all = visitsBetween(turn.record.visitBook, days.from, days.to, turn.zone).filter((visit) => visit.status !== 'cancelled');
  const asked = part === undefined ? all : all.filter(visitsIn(part));
  const ahead = asked.filter((visit) => isComing(visit) && visit.endsAt > turn.now);
  if (ahead.length === 0) return nobody(turn, days, part, asked.length > 0);
  return days.from === days.to ? onOneDay(turn, days, part, ahead, asked.length > ahead.length) : overDays(turn, ahead);
}

/** With what somebody has taken on for today; whoever asks about a part of the day hears of the visits alone. */
function withJobs({ record, today, time }: Turn, { from, to }: DayRange, part: string | undefined, facts: readonly string[], visits = 0): readonly string[] {
  const jobs = from === today && to === today && part === undefined ? jobsTodayWords(record.jobBook, today, time, visits < manyVisits ? 'some' : 'little') : undefined;
  return jobs === undefined ? facts : [...facts, jobs];
}

const manyVisits = 3;

function onOneDay(turn: Turn, days: DayRange, part: string | undefined, visits: readonly CareVisit[], someAreDone: boolean): Answer {
  const { visitBook, household } = turn.record;
  const day = days.from;
  const most = listLength(household.passport);
  const read = visits.slice(0, most).map((visit) => visitWords(visitBook, visit, turn.today));
  const many = `${countWord(visits.length)} ${someAreDone ? 'more ' : ''}visit${visits.length === 1 ? '' : 's'}`;
  const facts = day === turn.today
    ? [`${upperFirst(many)}.`, `${spacedListWords(read.map((words, index) => (index === 0 ? upperFirst(words) : words)))}.`]
    : [`${upperFirst(dayWords(day, turn.today))} you have ${many}, ${spacedListWords(read)}.`];
  return { ...askMore(turn, withJobs(turn, days, part, facts, read.length), visits, most), focus: focusOn(visits), screen: visitScreen(turn, visits), facts: visitFacts(turn, visits.slice(0, most)) };
}

function askMore(turn: Turn, facts: readonly string[], visits: readonly CareVisit[], most: number): Answer {
  if (turn.record.household.passport.isShort && visits.length <= most) return tell(...facts);
  if (visits.length > most) {
    const rest = visits.slice(most).map((visit) => visit.id);
    return ask(facts, `Shall I tell you the other ${rest.length === 1 ? 'one' : countWord(rest.length)}?`, { kind: 'more-visits', visitIds: rest }, 'Say yes please to hear the rest of the day.');
  }
  const [only] = visits;
  if (visits.length === 1 && only !== undefined) {
    return ask(facts, 'Shall I tell you more about it?', { kind: 'hear-visit', visitId: only.id }, `Say yes please, and I’ll tell you what ${workerWords(turn.record.visitBook, only)} is coming for.`);
  }
  return ask(facts, 'Would you like to know what they’re coming for?', { kind: 'hear-purposes', visitIds: visits.map((visit) => visit.id) }, 'Say yes please to hear what each visit is for.');
}

function nobody(turn: Turn, days: DayRange, part: string | undefined, haveBeen: boolean): Answer {
  const { visitBook } = turn.record;
  const when = whenAsked(turn, days, part);
  const next = nextVisit(visitBook, turn.now, turn.zone);
  const facts = withJobs(turn, days, part, [`Nobody ${haveBeen ? 'else ' : ''}is booked ${when}.`]);
  if (next === undefined) return tell(...facts, 'There are no more visits in your record just now.');
  return { ...tell(...facts, `Your next visit is ${nextWords(visitBook, next, turn.today)}.`), focus: { visitId: next.id }, facts: { ...visitFacts(turn, [next]), 'in-short': facts[0] ?? '', 'how-many': facts[0] ?? '' } };
}

function whenAsked(turn: Turn, { from, to }: DayRange, part: string | undefined): string {
  if (from !== to) return 'for those days';
  if (from === turn.today) return part === undefined ? 'today' : part === 'night' ? 'tonight' : `this ${part}`;
  return part === undefined ? dayWords(from, turn.today) : `${dayWords(from, turn.today)} ${part === 'night' ? 'at night' : `in the ${part}`}`;
}

/** One after another, each day named once: "Priya, on Monday at half past eight in the morning, then Sam at six in the evening". */
function inOrder({ record: { visitBook }, today }: Turn, visits: readonly CareVisit[]): string {
  return visits.map((visit, place) => (place === 0 ? '' : visits[place - 1]?.on === visit.on ? ', then ' : '. Then ') + (visits[place - 1]?.on === visit.on ? visitWords(visitBook, visit, today) : nextWords(visitBook, visit, today))).join('');
}

function overDays(turn: Turn, visits: readonly CareVisit[]): Answer {
  const most = listLength(turn.record.household.passport);
  const read = inOrder(turn, visits.slice(0, most));
  const facts = [`You have ${countWord(visits.length)} visit${visits.length === 1 ? '' : 's'}.`, `${visits.length === 1 ? 'It is' : 'First,'} ${read}.`];
  return {
    ...(visits.length > most
      ? ask(facts, 'Shall I go on?', { kind: 'more-visits', visitIds: visits.slice(most).map((visit) => visit.id) }, 'Say yes please to hear the next ones, or ask about one day.')
      : tell(...facts)),
    focus: focusOn(visits), screen: visitScreen(turn, visits), facts: visitFacts(turn, visits.slice(0, most)),
  };
}

/** "Yes" to hearing the rest: the next few, and so on to the end. */
export function replyToMoreVisits(turn: Turn, { visitIds }: PendingOf<'more-visits'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  if (reply.kind !== 'yes' && reply.kind !== 'next') return 'not-an-answer';
  return overOrTell(turn, visitsById(turn, visitIds));
}

function overOrTell(turn: Turn, visits: readonly CareVisit[]): Answer {
  const most = listLength(turn.record.household.passport);
  const facts = [`${upperFirst(inOrder(turn, visits.slice(0, most)))}.`];
  const rest = visits.slice(most).map((visit) => visit.id);
  return rest.length === 0 ? tell(...facts) : ask(facts, 'Shall I go on?', { kind: 'more-visits', visitIds: rest }, 'Say yes please to hear more, or stop.');
}

export function replyToHearPurposes(turn: Turn, { visitIds }: PendingOf<'hear-purposes'>, reply: Reply): Answer | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  if (reply.kind !== 'yes') return 'not-an-answer';
  const { visitBook } = turn.record;
  return tell(...visitsById(turn, visitIds).map((visit) => `${upperFirst(workerWords(visitBook, visit))}: ${purposeWords(visit, turn.record.household.passport)}, ${aboutHowLong(visit)}.`));
}

export function visitsById(turn: Turn, ids: readonly string[]): readonly CareVisit[] {
  return ids.map((id) => visitById(turn.record.visitBook, id, turn.zone)).filter((visit) => visit !== undefined);
}

function focusOn(visits: readonly CareVisit[]): { visitId: string } | Record<string, never> {
  return visits[0] === undefined ? {} : { visitId: visits[0].id };
}
