import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { MoneyCounts, MoneyFileBroughtIn } from '../../models/money-in/index.ts';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { instantKept, maybeInstantKept, namedKept, numberKept, textKept, whenAsked } from './kept-values.ts';
import { moneyFilesPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import { StoreDoesNotAnswer } from './store-errors.ts';
import type { Row, Table } from './table.ts';

const countsKept = () => z.looseObject({ posts: numberKept, waits: numberKept, there: numberKept, left: numberKept });
const fileKept = whenAsked<MoneyFileBroughtIn>(() => z.looseObject({
  id: namedKept, source: namedKept, fileName: textKept, by: textKept, startedAt: instantKept, part: numberKept, parts: numberKept, rows: numberKept, finishedAt: maybeInstantKept, counts: z.exactOptional(countsKept()),
}));
const mostListed = 50;

/** Files of money that were brought in, in the books for good: who, when, and how many rows became what. */
export interface MoneyFileStore {
  /** The newest first, fifty at most. */
  newest(council: CouncilId): Promise<readonly MoneyFileBroughtIn[]>;
  /** Written down before anything moves; throws where that is not certain. */
  begin(council: CouncilId, file: Omit<MoneyFileBroughtIn, 'id' | 'finishedAt' | 'counts'>): Promise<MoneyFileBroughtIn>;
  finish(council: CouncilId, file: MoneyFileBroughtIn, counts: MoneyCounts, at: Instant): Promise<void>;
}

export function moneyFileStore(table: Table): MoneyFileStore {
  const rowOf = (council: CouncilId, file: MoneyFileBroughtIn, version: number): Row => ({ pk: moneyFilesPartition(council), sk: `file#${file.id}`, version, doc: documentOf(file) });
  return {
    newest: async (council) => (await everyRow(table, { by: 'pk', pk: moneyFilesPartition(council) })).toReversed().slice(0, mostListed).map((row) => valueIn(row, fileKept)),
    begin: async (council, about) => {
      const file = { ...about, id: `${new Date(about.startedAt).toISOString().replaceAll(/[:.]/g, '-')}-${randomBytes(4).toString('hex')}` };
      if ((await table.transact([{ do: 'put', row: rowOf(council, file, 1), when: [{ if: 'absent' }] }])).kind !== 'done') throw new StoreDoesNotAnswer('the file of money may not have been written down, and nothing was brought in');
      return file;
    },
    finish: async (council, file, counts, finishedAt) => { await table.transact([{ do: 'put', row: rowOf(council, { ...file, counts, finishedAt }, 2), when: [{ if: 'version-is', version: 1 }] }]); },
  };
}
