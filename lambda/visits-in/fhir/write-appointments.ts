import type { CareVisit, VisitBook, VisitStatus } from '../../../models/care-visit/index.ts';
import type { Household } from '../../../models/household/index.ts';
import { absentExtension, visitSystem } from './fhir-schemas.ts';

const statusOf: Readonly<Record<VisitStatus, string>> = { planned: 'pending', confirmed: 'booked', 'en-route': 'booked', 'part-started': 'arrived', started: 'arrived', completed: 'fulfilled', short: 'fulfilled', cancelled: 'cancelled', missed: 'noshow' };
const cancelCode = { person: 'pat', family: 'other', agency: 'prov', council: 'other' } as const;

/** Visits as a FHIR R4 collection of UK Core Appointments, one for each: who it is for by the council's number, care workers by first name. A missed visit says that it was the care worker who did not come. */
export function appointmentBundle({ personId, councilNumber }: Pick<Household, 'personId' | 'councilNumber'>, { workers }: VisitBook, visits: readonly CareVisit[]): object {
  return {
    resourceType: 'Bundle', type: 'collection', entry: visits.map((visit) => ({ resource: {
      resourceType: 'Appointment', meta: { profile: ['https://fhir.hl7.org.uk/StructureDefinition/UKCore-Appointment'] }, ...(visit.status === 'missed' && { extension: [{ url: absentExtension, valueCode: 'care-worker' }] }),
      identifier: [{ system: visitSystem, value: visit.id }], status: statusOf[visit.status], ...(visit.tasks.length > 0 && { serviceType: visit.tasks.map((text) => ({ text })) }), start: utc(visit.startsAt), end: utc(visit.endsAt), minutesDuration: visit.minutes,
      ...(visit.cancelled !== undefined && { cancelationReason: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/appointment-cancellation-reason', code: cancelCode[visit.cancelled.by] }], ...(visit.cancelled.reason !== '' && { text: visit.cancelled.reason }) } }),
      participant: [
        { actor: { type: 'Patient', identifier: { value: councilNumber ?? personId } }, status: 'accepted' },
        ...visit.workerIds.map((id) => ({ actor: { type: 'Practitioner', identifier: { value: id }, display: workers.find((worker) => worker.id === id)?.firstName ?? 'Care worker' }, status: 'accepted' })),
      ],
    } })),
  };
}

const utc = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}+00:00`;
