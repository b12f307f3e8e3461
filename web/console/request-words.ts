import type { RequestDraft, ReviewReason, ServiceRequest, WaitingReason } from '../../models/service-request/index.ts';
import { daysBetween, localDate, type Instant } from '../../models/shared/index.ts';
import type { Household } from '../../models/household/index.ts';
import { moneyText, momentText, timeText, weekdayText } from './words.ts';

/** Why a request waits, as staff read it. */
export const reasonText: Readonly<Record<ReviewReason, string>> = {
  'outside-plan': 'Not in the support plan', 'over-available': 'More than is left', 'over-limit': 'Over the limit for a yes at once', 'new-provider': 'A provider we do not know', recurring: 'It comes round', 'excluded-category': 'The plan leaves it out', 'unknown-cost': 'The price is not known',
};

/** The same with how far people have come: what the queue can be narrowed to. */
export const waitingText: Readonly<Record<WaitingReason, string>> = {
  ...reasonText, answered: 'Your question was answered', 'more-asked': 'More was asked', 'second-yes': 'A second has to agree', disputed: 'Somebody says it was not right', 'asked-for': 'The adviser was asked',
};

export const stateText: Readonly<Record<ServiceRequest['state'], string>> = {
  asked: 'Asked for', approved: 'Agreed', 'needs-review': 'Waits for a decision', 'more-asked': 'Waits for an answer', booked: 'Booked', delivered: 'Done, to be paid', paid: 'Paid', declined: 'Declined', cancelled: 'Cancelled', expired: 'Ran out', disputed: 'In question', refunded: 'Money came back',
};

/** "£32.50", "Free", "Not known" */
export function costText({ costPence, reasons }: ServiceRequest): string {
  return costPence === 0 ? (reasons.includes('unknown-cost') ? 'Not known' : 'Free') : moneyText(costPence);
}

const often = { 1: ', every week', 2: ', every 2 weeks', 4: ', every 4 weeks' } as const;

const unitsText = (units: number): string => (units === 0.5 ? '½' : String(units).replace('.5', '½'));

/** "2 hours of gardening with Green Fingers, every week" */
export function whatText({ unit, units = 1, what, serviceName, everyWeeks, partOf }: RequestDraft & Pick<Partial<ServiceRequest>, 'partOf'>): string {
  const amount = partOf !== undefined ? `${unitsText(units)} of the ${unitsText(partOf.units)} ${unit}s of ${what} with ` : unit === 'hour' || unit === 'day' ? `${units === 0.5 ? `Half an ${unit}`.replace('an day', 'a day') : `${unitsText(units)} ${unit}${units === 1 ? '' : 's'}`} of ${what} with ` : '';
  return `${amount}${serviceName}${everyWeeks === undefined ? '' : often[everyWeeks]}`;
}

/** "Tuesday 8 December 2026, in the morning"; for what comes round, from when. */
export function whenText({ on, at, partOfDay, everyWeeks }: RequestDraft): string {
  if (on === undefined) return everyWeeks === undefined ? 'As soon as they can' : 'On a day to be agreed';
  return `${everyWeeks === undefined ? '' : 'From '}${weekdayText(on)}${at === undefined ? (partOfDay === undefined ? '' : `, in the ${partOfDay}`) : `, ${timeText(at)}`}`;
}

/** "today", "yesterday", "12 days ago" */
export function agoText(then: Instant, now: Instant, zone: string): string {
  const days = daysBetween(localDate(then, zone), localDate(now, zone));
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`;
}

/** Who took a step, as it is read: never "person" or "rules". */
export function byText(by: string, preferred: string): string {
  return by === 'person' ? preferred : by === 'rules' ? 'My Care, by the council’s rules' : by;
}

/** What more was asked about a request and what was answered, the oldest first. */
export function questionsOf({ history }: ServiceRequest, { name, timeZone }: Household): readonly { readonly asked: string; readonly by: string; readonly answer?: { readonly words: string; readonly by: string } }[] {
  return history.flatMap(({ state, note, by, at }, place) => {
    if (state !== 'more-asked' || note === undefined) return [];
    const next = history[place + 1];
    const said = (who: string, when: Instant) => `${byText(who, name.preferred)}, ${momentText(when, timeZone)}`;
    return [{ asked: note, by: said(by, at), ...(next?.state === 'needs-review' && next.note !== undefined && { answer: { words: next.note, by: said(next.by, next.at) } }) }];
  });
}
