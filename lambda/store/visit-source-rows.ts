import * as z from 'zod/mini';
import { columnFields, plainClient, type VisitSource } from '../../models/visits-in/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { branded, namedKept, numberKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { visitClientsPartition, visitSourcesPartition } from './keys.ts';
import { documentOf, documentWith, valueIn } from './row-document.ts';
import type { Operation, Table } from './table.ts';

const sourceKept = whenAsked<VisitSource>(() => branded<VisitSource>(z.looseObject({
  id: namedKept, name: namedKept, provider: z.looseObject({ id: namedKept, name: namedKept, phone: textKept, officeContact: textKept, lateAfterMinutes: numberKept }),
  columns: z.exactOptional(z.partialRecord(z.enum(columnFields), textKept)), names: z.enum(['first-name-first', 'surname-first']), workerNames: z.record(z.string(), textKept), heardEveryHours: numberKept,
})));
const clientKept = whenAsked(() => z.looseObject({ client: namedKept, personId: personIdKept }));

interface KeptSource { readonly source: VisitSource; readonly version: number }
interface LinkedClient { readonly client: string; readonly personId: PersonId }

/** The systems a council's visits come from, and whom each calls what. */
export interface VisitSourceStore {
  all(council: CouncilId): Promise<readonly VisitSource[]>;
  find(council: CouncilId, id: string): Promise<KeptSource | undefined>;
  /** Only on the version it was read at; 0 for a new one. */
  keep(council: CouncilId, source: VisitSource, version: number): Promise<'kept' | 'changed-meanwhile' | 'unknown'>;
  clients(council: CouncilId, sourceId: string): Promise<readonly LinkedClient[]>;
  /** Says who a client of the source is; without a person, that nobody has said. */
  link(council: CouncilId, sourceId: string, client: string, person: PersonId | undefined): Promise<'kept' | 'unknown'>;
  /** Everybody whose visits the source has ever brought. */
  people(council: CouncilId, sourceId: string): Promise<readonly PersonId[]>;
  remember(council: CouncilId, sourceId: string, people: readonly PersonId[]): Promise<void>;
}

const atOnce = 100;

export function visitSourceStore(table: Table): VisitSourceStore {
  return {
    all: async (council) => (await everyRow(table, { by: 'pk', pk: visitSourcesPartition(council) })).map((row) => valueIn(row, sourceKept)),
    find: async (council, id) => {
      const row = isPlain(id) ? await table.get({ pk: visitSourcesPartition(council), sk: `source#${id}` }) : undefined;
      return row === undefined ? undefined : { source: valueIn(row, sourceKept), version: row.version };
    },
    keep: async (council, source, version) => {
      const key = { pk: visitSourcesPartition(council), sk: `source#${source.id}` };
      const before = version === 0 ? undefined : await table.get(key);
      const doc = before === undefined ? documentOf(source) : documentWith(before.doc, sourceKept, source);
      const { kind } = await table.transact([{ do: 'put', row: { ...key, version: version + 1, doc }, when: [version === 0 ? { if: 'absent' } : { if: 'version-is', version }] }]);
      return kind === 'done' ? 'kept' : kind === 'refused' ? 'changed-meanwhile' : 'unknown';
    },
    clients: async (council, sourceId) => (await everyRow(table, { by: 'pk', pk: visitClientsPartition(council, sourceId), from: 'client#', to: 'client$' })).map((row) => valueIn(row, clientKept)),
    link: async (council, sourceId, client, personId) => {
      const key = { pk: visitClientsPartition(council, sourceId), sk: `client#${plainClient(client)}` };
      const operation: Operation = personId === undefined ? { do: 'delete', key, when: [] } : { do: 'put', row: { ...key, version: 1, doc: documentOf({ client, personId }) }, when: [] };
      return (await table.transact([operation])).kind === 'done' ? 'kept' : 'unknown';
    },
    people: async (council, sourceId) => (await everyRow(table, { by: 'pk', pk: visitClientsPartition(council, sourceId), from: 'person#', to: 'person#~', limit: 1_000 })).map(({ sk }) => sk.slice('person#'.length) as PersonId),
    remember: async (council, sourceId, people) => {
      for (let from = 0; from < people.length; from += atOnce) {
        await table.transact(people.slice(from, from + atOnce).map((person): Operation => ({ do: 'put', row: { pk: visitClientsPartition(council, sourceId), sk: `person#${person}`, version: 1, doc: documentOf({}) }, when: [] })));
      }
    },
  };
}

const isPlain = (id: string): boolean => /^[a-z0-9-]{1,50}$/.test(id);
