import { localDate, type CouncilId, type Instant } from '../../models/shared/index.ts';
import { keepDirectoryReport } from '../store/directory-report-rows.ts';
import { saveDirectory } from '../store/directory-store.ts';
import type { Table } from '../store/table.ts';
import { recordsTold, reportLines, type RecordReport } from './import-report.ts';
import { readDirectoryFiles } from './read-directory-files.ts';

export interface SeedServices {
  /** A JSON file of Open Referral UK, or a folder of them. */
  readonly path: string;
  readonly table: Table;
  readonly council: CouncilId;
  readonly at: Instant;
  /** Takes the report, a line at a time. */
  readonly say: (line: string) => void;
}

export type SeedResult =
  | { readonly kind: 'loaded'; readonly services: number; readonly report: readonly RecordReport[] }
  /** Nothing usable, or the store would not have it: the directory there before still stands. */
  | { readonly kind: 'refused'; readonly reason: 'no-services' | 'not-saved'; readonly report: readonly RecordReport[] };

/** Loads a directory into the store in place of the one before, and says of every record whether it could be used and why not. */
export async function seedServices({ path, table, council, at, say }: SeedServices): Promise<SeedResult> {
  const { services, report } = await readDirectoryFiles(path, { fetchedAt: new Date(at).toISOString(), on: localDate(at, 'Europe/London') });
  for (const line of reportLines(report)) say(line);
  if (services.length === 0) {
    say('No service could be used, so the directory was left as it was.');
    return { kind: 'refused', reason: 'no-services', report };
  }
  const saved = await saveDirectory({ table, council, services, at });
  if (saved.kind !== 'saved') {
    say('The store did not confirm the new directory. Please load it again.');
    return { kind: 'refused', reason: 'not-saved', report };
  }
  if (!await keepDirectoryReport(table, council, { at, from: '', outcome: 'read-in', services: services.length, gone: 0, ...recordsTold(report) })) say('The report for the console may not have been kept.');
  say(`The directory now has ${services.length} ${services.length === 1 ? 'service' : 'services'}.`);
  return { kind: 'loaded', services: services.length, report };
}
