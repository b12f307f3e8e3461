import { askToCancelVisit, type CareVisit, type ChangeRefused } from '../../models/care-visit/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut, type Decision } from '../carry-out.ts';
import { newReference } from '../new-reference.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { asIf, type Turn } from '../turn.ts';
import { capitalised, dayWords, timeWords, whenWords } from '../words/index.ts';
import { visitsById } from './care-visits-on-day.ts';
import { purposeWords, thatVisitWords, workerWords } from './speech.ts';
import { visitFacts } from './visit-facts.ts';
import { workerIdFor } from './who-is-coming.ts';
import { anotherVisit, askWhichVisit, visitToChange } from './visit-to-change.ts';

/** "Cancel tomorrow morning." Only ever a request to the agency, read back first. */
export function cancelCareVisit(turn: Turn): Answer {
  return visitToChange(turn, 'cancel', (visit) => readBack(turn, visit));
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
    focus: { visitId: visit.id }, facts: visitFacts(turn, [visit]),
  };
}

export function replyToSendCancel(turn: Turn, { visitId }: PendingOf<'send-cancel'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  if (reply.kind === 'yes') return carryOut(turn, (now) => sendCancel(now, visitId));
  const [visit] = visitsById(turn, [visitId]);
  return visit === undefined ? 'not-an-answer' : anotherVisit(turn, visit, 'cancel', reply, (other) => readBack(turn, other)) ?? 'not-an-answer';
}

function sendCancel(turn: Turn, visitId: string): Decision {
  const { visitBook } = turn.record;
  const result = askToCancelVisit({ id: turn.actionId, reference: newReference(turn), visitId }, visitBook, turn.now, turn.zone);
  if (result.kind === 'refused') return { answer: changeRefused(turn, result) };
  return {
    answer: askedTheAgency(result.request.reference),
    change: { visitBook: result.book, unfinished: null, audit: [{ action: 'visit-cancellation-asked', by: 'person', about: visitId }] },
  };
}

export function askedTheAgency(reference: string): Answer {
  return { ...tell('I’ve asked the agency.', `Nothing changes until they agree. Your reference is ${reference}.`), facts: { reference: `Your reference is ${reference}.` } };
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
    case 'not-the-agencys': return tell(`That’s ${visit === undefined ? 'something you booked' : workerWords(turn.record.visitBook, visit)}, not the care agency.`, 'Nothing has changed.');
    case 'in-the-past': return tell('That time has gone by.', 'Nothing has changed.');
    case 'same-time': return tell(`${what} is already at that time.`, 'Nothing has changed.');
    case 'no-such-visit': return tell('I can’t find that visit any more.', 'Nothing has changed.');
  }
}

/** "The morning one", "the second", "Priya's". A day or a name of its own looks again. */
export function replyToWhichVisit(turn: Turn, pending: PendingOf<'which-visit'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('I’ve left it as it is.');
  const visits = visitsById(turn, pending.visitIds);
  const visit = reply.kind === 'yes' && visits.length === 1 ? visits[0] : visitChosen(turn, visits, reply);
  const intent = pending.wish === 'cancel' ? 'CancelCareVisitIntent' : 'MoveCareVisitIntent';
  const moved = { ...(pending.from && { time: { value: pending.from } }), ...(pending.on && { newDay: { value: pending.on } }) };
  if (visit !== undefined) return turn.dialogue.answer({ ...asIf(turn, intent, moved), memory: { ...turn.memory, focus: { ...turn.memory.focus, visitId: visit.id } } });
  if (reply.kind === 'next') return askWhichVisit(turn, pending, [...visits.slice(1), ...visits.slice(0, 1)]);
  const elsewhere = reply.kind === 'meant' ? reply.slots['worker'] && { worker: reply.slots['worker'] } : reply.kind === 'day' && reply.day !== undefined ? { day: { value: reply.day }, ...(reply.partOfDay && { partOfDay: { value: reply.partOfDay, id: reply.partOfDay } }) } : undefined;
  return elsewhere === undefined ? 'not-an-answer' : turn.dialogue.answer(asIf(turn, intent, { ...moved, ...elsewhere }));
}

function visitChosen(turn: Turn, visits: readonly CareVisit[], reply: Reply): CareVisit | undefined {
  switch (reply.kind) {
    case 'choice': return visits[(reply.position ?? 0) - 1] ?? visits.find((each) => reply.id !== undefined && each.workerIds.includes(reply.id));
    case 'amount': return visits[(reply.number ?? 0) - 1];
    case 'day': return visits.find((each) => (reply.day === undefined || reply.day === each.on) && (reply.partOfDay === undefined ? reply.day !== undefined && visits.filter(({ on }) => on === reply.day).length === 1 : whenWords(each.on, each.from, each.on).includes(reply.partOfDay)));
    case 'time': return visits.find((each) => timeWords(each.from) === timeWords(reply.time));
    case 'meant': return meantAmong(turn, visits, reply);
    default: return undefined;
  }
}

/** "I meant Sam"; or "not Priya", when that leaves only one. */
function meantAmong(turn: Turn, visits: readonly CareVisit[], { slots: { worker, notWorker } }: Extract<Reply, { kind: 'meant' }>): CareVisit | undefined {
  const isBy = (said: { value: string; id?: string }) => ({ workerIds }: CareVisit) => workerIds.includes(workerIdFor(turn, said) ?? '');
  if (worker !== undefined) return visits.find(isBy(worker));
  const others = notWorker === undefined ? [] : visits.filter((visit) => !isBy(notWorker)(visit));
  return others.length === 1 ? others[0] : undefined;
}
