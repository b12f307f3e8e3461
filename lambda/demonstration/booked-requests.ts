import type { RequestBook, RequestDraft, ServiceRequest } from '../../models/service-request/index.ts';
import { addDays, multiply, toInstant, type Instant, type LocalDate, type LocalTime, type PersonId } from '../../models/shared/index.ts';
import { demonstrationZone } from './around-harrow.ts';

/** Something asked for and booked, told by how many days ago and how many ahead. */
export type Booked = Required<Pick<RequestDraft, 'serviceId' | 'serviceName' | 'providerName' | 'what' | 'category' | 'unit' | 'unitPence' | 'units'>> & {
  readonly reference: string;
  readonly askedDaysAgo: number;
  readonly inDays: number;
  readonly at: string;
  /** It was done on its day, and paid for so many days ago. */
  readonly paidDaysAgo?: number;
};

/** The requests already booked, and those paid for since, oldest first. Their money is put aside and paid in the ledger under the same ids. */
export function bookedRequests(person: PersonId, booked: readonly Booked[], today: LocalDate): RequestBook {
  return { requests: booked.map((each, place) => requestFrom(`${person}-request-${place + 1}`, each, today)) };
}

const minuteMs = 60_000;
/** After the day it is for, as requests of this kind end. */
const daysUntilExpiry = 28;

function requestFrom(id: string, { askedDaysAgo, inDays, at, reference, paidDaysAgo, ...draft }: Booked, today: LocalDate): ServiceRequest {
  const askedOn = addDays(today, -askedDaysAgo);
  const askedAt = toInstant(askedOn, '10:15' as LocalTime, demonstrationZone);
  const bookedAt = toInstant(addDays(askedOn, 1), '14:30' as LocalTime, demonstrationZone);
  const startsOn = addDays(today, inDays);
  return {
    ...draft, id, reference, isProviderApproved: true, on: startsOn, at: at as LocalTime,
    state: paidDaysAgo === undefined ? 'booked' : 'paid', costPence: multiply(draft.unitPence, draft.units), reasons: [], askedAt,
    undoUntil: (askedAt + 10 * minuteMs) as Instant,
    expiresAt: toInstant(addDays(startsOn, daysUntilExpiry), '10:15' as LocalTime, demonstrationZone),
    history: [{ state: 'asked', at: askedAt, by: 'person' }, { state: 'approved', at: askedAt, by: 'rules' }, { state: 'booked', at: bookedAt, by: draft.providerName }, ...(paidDaysAgo === undefined ? [] : paidSteps(draft.providerName, startsOn, addDays(today, -paidDaysAgo)))],
    startsOn, startsFrom: at as LocalTime,
  };
}

function paidSteps(provider: string, doneOn: LocalDate, paidOn: LocalDate): ServiceRequest['history'] {
  return [{ state: 'delivered', at: toInstant(doneOn, '15:00' as LocalTime, demonstrationZone), by: provider }, { state: 'paid', at: toInstant(paidOn, '16:00' as LocalTime, demonstrationZone), by: 'Mr Okafor' }];
}
