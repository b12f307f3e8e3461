// Promise: FHIR appointments are read entry by entry, with whom and what they refer to; what is not as FHIR has it is told of and stops nobody else's; what we write out is read back the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { visitStatuses, type CareVisit, type VisitBook } from '../../models/care-visit/index.ts';
import { instant, personId, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import type { ReadFile } from '../../models/visits-in/index.ts';
import { readFhir } from '../../lambda/visits-in/fhir/read-fhir.ts';
import { appointmentBundle } from '../../lambda/visits-in/fhir/write-appointments.ts';
import { hostileWords } from '../support/hostile-words.ts';

const now = instant(Date.parse('2026-12-01T08:00:00Z'));
const reading = { source: { names: 'first-name-first' as const, workerNames: {} }, zone: 'Europe/London', now };
const sample = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, 'fhir', `UKCore-${name}-Example.json`), 'utf8')) as object;
function read(sent: unknown, at = now): ReadFile {
  const found = readFhir(typeof sent === 'string' ? sent : JSON.stringify(sent), { ...reading, now: at });
  if (found.kind !== 'read') throw new Error(found.what);
  return found;
}
const bundle = (type: string, resources: readonly object[], more: object = {}) => ({ resourceType: 'Bundle', type, ...more, entry: resources.map((resource) => ({ fullUrl: `urn:uuid:${JSON.stringify(resource).length}`, resource })) });
const visit = { resourceType: 'Appointment', id: 'a1', status: 'booked', start: '2026-12-02T08:30:00+00:00', end: '2026-12-02T09:00:00+00:00', participant: [{ actor: { reference: 'Patient/p1' } }, { actor: { reference: 'Practitioner/E1', display: 'Priya S' } }] };
const shown = ({ visits }: ReadFile) => visits.map(({ refs, client, startsAt, minutes, state, workers, tasks }) => [refs.join('+'), client, new Date(startsAt).toISOString().slice(0, 16), minutes, state, workers.map(({ firstName, id }) => firstName ?? id).join('+'), tasks.join(', ')].join(' | '));

describe('UK Core', () => {
  test('an appointment with its patient, practitioner and service request, in a page that was searched for', () => {
    const found = read(bundle('searchset', [sample('Appointment-OrthopaedicSurgery'), sample('Patient-RichardSmith'), sample('Practitioner-ConsultantSandraGose'), sample('ServiceRequest-HipReplacement')]), instant(Date.parse('2022-03-10T08:00:00Z')));
    expect([shown(found), found.faults, found.scope]).toEqual([['e7c54d06-c5b5-4ecb-91c3-5c1e68d3b923 | 9912003888 | 2022-03-11T10:46 | 154 | confirmed | Sandra | orthopaedic Surgery'], [], 'those-named']);
  });

  test('what a service request asks for is what the visit is for, where the appointment does not say', () => {
    const [request, patient] = [sample('ServiceRequest-HipReplacement'), sample('Patient-RichardSmith')];
    const found = read(bundle('message', [{ resourceType: 'MessageHeader' }, { ...visit, participant: [{ actor: { reference: 'Patient/UKCore-Patient-RichardSmith-Example' } }], basedOn: [{ reference: 'ServiceRequest/UKCore-ServiceRequest-HipReplacement-Example' }] }, request, patient]));
    expect([shown(found)[0]?.split(' | ').at(-1), found.scope]).toEqual(['metal-on-metal hip replacement annual review', 'single-visits']);
  });
});

describe('what it means', () => {
  test.each([['pending', 'planned'], ['booked', 'confirmed'], ['arrived', 'started'], ['checked-in', 'started'], ['fulfilled', 'completed'], ['cancelled', 'cancelled'], ['entered-in-error', 'cancelled']])('%s is %s', (status, state) => {
    expect(read({ ...visit, status }).visits[0]?.state).toBe(state);
  });

  test('who called it off is in HL7’s own codes; “noshow” is taken only where it says who', () => {
    expect(read({ ...visit, status: 'cancelled', cancelationReason: { coding: [{ code: 'pat-crs' }] } }).visits[0]?.cancelled?.by).toBe('person');
    expect(read({ ...visit, status: 'noshow' }).faults.map(({ what }) => what)).toEqual(['It says that somebody did not come, and not who']);
    expect(read({ ...visit, status: 'noshow', extension: [{ url: 'urn:my-care:fhir:absent', valueCode: 'care-worker' }] }).visits[0]?.state).toBe('missed');
  });

  test('of several versions the last changed holds; a page with another to follow says nothing of who is missing', () => {
    const found = read(bundle('searchset', [{ ...visit, start: '2026-12-02T08:45:00Z', meta: { lastUpdated: '2026-11-02T00:00:00Z' } }, { ...visit, meta: { lastUpdated: '2026-11-01T00:00:00Z' } }], { link: [{ relation: 'next' }] }));
    expect([shown(found)[0]?.split(' | ')[2], found.visits.length, found.scope]).toEqual(['2026-12-02T08:45', 1, 'single-visits']);
  });

  test.each([
    [{ start: '2026-12-02' }, 'It has no start with an offset from UTC'], [{ start: undefined }, 'It has no start with an offset from UTC'], [{ end: undefined }, 'It does not say for how long, or ends before it starts'], [{ end: '2026-12-02T08:00:00Z' }, 'It does not say for how long, or ends before it starts'],
    [{ participant: [] }, 'No Patient takes part'], [{ status: 'booked!' }, 'It is not as FHIR has it: “status”'], [{ participant: 'x' }, 'It is not as FHIR has it: “participant”'], [{ id: undefined }, 'It has no identifier and no id, or one that is too long'], [{ start: 7 }, 'It is not as FHIR has it: “start”'],
  ])('with %j it is told of, and the others are read', (change, what) => {
    const found = read(bundle('message', [{ ...visit, ...change }, { ...visit, id: 'a2', start: '2026-12-03T08:30:00Z', end: '2026-12-03T09:00:00Z' }]));
    expect([found.faults.map((fault) => [fault.row, fault.what, fault.mend !== '']), found.visits.length]).toEqual([[[1, what, true]], 1]);
  });

  test.each(['', '{', '[]', 'null', '{"resourceType":"Patient"}', '{"resourceType":"Bundle"}', '{"resourceType":"Bundle","type":"document"}', `${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)}`])('%.40s is refused', (text) => {
    expect(readFhir(text, reading).kind).toBe('refused');
  });
});

describe('round trips and rubbish', () => {
  test('visits written out are read back the same', () => {
    const one = fc.record({ id: fc.uuid(), start: fc.integer({ min: 60, max: 40 * 1_440 }), minutes: fc.integer({ min: 1, max: 600 }), status: fc.constantFrom(...visitStatuses), workers: fc.uniqueArray(fc.constantFrom('E1', 'E2', 'E3'), { maxLength: 2 }), reason: fc.constantFrom(...hostileWords.filter((each) => each.length < 200)) });
    fc.assert(fc.property(fc.uniqueArray(one, { selector: ({ start }) => start, maxLength: 10 }), (made) => {
      const visits = made.map(({ id, start, minutes, status, workers, reason }): CareVisit => ({
        id, on: '2026-12-01' as LocalDate, from: '08:00' as LocalTime, minutes, startsAt: (now + start * 60_000) as Instant, endsAt: (now + (start + minutes) * 60_000) as Instant, workerIds: workers, tasks: ['help with lunch'], isTimeCritical: false, status,
        ...(status === 'cancelled' && { cancelled: { by: 'agency', reason, at: now } }),
      }));
      const book = { workers: ['E1', 'E2', 'E3'].map((id) => ({ id, firstName: `Name ${id}`.replaceAll(/\d/g, '') })) } as unknown as VisitBook;
      const found = read(appointmentBundle({ personId: personId('margaret'), councilNumber: 'H100' }, book, visits));
      const stateOf = { planned: 'planned', confirmed: 'confirmed', 'en-route': 'confirmed', started: 'started', 'part-started': 'started', completed: 'completed', short: 'completed', missed: 'missed', cancelled: 'cancelled' } as const;
      expect(found.faults).toEqual([]);
      expect(found.visits.map(({ refs, client, startsAt, minutes, state, workers, tasks }) => [refs[0], client, startsAt, minutes, state, workers.map(({ id }) => id).toSorted(), tasks]).toSorted())
        .toEqual(visits.map(({ id, startsAt, minutes, status, workerIds, tasks }) => [id, 'H100', startsAt, minutes, stateOf[status], [...workerIds].toSorted(), tasks]).toSorted());
    }), { numRuns: 80 });
  });

  test('hostile words in every field are text, a fault or nothing', () => {
    const paths: readonly ((words: string) => object)[] = [
      (words) => ({ id: words }), (words) => ({ identifier: [{ value: words }] }), (words) => ({ status: words }), (words) => ({ start: words }), (words) => ({ end: words }), (words) => ({ description: words }), (words) => ({ serviceType: [{ text: words }] }),
      (words) => ({ participant: [{ actor: { reference: words, type: 'Patient' } }] }), (words) => ({ participant: [{ actor: { reference: 'Patient/p1' } }, { actor: { reference: `Practitioner/${words}`, display: words } }] }), (words) => ({ status: 'cancelled', cancelationReason: { text: words } }),
    ];
    for (const words of hostileWords) {
      for (const path of paths) {
        const found = readFhir(JSON.stringify(bundle('message', [{ ...visit, ...path(words) }])), reading);
        expect(found.kind).toBe('read');
        if (found.kind === 'read') expect(found.visits.length + found.faults.length).toBe(1);
      }
    }
  });

  test('any JSON is read or refused', () => {
    fc.assert(fc.property(fc.json(), fc.jsonValue(), (text, value) => {
      expect(['read', 'refused']).toContain(readFhir(text, reading).kind);
      expect(['read', 'refused']).toContain(readFhir(JSON.stringify(bundle('searchset', [{ ...visit, participant: value }, value as object])), reading).kind);
    }), { numRuns: 300 });
  });
});
