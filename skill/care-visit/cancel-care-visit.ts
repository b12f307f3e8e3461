import { askToCancelVisit, findVisit, type CareVisit, type ChangeRefused } from '../../models/care-visit/index.ts';
import type { LocalDate, LocalTime } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut, type Decision } from '../carry-out.ts';
import { newReference } from '../new-reference.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { dayIn, partOfDayIn, timeIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { capitalised, dayWords, listWords, timeWords, whenWords } from '../words/index.ts';
import { visitsById } from './care-visits-on-day.ts';
import { nextWords, purposeWords, thatVisitWords, visitWords, workerWords } from './speech.ts';
import { workerIdFor } from './who-is-coming.ts';

/** "Cancel tomorrow morning." Only ever a request to the agency, read back first. */
export function cancelCareVisit(turn: Turn): Answer {
  return visitToChange(turn, 'cancel', (visit) => readBack(turn, visit));
}

/** Finds the visit that is meant and goes on with it; asks which when there are several. */
export function visitToChange(turn: Turn, wish: 'cancel' | 'move', goOn: (visit: CareVisit) => Answer): Answer {
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
  if (found.kind === 'several') return whichOne(turn, wish, found.visits);
  const next = found.next === undefined ? [] : [`Your next visit is ${nextWords(visitBook, found.next, turn.today)}.`];
  return { ...tell('I can’t see a visit then.', ...next), ...(found.next !== undefined && { focus: { visitId: found.next.id } }) };
}

function whichOne(turn: Turn, wish: 'cancel' | 'move', visits: readonly CareVisit[]): Answer {
  const shown = visits.slice(0, 3);
  const [first] = shown;
  const names = shown.map((visit) => visitWords(turn.record.visitBook, visit, turn.today));
  return ask(
    [`There’s more than one ${first === undefined ? '' : dayWords(first.on, turn.today)}: ${listWords(names)}.`], 'Which one?',
    { kind: 'which-visit', wish, visitIds: shown.map((visit) => visit.id), ...movedTo(turn) }, 'You can say the first one, the second one, or a name.',
  );
}

/** The new day and time of a move, where they were said already. */
function movedTo({ slots, today }: Turn): { on?: LocalDate; from?: LocalTime } {
  const on = dayIn(slots['newDay']?.value, today);
  const from = timeIn(slots['time']?.value);
  return { ...(on && { on }), ...(from && { from }) };
}

function readBack(turn: Turn, visit: CareVisit): Answer {
  const { visitBook } = turn.record;
  const tried = askToCancelVisit({ id: 'not-asked', reference: '', visitId: visit.id }, visitBook, turn.now, turn.zone);
  if (tried.kind === 'refused') return changeRefused(turn, tried);
  const when = visit.on === turn.today ? whenWords(visit.on, visit.from, turn.today) : `${dayWords(visit.on, turn.today)} at ${timeWords(visit.from)}`;
  return {
    ...ask(
      [`${capitalised(when)} is ${workerWords(visitBook, visit)}, for ${purposeWords(visit, turn.record.household.passport)}.`],
      'Shall I ask the agency to cancel that one visit?', { kind: 'send-cancel', visitId: visit.id },
      'Say yes please and I’ll ask them, or leave it and it stays.',
    ),
    focus: { visitId: visit.id },
  };
}

export function replyToSendCancel(turn: Turn, { visitId }: PendingOf<'send-cancel'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  return reply.kind === 'yes' ? carryOut(turn, (now) => sendCancel(now, visitId)) : 'not-an-answer';
}

function sendCancel(turn: Turn, visitId: string): Decision {
  const { visitBook } = turn.record;
  const result = askToCancelVisit({ id: turn.actionId, reference: newReference(turn), visitId }, visitBook, turn.now, turn.zone);
  if (result.kind === 'refused') return { answer: changeRefused(turn, result) };
  return {
    answer: tell('I’ve asked the agency.', `Nothing changes until they agree. Your reference is ${result.request.reference}.`),
    change: { visitBook: result.book, unfinished: null, audit: [{ action: 'visit-cancellation-asked', by: 'person', about: visitId }] },
  };
}

/** Why a visit could not be asked about, kindly; a repeat of the very same request gets its receipt again. */
export function changeRefused(turn: Turn, { reason, visit, request }: ChangeRefused): Answer {
  const what = visit === undefined ? 'That visit' : `The visit from ${thatVisitWords(turn.record.visitBook, visit, turn.today)}`;
  switch (reason) {
    case 'already-asked': return request?.id === turn.actionId
      ? tell('I’ve asked the agency.', `Your reference is ${request.reference}.`)
      : tell(`I’ve already asked the agency about that one. ${request === undefined ? '' : `The reference is ${request.reference}.`}`.trim());
    case 'already-started': return tell('That visit has already begun.', 'You can tell the care worker, or ring the office.');
    case 'already-cancelled': return tell(`${what} is already cancelled.`);
    case 'in-the-past': return tell('That time has gone by.', 'Nothing has changed.');
    case 'same-time': return tell(`${what} is already at that time.`, 'Nothing has changed.');
    case 'no-such-visit': return tell('I can’t find that visit any more.', 'Nothing has changed.');
  }
}

/** "The morning one", "the second", "Priya's". */
export function replyToWhichVisit(turn: Turn, pending: PendingOf<'which-visit'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  const visits = visitsById(turn, pending.visitIds);
  const visit = reply.kind === 'choice' ? visits[(reply.position ?? 0) - 1] ?? visits.find((each) => reply.id !== undefined && each.workerIds.includes(reply.id))
    : reply.kind === 'day' ? visits.find((each) => reply.partOfDay !== undefined && whenWords(each.on, each.from, each.on).includes(reply.partOfDay))
      : reply.kind === 'amount' ? visits[(reply.number ?? 0) - 1]
        : reply.kind === 'time' ? visits.find((each) => timeWords(each.from) === timeWords(reply.time)) : undefined;
  if (visit === undefined) return 'not-an-answer';
  return turn.dialogue.answer({
    ...turn, intent: pending.wish === 'cancel' ? 'CancelCareVisitIntent' : 'MoveCareVisitIntent', confidence: 1,
    slots: { ...(pending.from && { time: { value: pending.from } }), ...(pending.on && { newDay: { value: pending.on } }) }, memory: { ...turn.memory, focus: { ...turn.memory.focus, visitId: visit.id } },
  });
}
