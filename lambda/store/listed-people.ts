import type { Household } from '../../models/household/index.ts';
import type { Clock, CouncilId, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { councilPartition, listedKey } from './keys.ts';
import { documentOf } from './row-document.ts';
import type { Operation, Table } from './table.ts';

/** One person in a council's list, as staff look for them. */
export interface ListedPerson { readonly personId: PersonId; readonly name: string; readonly preferred: string; readonly councilNumber?: string; readonly hasLeft?: true }

export function listedOperation(council: CouncilId, { personId, name, councilNumber, left }: Pick<Household, 'personId' | 'name' | 'councilNumber' | 'left'>): Operation {
  return { do: 'put', row: { ...listedKey(council, personId), version: 1, doc: documentOf({ name: name.full, preferred: name.preferred, ...(councilNumber !== undefined && { councilNumber }), ...(left !== undefined && { hasLeft: true }) }) }, when: [] };
}

/** The people of a council by id, from the one after this on; at most so many. */
export async function listedAfter(table: Table, council: CouncilId, after: PersonId | undefined, most: number): Promise<readonly PersonId[]> {
  const { rows } = await table.query({ by: 'pk', pk: councilPartition(council), from: after === undefined ? 'person#' : listedKey(council, after).sk, to: 'person#~', limit: most + 1 });
  return rows.map(({ sk }) => sk.slice('person#'.length) as PersonId).filter((id) => id !== after).slice(0, most);
}

export async function countListed(table: Table, council: CouncilId): Promise<number> {
  return (await everyRow(table, { by: 'pk', pk: councilPartition(council), from: 'person#', to: 'person#~', limit: 1_000 })).length;
}

/** Everybody of a council as of this moment, by name. */
export async function listedNow(table: Table, council: CouncilId): Promise<readonly ListedPerson[]> {
  return (await everybody(table, council)).map(({ plain: _, ...person }) => person);
}

const freshForMs = 10_000;

/** Finds people of a council by name, or by the council's number. The list is read anew at most every ten seconds: looking for somebody is typing, not waiting. */
export function listedPeople(table: Table, clock: Clock): (council: CouncilId, words: string) => Promise<readonly ListedPerson[]> {
  const read = new Map<CouncilId, { readonly at: number; readonly people: readonly (ListedPerson & { readonly plain: string })[] }>();
  return async (council, words) => {
    const known = read.get(council);
    const isFresh = known !== undefined && clock() - known.at < freshForMs && clock() >= known.at;
    const people = isFresh ? known.people : await everybody(table, council);
    if (!isFresh) read.set(council, { at: clock(), people });
    const wanted = plain(words).split(' ').filter((word) => word !== '');
    return people.filter((person) => wanted.every((word) => person.plain.includes(word)));
  };
}

const byName = new Intl.Collator('en-GB');

/** By name. */
async function everybody(table: Table, council: CouncilId): Promise<readonly (ListedPerson & { readonly plain: string })[]> {
  const rows = await everyRow(table, { by: 'pk', pk: councilPartition(council), from: 'person#', to: 'person#~', limit: 1_000 });
  return rows.map(({ sk, doc }) => {
    const { value } = JSON.parse(doc) as { readonly value: Partial<Pick<ListedPerson, 'name' | 'preferred' | 'councilNumber' | 'hasLeft'>> };
    const personId = sk.slice('person#'.length) as PersonId;
    const [name, preferred] = [value.name ?? personId, value.preferred ?? personId];
    return { personId, name, preferred, ...(value.councilNumber !== undefined && { councilNumber: value.councilNumber }), ...(value.hasLeft === true && { hasLeft: true as const }), plain: plain(`${name} ${preferred} ${value.councilNumber ?? ''}`) };
  }).sort((one, other) => byName.compare(one.name, other.name));
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
