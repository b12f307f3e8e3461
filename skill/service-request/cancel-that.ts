import { changeToUndo, withdrawChangeRequest } from '../../models/care-visit/index.ts';
import { afterRequest } from '../../models/person-record/index.ts';
import { leftPence } from '../../models/budget/index.ts';
import { cancelThat as decideCancel, type ServiceRequest } from '../../models/service-request/index.ts';
import { tell, type Answer } from '../answer.ts';
import { carryOut, type Decision } from '../carry-out.ts';
import { isGuarded } from '../household/private-answers.ts';
import { phone, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { moneyWords } from '../words/index.ts';

const notSent: readonly string[] = ['send-request', 'how-many', 'which-day', 'send-cancel', 'send-move', 'move-to-when', 'ask-twice', 'not-enough'];

/** "Cancel that." Takes back the last thing asked for, within ten minutes of asking. */
export function cancelThat(turn: Turn): Answer | Promise<Answer> {
  const { pending } = turn.memory;
  if (pending !== undefined && notSent.includes(pending.kind)) return turn.dialogue.reply(turn, pending, { kind: 'no' }).then((answer) => (answer === 'not-an-answer' ? tell('I’ve left it.') : answer));
  return carryOut(turn, decide);
}

function decide(turn: Turn): Decision {
  const { record, now } = turn;
  const change = changeToUndo(record.visitBook, now);
  const request = record.requestBook.requests.findLast((each) => each.undoUntil >= now && each.state !== 'cancelled');
  if (change !== undefined && (request === undefined || change.askedAt > request.askedAt)) return withdraw(turn, change.id);
  const result = decideCancel(record.requestBook, record.budget, now);
  switch (result.kind) {
    case 'cancelled': return {
      answer: tell(cancelledWords(turn, result)),
      change: { ...afterRequest(result, record.visitBook), audit: [{ action: 'request-cancelled', by: 'person', about: result.request.id }] },
    };
    case 'too-late': return { answer: tooLate(turn, result.request) };
    case 'nothing-to-cancel': return { answer: tell('There’s nothing to cancel just now.') };
  }
}

/** What somebody else asked for is named: the person may have meant another thing. */
function cancelledWords(turn: Turn, { budget, request }: Extract<ReturnType<typeof decideCancel>, { kind: 'cancelled' }>): string {
  const done = request.askedBy === undefined ? 'I’ve cancelled it.' : `I’ve cancelled ${request.what} with ${request.serviceName}, that ${request.askedBy.name} asked for.`;
  if (budget === undefined || isGuarded(turn)) return done;
  return `${done} You have ${moneyWords(leftPence(budget.after))} left to use again.`;
}

function withdraw(turn: Turn, id: string): Decision {
  const result = withdrawChangeRequest(turn.record.visitBook, id);
  if (result.kind === 'refused') return { answer: tell('There’s nothing to cancel just now.') };
  return { answer: tell('I’ve taken that back. The visit stays as it is.'), change: { visitBook: result.book, audit: [{ action: 'visit-change-withdrawn', by: 'person', about: id }] } };
}

function tooLate(turn: Turn, { reference, askedBy }: ServiceRequest): Answer {
  const { council } = turn.record.household;
  return tell(askedBy === undefined ? `It’s more than ten minutes since you asked for ${reference}.` : `It’s more than a day since ${askedBy.name} asked for ${reference}.`, say`${council.name} can still help, on ${phone(council.phone)}.`);
}
