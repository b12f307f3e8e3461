// A running house with somebody whose visits are on now: one by one care worker, one by two together; and somebody whom another provider visits.
import type { CareVisit, VisitBook } from '../../models/care-visit/index.ts';
import { instant, localDate, localTime, personId, type PersonId } from '../../models/shared/index.ts';
import { consoleServices } from '../../lambda/console/console-services.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

export const ada = personId('ada');
export const bert = personId('bert');
const zone = 'Europe/London';
const minuteMs = 60_000;

export type WorkersWorld = Awaited<ReturnType<typeof workersWorld>>;

export async function workersWorld() {
  const world = await consoleWorld();
  const { services, clock, table } = world.house;
  const console_ = consoleServices(services, { madeUp: [], sendCode: () => Promise.resolve() });
  const now = clock();
  const visit = (id: string, startsInMinutes: number, workerIds: readonly string[], more: Partial<CareVisit> = {}): CareVisit => {
    const startsAt = instant(Math.floor(now / minuteMs) * minuteMs + startsInMinutes * minuteMs);
    return { id, on: localDate(startsAt, zone), from: localTime(startsAt, zone), minutes: 45, startsAt, endsAt: instant(startsAt + 45 * minuteMs), workerIds, tasks: ['breakfast', 'a <b>wash</b>'], isTimeCritical: false, status: 'planned', ...more };
  };
  const addPerson = async (id: PersonId, name: string, providerId: string, visits: readonly CareVisit[]) => {
    await console_.peopleDesk.add({ personId: id, about: { full: `${name} Tester`, preferred: name, area: 'Harrow' }, adviser: 'Mr Okafor', by: 'staff:test', at: now });
    const record = (await services.records.byPerson(harrow, id))!;
    const book: VisitBook = { ...record.visitBook, provider: { id: providerId, name: providerId, phone: '020 7946 0099', officeContact: 'Ann', lateAfterMinutes: 15 }, workers: [{ id: 'priya', firstName: 'Priya' }, { id: 'sam', firstName: 'Sam' }], visits };
    await services.records.save(record, { idempotencyKey: `visits-${id}`, at: now, visitBook: book, audit: [] });
  };
  await addPerson(ada, 'Ada', 'kindly-care', [visit('one', -5, ['priya']), visit('two', -4, ['priya', 'sam']), visit('offline', -3, ['priya']), visit('far', 9 * 60, ['priya']), visit('long-ago', -3 * 1_440, ['priya'])]);
  await addPerson(bert, 'Bert', 'other-care', [visit('berts', -5, ['priya'])]);
  return {
    ...world, table, console: console_, addPerson, visit,
    visitOf: async (id: string, person = ada) => (await services.records.byPerson(harrow, person))!.visitBook.visits.find((each) => each.id === id)!,
  };
}

export const pageOf = (visitId: string, person: PersonId = ada): string => `/work/visits/${person}/${visitId}`;
