import * as z from 'zod/mini';
import type { CouncilId } from '../../models/shared/index.ts';
import { notReadIn, type DirectoryReport, type RecordTold } from '../../web/console/directory-report-port.ts';
import { branded, instantKept, maybeInstantKept, maybeTextKept, namedKept, numberKept, textKept, whenAsked } from './kept-values.ts';
import { directoryReportKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const reportKept = whenAsked<DirectoryReport>(() => branded<DirectoryReport>(z.looseObject({
  at: instantKept, from: textKept, outcome: z.enum(['read-in', ...notReadIn]), why: maybeTextKept, readInAt: maybeInstantKept, services: numberKept, gone: numberKept, counts: z.looseObject({ used: numberKept, doubtful: numberKept, kept: numberKept, refused: numberKept }),
  records: z.array(z.looseObject({ id: textKept, name: maybeTextKept, outcome: z.enum(['used-with-doubts', 'refused', 'kept']), words: namedKept })), recordsInAll: numberKept,
})));

/** A row's document may have 300,000 bytes. */
const mostBytes = 200_000;

export async function directoryReport(table: Table, council: CouncilId): Promise<DirectoryReport | undefined> {
  const row = await table.get(directoryReportKey(council));
  return row === undefined ? undefined : valueIn(row, reportKept);
}

/** In place of the one before. False where it is not certain. */
export async function keepDirectoryReport(table: Table, council: CouncilId, report: Omit<DirectoryReport, 'readInAt' | 'recordsInAll'>): Promise<boolean> {
  const row = await table.get(directoryReportKey(council));
  const readInAt = report.outcome === 'read-in' ? report.at : row === undefined ? undefined : valueIn(row, reportKept).readInAt;
  const kept: DirectoryReport = { ...report, records: asManyAsFit(report.records), recordsInAll: report.records.length, ...(readInAt !== undefined && { readInAt }) };
  return (await table.transact([{ do: 'put', row: { ...directoryReportKey(council), version: (row?.version ?? 0) + 1, doc: documentOf(kept) }, when: [] }])).kind === 'done';
}

function asManyAsFit(records: readonly RecordTold[]): readonly RecordTold[] {
  let bytes = 0;
  const cut = records.findIndex((record) => (bytes += Buffer.byteLength(JSON.stringify(record))) > mostBytes);
  return cut === -1 ? records : records.slice(0, cut);
}
