import { findVisit, nextVisit, type CareVisit } from '../../models/care-visit/index.ts';
import { tell, type Answer } from '../answer.ts';
import { dayIn, daysIn, partOfDayIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { dayWords, listWords, timeWords, whenWords } from '../words/index.ts';
import { careVisitsOnDay } from './care-visits-on-day.ts';
import { nextWords, upperFirst, workerWords } from './speech.ts';
import { visitFacts } from './visit-facts.ts';
import { visitScreen } from './visit-screen.ts';

/** "Who's coming today?" "Who's coming to hoist me?" */
export function whoIsComing(turn: Turn): Answer {
  const { task, worker } = turn.slots;
  if (worker !== undefined) return isSheComing(turn, worker);
  return task === undefined ? careVisitsOnDay(turn) : forTask(turn, task.id ?? task.value, task.value);
}

/** "Is Sam coming tonight?" Yes or no first, then when. */
function isSheComing(turn: Turn, worker: { value: string; id?: string }): Answer {
  const { visitBook } = turn.record;
  const workerId = workerIdFor(turn, worker);
  if (workerId === undefined) return nextCareVisit(turn);
  const day = dayIn(turn.slots['day']?.value, turn.today) ?? turn.today;
  const part = partOfDayIn(turn.slots);
  const found = findVisit(visitBook, { day, workerId, ...(part && { partOfDay: part }) }, turn.now, turn.zone);
  const visit = found.kind === 'one' ? found.visit : found.kind === 'several' ? found.visits[0] : undefined;
  if (visit !== undefined) return { ...tell(`Yes. ${upperFirst(nextWords(visitBook, visit, turn.today))}.`), focus: { visitId: visit.id }, screen: visitScreen(turn, [visit]), facts: visitFacts(turn, [visit]) };
  const name = visitBook.workers.find(({ id }) => id === workerId)?.firstName ?? worker.value;
  const next = nextVisit(visitBook, turn.now, turn.zone, { workerId });
  return tell(`No, ${name} isn’t booked ${part === undefined ? dayWords(day, turn.today) : 'then'}.`, ...(next === undefined ? [] : [`The next visit from ${name} is ${whenWords(next.on, next.from, turn.today)}.`]));
}

function forTask(turn: Turn, task: string, words: string): Answer {
  const { visitBook } = turn.record;
  const day = daysIn(turn.slots['day']?.value, turn.today);
  const visit = nextVisit(visitBook, turn.now, turn.zone, { task });
  if (visit === undefined || (day !== undefined && (visit.on < day.from || visit.on > day.to))) return { ...tell(`I can’t see anybody booked for ${words}.`), ...careLine(turn) };
  const who = upperFirst(workerWords(visitBook, visit));
  const together = visit.workerIds.length > 1;
  const when = visit.on === turn.today ? `at ${whenWords(visit.on, visit.from, turn.today)}` : whenWords(visit.on, visit.from, turn.today);
  return { ...tell(`${who} ${together ? 'come together' : 'comes'} ${when}.`), focus: { visitId: visit.id }, screen: visitScreen(turn, [visit]), facts: visitFacts(turn, [visit]) };
}

function careLine(turn: Turn): Pick<Answer, 'screen'> {
  const { provider } = turn.record.visitBook;
  return { screen: { kind: 'detail', title: provider.name, lines: [`Ring ${provider.phone}`] } };
}

/** "When's my next visit?" "When is Priya coming next?" */
export function nextCareVisit(turn: Turn): Answer {
  const { visitBook } = turn.record;
  const { worker, task } = turn.slots;
  const workerId = worker === undefined ? undefined : workerIdFor(turn, worker);
  if (worker !== undefined && workerId === undefined) return tell(`I don’t know anybody called ${worker.value} at ${visitBook.provider.name}.`, othersWords(turn));
  const visit = nextVisit(visitBook, turn.now, turn.zone, { ...(workerId !== undefined && { workerId }), ...(task !== undefined && { task: task.id ?? task.value }) });
  if (visit === undefined) return tell(worker === undefined ? 'You have no visits booked that I know of.' : `${worker.value} isn’t booked to come again that I know of.`);
  if (visit.startsAt <= turn.now) return overdue(turn, visit);
  const together = visit.workerIds.length > 1 ? ' They come together.' : '';
  return {
    ...tell(`Your next visit is ${nextWords(visitBook, visit, turn.today)}.${together}`),
    focus: { visitId: visit.id }, screen: visitScreen(turn, [visit]), facts: visitFacts(turn, [visit]),
  };
}

/** Due, and not heard of: said as it is, not as if it were still ahead. */
function overdue(turn: Turn, visit: CareVisit): Answer {
  const who = workerWords(turn.record.visitBook, visit);
  const several = visit.workerIds.length > 1;
  return {
    ...tell(`${upperFirst(who)} ${several ? 'were' : 'was'} due at ${timeWords(visit.from)}.`, `I have not heard that ${several ? 'they have' : `${who} has`} arrived.`),
    focus: { visitId: visit.id }, facts: { ...visitFacts(turn, [visit]), 'in-short': `I have not heard that ${several ? 'they have' : `${who} has`} arrived.` },
  };
}

/** A care worker by id, by first name, or by how they are described. */
export function workerIdFor(turn: Turn, { value, id }: { value: string; id?: string }): string | undefined {
  const { workers } = turn.record.visitBook;
  const said = value.toLowerCase();
  return workers.find((worker) => worker.id === id || worker.firstName.toLowerCase() === said || worker.firstName.toLowerCase() === id || worker.describedAs?.some((words) => said.includes(words.toLowerCase())))?.id;
}

function othersWords(turn: Turn): string {
  const names = turn.record.visitBook.workers.map((worker) => worker.firstName);
  return names.length === 0 ? 'Nobody is down to come yet.' : `The people who come to you are ${listWords(names.slice(0, 3))}.`;
}

