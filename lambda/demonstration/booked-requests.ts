import type { RequestBook, RequestDraft, ServiceRequest } from '../../models/service-request/index.ts';
import { addDays, multiply, toInstant, type Instant, type LocalDate, type LocalTime, type PersonId } from '../../models/shared/index.ts';
import { demonstrationZone } from './around-harrow.ts';

/** Something asked for and booked, told by how many days ago and how many ahead. */
export type Booked = Required<Pick<RequestDraft, 'serviceId' | 'serviceName' | 'providerName' | 'what' | 'category' | 'unit' | 'unitPence' | 'units'>> & {
  readonly reference: string;
  readonly askedDaysAgo: number;
  readonly inDays: number;
  readonly at: string;
};

/** The requests already booked, oldest first. Their money is put aside in the ledger under the same ids. */
export function bookedRequests(person: PersonId, booked: readonly Booked[], today: LocalDate): RequestBook {
  return { requests: booked.map((each, place) => requestFrom(`${person}-request-${place + 1}`, each, today)) };
}

const minuteMs = 60_000;
/** After the day it is for, as requests of this kind end. */
const daysUntilExpiry = 28;

function requestFrom(id: string, { askedDaysAgo, inDays, at, reference, ...draft }: Booked, today: LocalDate): ServiceRequest {
  const askedOn = addDays(today, -askedDaysAgo);
  const askedAt = toInstant(askedOn, '10:15' as LocalTime, demonstrationZone);
  const bookedAt = toInstant(addDays(askedOn, 1), '14:30' as LocalTime, demonstrationZone);
  const startsOn = addDays(today, inDays);
  return {
    ...draft, id, reference, isProviderApproved: true, on: startsOn, at: at as LocalTime,
    state: 'booked', costPence: multiply(draft.unitPence, draft.units), reasons: [], askedAt,
    undoUntil: (askedAt + 10 * minuteMs) as Instant,
    expiresAt: toInstant(addDays(startsOn, daysUntilExpiry), '10:15' as LocalTime, demonstrationZone),
    history: [{ state: 'asked', at: askedAt, by: 'person' }, { state: 'approved', at: askedAt, by: 'rules' }, { state: 'booked', at: bookedAt, by: draft.providerName }],
    startsOn, startsFrom: at as LocalTime,
  };
}
