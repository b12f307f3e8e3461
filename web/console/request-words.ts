import type { ReviewReason, ServiceRequest } from '../../models/service-request/index.ts';
import { moneyText } from './words.ts';

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
