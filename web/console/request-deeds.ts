import { bookRequest, decideRequest, deliverRequest, disputeRequest, payRequest, refundRequest, type RequestChange, type ServiceRequest } from '../../models/service-request/index.ts';
import { isLocalTime, localDate } from '../../models/shared/index.ts';
import { dateIn } from './date-fields.ts';
import { textIn } from './form-text.ts';
import { sumIn } from './pounds-field.ts';
import type { Asked, Fault } from './page.ts';
import { deciderOf, mostNoteLetters } from './request-decided.ts';

/** What staff do with a request after the yes, by the one table of states. */
export const deeds = ['book', 'deliver', 'pay', 'dispute', 'settle-paid', 'settle-unpaid', 'refund', 'withdraw'] as const;
export type Deed = (typeof deeds)[number];

/** The deed a form asks for, done; or what has to be mended in it. */
export function doneDeed(asked: Asked<'see-person'>, request: ServiceRequest, deed: Deed): RequestChange | { readonly faults: readonly Fault[] } {
  const { record: { requestBook, budget, household }, identity, form, now } = asked;
  const [record, note, typed] = [{ requestBook, budget }, textIn(form['note']), textIn(form['amount'])];
  const step = { id: request.id, by: identity.name };
  const amountPence = sumIn(typed);
  const faulty = (field: string, message: string) => ({ faults: [{ field, message }] });
  const reasonFault = note === '' ? faulty('note', 'Enter the reason') : note.length > mostNoteLetters ? faulty('note', `A reason has at most ${mostNoteLetters} letters`) : undefined;
  const noAmount = faulty('amount', 'Enter a sum in pounds, like 32.50');
  switch (deed) {
    case 'book': {
      const [day, time] = [dateIn(form, 'on'), textIn(form['at'])];
      if (day === undefined || day === 'no-date') return faulty('on-day', day === undefined ? 'Enter the day that the provider gave' : 'Enter a day that is in the calendar, like 8 12 2026');
      if (day < localDate(now, household.timeZone)) return faulty('on-day', 'Enter a day that has not gone by');
      if (time !== '' && !isLocalTime(time)) return faulty('at', 'Enter a time, like 14:30, or leave it empty');
      return bookRequest({ ...step, startsOn: day, ...(isLocalTime(time) && { startsFrom: time }) }, record, now);
    }
    case 'deliver': return deliverRequest({ ...step, ...(note !== '' && { note: note.slice(0, mostNoteLetters) }) }, record, now);
    case 'pay': return request.costPence === 0 ? payRequest({ ...step, amountPence: request.costPence }, record, now) : amountPence === undefined ? noAmount : payRequest({ ...step, amountPence }, record, now);
    case 'settle-paid': return request.history.some(({ state }) => state === 'paid') ? payRequest({ ...step, amountPence: request.costPence }, record, now) : amountPence === undefined ? noAmount : payRequest({ ...step, amountPence }, record, now);
    case 'dispute': return reasonFault ?? disputeRequest({ ...step, note }, record, now);
    case 'settle-unpaid': case 'withdraw': return reasonFault ?? decideRequest({ id: request.id, decision: 'decline', by: deciderOf(identity), note }, record, now);
    case 'refund': return amountPence === undefined ? noAmount : reasonFault ?? refundRequest({ ...step, entryId: `${request.id}-refund-${request.history.length}`, amountPence, note }, record, now);
  }
}

/** Which of them may be done now. */
export function deedsFor(request: ServiceRequest, steps: ReadonlySet<string>): readonly Deed[] {
  const isQuestion = request.state === 'disputed';
  const fits: Readonly<Record<Deed, boolean>> = {
    book: steps.has('book'), deliver: steps.has('deliver'), pay: steps.has('pay') && !isQuestion, dispute: steps.has('dispute'), 'settle-paid': steps.has('pay') && isQuestion,
    'settle-unpaid': steps.has('decline') && isQuestion, refund: steps.has('refund') && request.history.some(({ state }) => state === 'paid') && request.costPence > 0, withdraw: steps.has('decline') && (request.state === 'approved' || request.state === 'booked'),
  };
  return deeds.filter((deed) => fits[deed]);
}

/** Why a deed was not done, kindly. */
export function deedRefusedText(reason: Extract<RequestChange, { kind: 'refused' }>['reason']): string {
  switch (reason) {
    case 'more-than-set-aside': return 'That is more than is set aside for it. Pay at most that, or ask for more first';
    case 'more-than-spent': return 'That is more than was paid for it, less what came back already';
    case 'no-such-spend': return 'What was paid for it is not among the last lines of the ledger. The finance team puts it right';
    case 'already-posted': case 'not-now': return 'That was done already, or cannot be done any more. Look at what happened';
    case 'no-budget': return 'There is no budget here to pay for this';
    default: return 'That cannot be done just now. Look at what happened, and try again';
  }
}
