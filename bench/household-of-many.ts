import { localDate, personId, type Instant, type PersonId } from '../models/shared/index.ts';
import { demonstrationPeople } from '../lambda/demonstration/demonstration-people.ts';
import { seedDemonstration } from '../lambda/demonstration/seed-demonstration.ts';
import { deskAlexaId } from '../lambda/desk-speaker/desk-alexa-id.ts';
import { readConfig } from '../lambda/config.ts';
import { buildServices, type Services } from '../lambda/services.ts';
import { createPerson } from '../lambda/store/create-person.ts';
import { speakerKeyOf } from '../lambda/store/speaker-key.ts';
import { speakerLinks } from '../lambda/store/speaker-links.ts';
import type { Table } from '../lambda/store/table.ts';

/** Our whole skill over a store that also holds so many copies of Margaret, each with a speaker of their own. */
export function skillOver(table: Table, at: Instant): Services {
  const silent = { fault: (code: string, _: unknown, cause: unknown) => { throw new Error(`The bench met a fault: ${code}`, { cause }); } };
  return buildServices(readConfig({}), { table, clock: () => at, random: () => 0, log: silent });
}

export async function fill(table: Table, people: number, at: Instant): Promise<void> {
  await seedDemonstration({ table, links: speakerLinks(table), now: at });
  const [margaret] = demonstrationPeople(localDate(at, 'Europe/London'), at, () => ({ salt: '', hash: '' }));
  if (margaret === undefined) throw new Error('Nobody to copy');
  // The copies are lean, so that a hundred thousand of them fit on a disk; it is their number that is measured.
  const { about: _, ...whole } = margaret;
  const record = { ...whole, visitBook: { ...whole.visitBook, visits: whole.visitBook.visits.slice(-4) }, entries: [] };
  const links = speakerLinks(table);
  for (let number = 0; number < people; number += 1) {
    const id: PersonId = personId(copyName(number));
    await createPerson(table, { ...record, personId: id, household: { ...record.household, personId: id } });
    await links.linkByUnit(record.councilId, id, { key: speakerKeyOf(deskAlexaId(id)), alexaId: deskAlexaId(id) }, at);
  }
}

export const copyName = (number: number): string => `margaret-${number}`;
