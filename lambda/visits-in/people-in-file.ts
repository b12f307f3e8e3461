import { matchPeople, plainClient, type IncomingVisit, type KnownBy, type Matched, type ReadFile, type RowFault, type VisitRun } from '../../models/visits-in/index.ts';
import { localDate, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import { listedNow } from '../store/listed-people.ts';
import type { Table } from '../store/table.ts';
import type { PersonsVisits } from '../store/visit-run-rows.ts';
import type { VisitSourceStore } from '../store/visit-source-rows.ts';

/** What one person may have in a file; more does not fit into their record. */
const mostBytesEach = 150_000;

export interface PeopleInFile extends Pick<Matched, 'unmatched'> {
  /** Those in the file, and, where it speaks of everybody, with nothing those whose visits the source brought before. */
  readonly people: readonly PersonsVisits[];
  readonly faults: readonly RowFault[];
}

interface Finding { readonly table: Table; readonly sources: VisitSourceStore; readonly council: CouncilId; readonly sourceId: string; /** All of it is this person's, as staff said. */ readonly isAllOf?: PersonId | undefined }

/** Whose the visits of a file are. */
export async function peopleInFile({ visits, scope }: Pick<ReadFile, 'visits' | 'scope'>, { table, sources, council, sourceId, isAllOf }: Finding): Promise<PeopleInFile> {
  if (isAllOf !== undefined) {
    const faults: RowFault[] = [];
    return { people: [{ personId: isAllOf, visits: asMuchAsFits(visits, faults) }], unmatched: [], faults };
  }
  const [known, before] = await Promise.all([knownBy(table, sources, council, sourceId), sources.people(council, sourceId)]);
  const { people, unmatched } = matchPeople(visits, known);
  const faults: RowFault[] = [];
  const inFile = [...people].map(([personId, theirs]) => ({ personId, visits: asMuchAsFits(theirs, faults) }));
  return { people: [...inFile, ...(scope === 'everybody' ? before : []).filter((person) => !people.has(person)).map((personId) => ({ personId, visits: [] }))], unmatched, faults };
}

/** The days a file speaks of; with those it spoke of before, where it is the same calendar again. */
export function spanOf({ visits }: Pick<ReadFile, 'visits'>, zone: string, before?: VisitRun['span']): VisitRun['span'] {
  if (visits.length === 0) return before;
  const [first, last] = visits.reduce(([from, to], { startsAt }) => [Math.min(from, startsAt), Math.max(to, startsAt)], [Infinity, -Infinity]);
  const [from, to] = [localDate(first as Instant, zone), localDate(last as Instant, zone)];
  return before === undefined ? { from, to } : { from: before.from < from ? before.from : from, to: before.to > to ? before.to : to };
}

async function knownBy(table: Table, sources: VisitSourceStore, council: CouncilId, sourceId: string): Promise<KnownBy> {
  const [listed, linked] = await Promise.all([listedNow(table, council), sources.clients(council, sourceId)]);
  const councilNumbers = new Map<string, PersonId[]>();
  for (const { personId, councilNumber = '' } of listed) {
    const number = plainClient(councilNumber);
    if (number !== '') councilNumbers.set(number, [...(councilNumbers.get(number) ?? []), personId]);
  }
  return { councilNumbers, clients: new Map(linked.map(({ client, personId }) => [plainClient(client), personId])) };
}

function asMuchAsFits(visits: readonly IncomingVisit[], faults: RowFault[]): readonly IncomingVisit[] {
  let bytes = 0;
  const inOrder = visits.toSorted((one, other) => one.startsAt - other.startsAt);
  const cut = inOrder.findIndex((visit) => (bytes += Buffer.byteLength(JSON.stringify(visit))) > mostBytesEach);
  if (cut === -1) return inOrder;
  for (const { rows, refs } of inOrder.slice(cut)) for (const row of rows) faults.push({ row, ref: refs[0] ?? '', what: 'There are more visits for one person than can be kept', mend: 'Send fewer weeks at a time' });
  return inOrder.slice(0, cut);
}
