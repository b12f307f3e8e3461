import { findVisit, isComing, visitsBetween, type CareVisit } from '../../models/care-visit/index.ts';
import { addDays, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { dayIn, partOfDayIn, timeIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { dayWords, listWords, timeWords } from '../words/index.ts';
import { visitsById } from './care-visits-on-day.ts';
import { nextWords, visitWords } from './speech.ts';
import { workerIdFor } from './who-is-coming.ts';

type Wish = PendingOf<'which-visit'>['wish'];

/** Finds the visit that is meant and goes on with it; asks which when there are several. */
export function visitToChange(turn: Turn, wish: Wish, goOn: (visit: CareVisit) => Answer): Answer {
  const { visitBook } = turn.record;
  const day = dayIn(turn.slots['day']?.value, turn.today);
  const part = partOfDayIn(turn.slots);
  const { worker } = turn.slots;
  const workerId = worker === undefined ? undefined : workerIdFor(turn, worker);
  const focus = turn.memory.focus?.visitId;
  if (day === undefined && part === undefined && worker === undefined && focus !== undefined) {
    const inFocus = visitsById(turn, [focus])[0];
    if (inFocus !== undefined) return goOn(inFocus);
  }
  const found = findVisit(visitBook, { ...(day && { day }), ...(part && { partOfDay: part }), ...(workerId !== undefined && { workerId }) }, turn.now, turn.zone);
  if (found.kind === 'one') return goOn(found.visit);
  if (found.kind === 'several') return askWhichVisit(turn, { wish, ...movedTo(turn) }, found.visits);
  const next = found.next === undefined ? [] : [`Your next visit is ${nextWords(visitBook, found.next, turn.today)}.`];
  return { ...tell('I can’t see a visit then.', ...next), ...(found.next !== undefined && { focus: { visitId: found.next.id } }) };
}

/** "There’s more than one on Sunday: … Which one?" */
export function askWhichVisit(turn: Turn, { wish, on, from }: Pick<PendingOf<'which-visit'>, 'wish' | 'on' | 'from'>, visits: readonly CareVisit[]): Answer {
  const shown = visits.slice(0, 3);
  const [first] = shown;
  if (first === undefined) return tell('I can’t find those visits any more.', 'Nothing has changed.');
  const isOneDay = shown.every((visit) => visit.on === first.on);
  const names = shown.map((visit) => (isOneDay ? visitWords : nextWords)(turn.record.visitBook, visit, turn.today));
  const facts = shown.length === 1 ? `There’s ${listWords(names)}.` : `There’s more than one${isOneDay ? ` ${dayWords(first.on, turn.today)}` : ''}: ${listWords(names)}.`;
  return ask(
    [facts], shown.length === 1 ? 'Is that the one?' : 'Which one?',
    { kind: 'which-visit', wish, visitIds: shown.map((visit) => visit.id), ...(on && { on }), ...(from && { from }) }, 'You can say the first one, the second one, or a name.',
  );
}

/** The new day and time of a move, where they were said already. */
function movedTo({ slots, today }: Turn): { on?: LocalDate; from?: LocalTime } {
  const on = dayIn(slots['newDay']?.value, today);
  const from = timeIn(slots['time']?.value);
  return { ...(on && { on }), ...(from && { from }) };
}

type Moved = Pick<PendingOf<'which-visit'>, 'on' | 'from'>;

const daysLookedThrough = 7;

/**
 * "Not that one", "not Priya, Sam", "no, Thursday", "the evening": another visit than the one just read back. Undefined when
 * nothing of the kind was said.
 */
export function anotherVisit(turn: Turn, visit: CareVisit, wish: Wish, reply: Reply, goOn: (visit: CareVisit) => Answer, moved: Moved = {}): Answer | undefined {
  const thatDay = visitsBetween(turn.record.visitBook, visit.on, visit.on, turn.zone).filter((each) => each.id !== visit.id && isAhead(turn, each));
  if (reply.kind === 'next' || (reply.kind === 'meant' && reply.slots['worker'] === undefined && reply.slots['notWorker'] !== undefined)) return notThatOne(turn, visit, wish, thatDay, goOn, moved);
  if (reply.kind === 'time') {
    const atThatTime = thatDay.find((each) => timeWords(each.from) === timeWords(reply.time));
    return atThatTime === undefined ? undefined : goOn(atThatTime);
  }
  const worker = reply.kind === 'meant' ? reply.slots['worker'] : undefined;
  if (worker === undefined && reply.kind !== 'day') return undefined;
  const isThereThatDay = worker === undefined || thatDay.some((each) => each.workerIds.includes(workerIdFor(turn, worker) ?? ''));
  const day = reply.kind === 'day' && reply.day !== undefined ? reply.day : isThereThatDay ? visit.on : undefined;
  const part = reply.kind === 'day' ? reply.partOfDay : undefined;
  const slots = { ...(worker && { worker }), ...(day !== undefined && { day: { value: day } }), ...(part !== undefined && { partOfDay: { value: part, id: part } }), ...(moved.on && { newDay: { value: moved.on } }), ...(moved.from && { time: { value: moved.from } }) };
  return visitToChange({ ...turn, slots }, wish, goOn);
}

function notThatOne(turn: Turn, visit: CareVisit, wish: Wish, thatDay: readonly CareVisit[], goOn: (visit: CareVisit) => Answer, moved: Moved): Answer {
  const [only] = thatDay;
  if (thatDay.length === 1 && only !== undefined) return goOn(only);
  const others = thatDay.length > 1 ? thatDay : visitsBetween(turn.record.visitBook, turn.today, addDays(visit.on, daysLookedThrough), turn.zone).filter((each) => each.id !== visit.id && isAhead(turn, each));
  return others.length === 0 ? tell('There’s no other visit that I know of.', 'Nothing has changed.') : askWhichVisit(turn, { wish, ...moved }, others);
}

const isAhead = ({ now }: Turn, visit: CareVisit) => isComing(visit) && visit.endsAt > now;
