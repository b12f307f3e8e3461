import type { BudgetEntry } from '../../models/budget/index.ts';
import type { Household } from '../../models/household/index.ts';
import type { ServiceRequest } from '../../models/service-request/index.ts';
import { localTime } from '../../models/shared/index.ts';
import { entryText } from './budget-words.ts';
import { byText, waitingText } from './request-words.ts';
import { dateText, lowerFirst, moneyText, momentText, timeText, weekdayText } from './words.ts';

interface Line { readonly what: string; readonly when: string; readonly said?: string }

/** Everything that happened to a request: who did what and when, in words, the oldest first. */
export function historyText(request: ServiceRequest, { name, timeZone }: Household): readonly Line[] {
  const steps = request.history.map((step, place): Line => {
    const said = step.note === undefined ? {} : { said: step.note };
    return { what: stepText(request, place, byText(step.by, name.preferred)), when: momentText(step.at, timeZone), ...said };
  });
  const first = request.state === 'needs-review' ? request.firstYes : undefined;
  return first === undefined ? steps : [...steps, { what: `${first.name} agreed, at ${moneyText(first.costPence)}. A second has to agree as well`, when: momentText(first.at, timeZone), ...(first.note !== undefined && { said: first.note }) }];
}

function stepText(request: ServiceRequest, place: number, by: string): string {
  const step = request.history[place];
  const before = request.history[place - 1];
  switch (step?.state) {
    case 'asked': return `Asked for by ${request.askedBy?.name ?? by}`;
    case 'needs-review':
      if (before?.state === 'more-asked') return `Answered by ${by}`;
      return step.by === 'rules' ? `Sent to the council to decide${why(request)}` : `Split by ${by}, to agree to a part`;
    case 'approved': return `Agreed to by ${by}`;
    case 'more-asked': return `${by} asked for more`;
    case 'booked': return `Booked${request.startsOn === undefined ? '' : ` for ${weekdayText(request.startsOn)}${request.startsFrom === undefined ? '' : `, ${timeText(request.startsFrom)}`}`}, as ${by} says`;
    case 'delivered': return `Done, as ${by} says`;
    case 'paid': return before?.state === 'disputed' && request.history.slice(0, place).some(({ state }) => state === 'paid') ? `${by} settled the question: it stays paid` : `Paid for by ${by}`;
    case 'declined': return before?.state === 'disputed' ? `${by} settled the question: it is not paid for` : `Declined by ${by}`;
    case 'cancelled': return `Cancelled by ${by}`;
    case 'expired': return 'Ran out: nobody had decided, or nothing had come of it, in its time';
    case 'disputed': return `${by} says that it was not right`;
    case 'refunded': return `${by} put money back into the budget`;
    case undefined: return '';
  }
}

function why({ reasons }: ServiceRequest): string {
  return reasons.length === 0 ? '' : `: ${reasons.map((reason) => lowerFirst(waitingText[reason])).join(', ')}`;
}

/** What its money did: the lines of the ledger that name it, the oldest first. */
export function moneyOf({ id }: Pick<ServiceRequest, 'id'>, recent: readonly BudgetEntry[], { timeZone }: Household): readonly Line[] {
  return recent.filter(({ requestId }) => requestId === id).toReversed().map(({ kind, amountPence, on, at }) => ({ what: `${moneyText(amountPence)}: ${lowerFirst(entryText[kind])}`, when: `${dateText(on)}, ${timeText(localTime(at, timeZone))}` }));
}
