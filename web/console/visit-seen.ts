import type { VisitSeen } from '../../models/access/index.ts';
import { visitById } from '../../models/care-visit/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { localDate, type Instant } from '../../models/shared/index.ts';

/** The visit an address names, as the table of access asks of it; nothing where it names none of an agency's. */
export function visitSeen({ visitBook, household: { timeZone } }: PersonRecord, visitId: unknown, now: Instant): { readonly visit?: VisitSeen } {
  const visit = typeof visitId === 'string' ? visitById(visitBook, visitId, timeZone) : undefined;
  if (visit === undefined || visit.forRequestId !== undefined) return {};
  return { visit: { providerId: visitBook.provider.id, on: visit.on, today: localDate(now, timeZone) } };
}
