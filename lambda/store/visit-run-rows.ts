import * as z from 'zod/mini';
import type { IncomingVisit, RowFault, RunLine, VisitRun } from '../../models/visits-in/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { branded, instantKept, maybeInstantKept, namedKept, numberKept, textKept, whenAsked } from './kept-values.ts';
import { visitRunPartition, visitRunsPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Row, Table } from './table.ts';

const runKept = whenAsked<VisitRun>(() => branded<VisitRun>(z.looseObject({
  id: namedKept, sourceId: namedKept, fileName: textKept, by: namedKept, startedAt: instantKept, touchedAt: maybeInstantKept, hash: namedKept, state: z.enum(['reading', 'checking', 'waiting', 'importing', 'done', 'thrown-away']), rows: numberKept, visits: numberKept, faults: numberKept, notes: numberKept,
  unmatched: z.array(z.looseObject({ client: textKept, visits: numberKept, why: z.enum(['unknown', 'several']) })), unmatchedClients: numberKept, peopleOnPages: z.array(numberKept), attempts: numberKept, looked: numberKept, counts: z.looseObject({}), lineRows: numberKept,
})));
const listKept = <Item>() => whenAsked<readonly Item[]>(() => branded<readonly Item[]>(z.array(z.looseObject({}))));
const [peopleKept, linesKept, faultsKept] = [listKept<PersonsVisits>(), listKept<RunLine>(), listKept<RowFault>()];

/** What a source has of one person; empty where it had some before and has none now. */
export interface PersonsVisits { readonly personId: PersonId; readonly visits: readonly IncomingVisit[] }
export interface KeptRun { readonly run: VisitRun; readonly version: number }

const keptForMs = 30 * 86_400_000;
/** A row's document may have 300,000 bytes. */
const mostBytesInRow = 200_000;
const atOnce = 100;

/** What was sent, kept for thirty days in pages that fit into rows. */
export interface VisitRunStore {
  /** The newest first. */
  list(council: CouncilId): Promise<readonly VisitRun[]>;
  read(council: CouncilId, id: string): Promise<KeptRun | undefined>;
  /** On the version it was read at; false when another had gone on meanwhile, or it is not certain. */
  keep(council: CouncilId, run: VisitRun, version: number): Promise<boolean>;
  /** Says how many people each page holds. Throws nothing away that is there; the run itself is kept last. */
  keepPages(council: CouncilId, id: string, people: readonly PersonsVisits[], faults: readonly RowFault[], notes: readonly RowFault[]): Promise<readonly number[] | undefined>;
  page(council: CouncilId, id: string, page: number): Promise<readonly PersonsVisits[]>;
  faults(council: CouncilId, id: string, which: 'fault' | 'note'): Promise<readonly RowFault[]>;
  /** Adds lines from a row on; says how many rows there are then. */
  addLines(council: CouncilId, id: string, from: number, lines: readonly RunLine[]): Promise<number | undefined>;
  lines(council: CouncilId, id: string, rows: number): Promise<readonly RunLine[]>;
  changeLine(council: CouncilId, id: string, rows: number, change: (line: RunLine) => RunLine | undefined): Promise<boolean>;
  forget(council: CouncilId, id: string): Promise<void>;
  forgetOld(council: CouncilId, now: Instant): Promise<void>;
}

export function visitRunStore(table: Table): VisitRunStore {
  const put = async (rows: readonly Row[]): Promise<boolean> => {
    for (const row of rows) if ((await table.transact([{ do: 'put', row, when: [] }])).kind !== 'done') return false;
    return true;
  };
  const rowOf = (council: CouncilId, id: string, what: string, number: number, doc: string): Row => ({ pk: visitRunPartition(council, id), sk: numbered(what, number), version: 1, doc });
  const some = async <Item>(council: CouncilId, id: string, what: string, kept: () => z.ZodMiniType<readonly Item[]>): Promise<readonly Item[]> => (await everyRow(table, { by: 'pk', pk: visitRunPartition(council, id), from: `${what}#`, to: `${what}#~` })).flatMap((row) => valueIn(row, kept));
  const forget = async (council: CouncilId, id: string): Promise<void> => {
    const pages = await everyRow(table, { by: 'pk', pk: visitRunPartition(council, id) });
    for (let from = 0; from < pages.length; from += atOnce) await table.transact(pages.slice(from, from + atOnce).map((row): Operation => ({ do: 'delete', key: { pk: row.pk, sk: row.sk }, when: [] })));
    await table.transact([{ do: 'delete', key: { pk: visitRunsPartition(council), sk: `run#${id}` }, when: [] }]);
  };
  return {
    list: async (council) => (await everyRow(table, { by: 'pk', pk: visitRunsPartition(council) })).map((row) => valueIn(row, runKept)).toReversed(),
    read: async (council, id) => {
      const row = isRunId(id) ? await table.get({ pk: visitRunsPartition(council), sk: `run#${id}` }) : undefined;
      return row === undefined ? undefined : { run: valueIn(row, runKept), version: row.version };
    },
    keep: async (council, run, version) => (await table.transact([{ do: 'put', row: { pk: visitRunsPartition(council), sk: `run#${run.id}`, version: version + 1, doc: documentOf(run) }, when: [version === 0 ? { if: 'absent' } : { if: 'version-is', version }] }])).kind === 'done',
    keepPages: async (council, id, people, faults, notes) => {
      const pages = paged(people);
      const rows = [...pages.map(({ items }, number) => rowOf(council, id, 'people', number, documentOf(items))), ...paged(faults).map(({ items }, number) => rowOf(council, id, 'fault', number, documentOf(items))), ...paged(notes).map(({ items }, number) => rowOf(council, id, 'note', number, documentOf(items)))];
      return await put(rows) ? pages.map(({ items }) => items.length) : undefined;
    },
    page: async (council, id, page) => {
      const row = await table.get({ pk: visitRunPartition(council, id), sk: numbered('people', page) });
      return row === undefined ? [] : valueIn(row, peopleKept);
    },
    faults: (council, id, which) => some(council, id, which, faultsKept),
    addLines: async (council, id, from, lines) => {
      const rows = paged(lines).map(({ items }, number) => rowOf(council, id, 'line', from + number, documentOf(items)));
      return await put(rows) ? from + rows.length : undefined;
    },
    // Rows beyond what the run tells of are of a look that was given up.
    lines: async (council, id, rows) => (rows === 0 ? [] : (await everyRow(table, { by: 'pk', pk: visitRunPartition(council, id), from: numbered('line', 0), to: numbered('line', rows - 1) })).flatMap((row) => valueIn(row, linesKept))),
    changeLine: async (council, id, rows, change) => {
      for (const row of rows === 0 ? [] : await everyRow(table, { by: 'pk', pk: visitRunPartition(council, id), from: numbered('line', 0), to: numbered('line', rows - 1) })) {
        const before = valueIn(row, linesKept);
        const after = before.map((line) => change(line) ?? line);
        if (after.every((line, place) => line === before[place])) continue;
        const { kind } = await table.transact([{ do: 'put', row: { ...row, version: row.version + 1, doc: documentOf(after) }, when: [{ if: 'version-is', version: row.version }] }]);
        if (kind !== 'done') return false;
      }
      return true;
    },
    forget,
    forgetOld: async (council, now) => {
      const old = await everyRow(table, { by: 'pk', pk: visitRunsPartition(council), to: `run#${stamp((now - keptForMs) as Instant)}` });
      for (const { sk } of old) await forget(council, sk.slice('run#'.length));
    },
  };
}

/** Names a run so that the oldest sort first. */
export function runIdOf(at: Instant, random: string): string {
  return `${stamp(at)}-${random}`;
}

const stamp = (at: Instant): string => new Date(at).toISOString().replaceAll(/[:.]/g, '-');
const isRunId = (id: string): boolean => /^[A-Za-z0-9-]{1,80}$/.test(id);
const numbered = (what: string, number: number): string => `${what}#${String(number).padStart(6, '0')}`;

/** Cut so that each part fits into a row. */
function paged<Item>(all: readonly Item[]): readonly { readonly items: readonly Item[] }[] {
  const pages: { items: Item[] }[] = [];
  let size = 0;
  for (const item of all) {
    const bytes = Buffer.byteLength(JSON.stringify(item)) + 1;
    const page = pages.at(-1);
    if (page === undefined || size + bytes > mostBytesInRow) {
      pages.push({ items: [item] });
      size = bytes;
    } else {
      page.items.push(item);
      size += bytes;
    }
  }
  return pages;
}
