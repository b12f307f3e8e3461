import type { PersonRecord } from '../../models/person-record/index.ts';
import type { RequestDraft, RequestSetting, ReviewReason, ServiceRequest } from '../../models/service-request/index.ts';
import { moneyText, timeText, weekdayText } from './words.ts';

/** Why a request waits, as staff read it. */
export const reasonText: Readonly<Record<ReviewReason, string>> = {
  'outside-plan': 'Not in the support plan', 'over-available': 'More than is left', 'over-limit': 'Over the limit for a yes at once', 'new-provider': 'A provider we do not know', recurring: 'It comes round', 'excluded-category': 'The plan leaves it out', 'unknown-cost': 'The price is not known',
};

export const stateText: Readonly<Record<ServiceRequest['state'], string>> = {
  asked: 'Asked for', approved: 'Agreed', 'needs-review': 'Waits for a decision', booked: 'Booked', delivered: 'Done, to be paid', paid: 'Paid', declined: 'Declined', cancelled: 'Cancelled', expired: 'Ran out', disputed: 'In question', refunded: 'Money came back',
};

/** "£32.50", "Free", "Not known" */
export function costText({ costPence, reasons }: ServiceRequest): string {
  return costPence === 0 ? (reasons.includes('unknown-cost') ? 'Not known' : 'Free') : moneyText(costPence);
}

export const isWaiting = ({ state }: ServiceRequest): boolean => state === 'needs-review' || state === 'disputed';

/** What the rules about money and plans look at. */
export function settingOf({ budget, requestBook, outcomeBook }: PersonRecord): RequestSetting {
  return { budget, requestBook, goals: outcomeBook.goals, excluded: outcomeBook.excluded };
}

const often = { 1: ', every week', 2: ', every 2 weeks', 4: ', every 4 weeks' } as const;

/** "2 hours of gardening with Green Fingers, every week" */
export function whatText({ unit, units = 1, what, serviceName, everyWeeks }: RequestDraft): string {
  const amount = unit === 'hour' || unit === 'day' ? `${units === 0.5 ? `Half an ${unit}`.replace('an day', 'a day') : `${String(units).replace('.5', '½')} ${unit}${units === 1 ? '' : 's'}`} of ${what} with ` : '';
  return `${amount}${serviceName}${everyWeeks === undefined ? '' : often[everyWeeks]}`;
}

/** "Tuesday 8 December 2026, in the morning"; for what comes round, from when. */
export function whenText({ on, at, partOfDay, everyWeeks }: RequestDraft): string {
  if (on === undefined) return everyWeeks === undefined ? 'As soon as they can' : 'On a day to be agreed';
  return `${everyWeeks === undefined ? '' : 'From '}${weekdayText(on)}${at === undefined ? (partOfDay === undefined ? '' : `, in the ${partOfDay}`) : `, ${timeText(at)}`}`;
}
