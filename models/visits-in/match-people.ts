import type { PersonId } from '../shared/index.ts';
import type { IncomingVisit } from './incoming-visit.ts';
import type { Unmatched } from './run.ts';

/** By what a person may be known: the council's numbers, and a source's own names for its clients, as staff linked them. */
export interface KnownBy {
  readonly councilNumbers: ReadonlyMap<string, readonly PersonId[]>;
  readonly clients: ReadonlyMap<string, PersonId>;
}

export interface Matched { readonly people: ReadonlyMap<PersonId, readonly IncomingVisit[]>; readonly unmatched: readonly Unmatched[] }

/** Visits by the person they are for. Somebody who is not known, or whose number two people have, is told of and never guessed. */
export function matchPeople(visits: readonly IncomingVisit[], { councilNumbers, clients }: KnownBy): Matched {
  const people = new Map<PersonId, IncomingVisit[]>();
  const unmatched: Unmatched[] = [];
  for (const [client, theirs] of Map.groupBy(visits, (visit) => visit.client)) {
    const linked = clients.get(plainClient(client));
    const numbered = linked === undefined ? councilNumbers.get(plainClient(client)) ?? [] : [linked];
    const [person, other] = numbered;
    if (person === undefined || other !== undefined) {
      unmatched.push({ client, visits: theirs.length, why: person === undefined ? 'unknown' : 'several' });
      continue;
    }
    const known = people.get(person);
    if (known === undefined) people.set(person, [...theirs]);
    else for (const visit of theirs) known.push(visit);
  }
  return { people, unmatched: unmatched.toSorted((one, other) => other.visits - one.visits) };
}

/** Numbers are the same whatever their capitals and spaces. */
export function plainClient(client: string): string {
  return client.normalize('NFKC').toUpperCase().replaceAll(/\s+/g, '');
}
