import { putWithVisits } from '../../models/care-visit/index.ts';
import type { ServiceRequest } from '../../models/service-request/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import { isGuarded } from '../household/private-answers.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';

/** Whether it can be offered to stand with the visits: booked for a day and time to come, and not there yet. */
export function mayStandWithVisits(turn: Turn, { id, state, startsOn, startsFrom }: ServiceRequest): boolean {
  return state === 'booked' && startsOn !== undefined && startsFrom !== undefined && startsOn >= turn.today && !isGuarded(turn) && !turn.record.visitBook.visits.some(({ forRequestId }) => forRequestId === id);
}

export function askToPutWithVisits(words: readonly string[], { id, serviceName }: ServiceRequest): Answer {
  return ask(words, 'Shall I put it with your visits?', { kind: 'put-with-visits', requestId: id }, `Say yes please, and you’ll hear of ${serviceName} with your visits that day.`);
}

export function replyToPutWithVisits(turn: Turn, { requestId }: PendingOf<'put-with-visits'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('Right you are.');
  if (reply.kind !== 'yes') return 'not-an-answer';
  return carryOut(turn, (now) => {
    const { requestBook, visitBook } = now.record;
    const request = requestBook.requests.find(({ id }) => id === requestId);
    if (request?.startsOn === undefined || request.startsFrom === undefined || !mayStandWithVisits(now, request)) return { answer: tell('That has changed since I asked, so I’ve left it.') };
    const minutes = request.unit === 'hour' && request.units !== undefined ? { minutes: request.units * 60 } : {};
    const book = putWithVisits(visitBook, { requestId, who: request.serviceName, what: request.what, on: request.startsOn, from: request.startsFrom, ...minutes }, now.now, now.zone);
    return { answer: tell('It’s with your visits now.'), change: { visitBook: book, audit: [{ action: 'booked-put-with-visits', by: 'person', about: requestId }] } };
  });
}
