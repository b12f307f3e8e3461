import type { Service } from '../../models/service/index.ts';
import { localDate, type CouncilId, type Instant } from '../../models/shared/index.ts';
import { loadDirectory, saveDirectory } from '../store/directory-store.ts';
import { keepDirectoryReport } from '../store/directory-report-rows.ts';
import type { Table } from '../store/table.ts';
import { baseOf, fetchFeed, type FetchedRecord, type GetJson } from './fetch-feed.ts';
import { recordsTold, reportLines, type RecordReport } from './import-report.ts';
import { mergeServices } from './merge-services.ts';
import { readDirectoryFiles } from './read-directory-files.ts';
import type { ReadDirectory } from './read-open-referral.ts';
import { readRecord, type Origin } from './read-record.ts';

export interface SyncServices {
  /** The address of an Open Referral UK feed, or a JSON file of one, or a folder of them. */
  readonly from: string;
  readonly get: GetJson;
  readonly table: Table;
  readonly council: CouncilId;
  readonly at: Instant;
  /** Takes the report, a line at a time. */
  readonly say: (line: string) => void;
  /** In place of the whole directory, other sources' services too. */
  readonly instead?: boolean;
  /** Even where it has less than half of what it had. */
  readonly fewer?: boolean;
}

export type SyncResult =
  | { readonly kind: 'synced'; readonly services: number; readonly report: readonly RecordReport[] }
  /** The directory there before still stands, whole. */
  | { readonly kind: 'refused'; readonly reason: 'not-fetched' | 'no-services' | 'far-fewer' | 'not-saved'; readonly report: readonly RecordReport[] };

/**
 * Brings one source's services up to date and leaves those of other sources as they are. What could not be fetched deletes nothing: without every page
 * there is no change at all, and a service that could not be read in full stays as it was read last. What a whole feed has no more is gone.
 */
export async function syncServices(sync: SyncServices): Promise<SyncResult> {
  const { from, table, council, at, say } = sync;
  const { gone = 0, why: answered, ...result } = await synced(sync);
  const kept = await keepDirectoryReport(table, council, { at, from: isFeed(from) ? baseOf(from) : '', outcome: result.kind === 'synced' ? 'read-in' : result.reason, ...(answered !== undefined && { why: answered }), services: result.kind === 'synced' ? result.services : 0, gone, ...recordsTold(result.report) });
  if (!kept) say('The report for the console may not have been kept.');
  return result;
}

type Synced = SyncResult & { readonly gone?: number; readonly why?: string };

async function synced({ from, get, table, council, at, say, instead = false, fewer = false }: SyncServices): Promise<Synced> {
  const last = (await loadDirectory(table, council))?.services ?? [];
  const stamp = { fetchedAt: new Date(at).toISOString(), on: localDate(at, 'Europe/London') };
  const read = isFeed(from) ? await fromFeed(from, get, last, stamp) : await readDirectoryFiles(from, stamp);
  if ('why' in read) {
    say(`The feed could not be read: ${read.why}.`);
    return { ...refusedWith('not-fetched', [], say), why: read.why };
  }
  const { services, report } = read;
  for (const line of reportLines(report)) say(line);
  if (services.length === 0) return refusedWith('no-services', report, say);
  const sources = new Set(report.map(({ source }) => source));
  const before = last.filter(({ provenance: { source } }) => sources.has(source));
  if (!fewer && services.length < before.length / 2) return refusedWith('far-fewer', report, say);
  const others = instead ? [] : last.filter(({ provenance: { source } }) => !sources.has(source));
  const saved = await saveDirectory({ table, council, services: mergeServices([...others, ...services]), at });
  if (saved.kind !== 'saved') return refusedWith('not-saved', report, say);
  const gone = before.length - before.filter(({ id }) => services.some((service) => service.id === id)).length;
  say(`${services.length} ${services.length === 1 ? 'service' : 'services'} from this source${gone === 0 ? '' : `, ${gone} gone since last time`}${others.length === 0 ? '' : `, beside ${others.length} from others`}.`);
  return { kind: 'synced', services: services.length, report, gone };
}

const isFeed = (from: string): boolean => /^https?:\/\//i.test(from);

const why: Readonly<Record<Extract<SyncResult, { kind: 'refused' }>['reason'], string>> = {
  'not-fetched': 'Nothing was changed: the directory stands as it was.', 'no-services': 'No service could be used, so the directory was left as it was.',
  'far-fewer': 'That is less than half of what this source had, so the directory was left as it was. If it is right, say so with --fewer.', 'not-saved': 'The store did not confirm the new directory. Please do it again.',
};

function refusedWith(reason: keyof typeof why, report: readonly RecordReport[], say: SyncServices['say']): SyncResult {
  say(why[reason]);
  return { kind: 'refused', reason, report };
}

async function fromFeed(address: string, get: GetJson, last: readonly Service[], stamp: Pick<Origin, 'fetchedAt' | 'on'>): Promise<ReadDirectory | { readonly why: string }> {
  const source = baseOf(address);
  const fetched = await fetchFeed({ get, base: source });
  if (fetched.kind === 'failed') return fetched;
  const known = new Map(last.filter(({ provenance }) => provenance.source === source).map((service) => [service.provenance.sourceId, service]));
  const read = fetched.records.map((record, place) => readOne(record, place + 1, { ...stamp, source, declaredVersion: fetched.declaredVersion }, known));
  return { services: mergeServices(read.flatMap(({ service }) => service ?? [])), report: read.map(({ report }) => report) };
}

/** One that could not be had in full: as it was read last, or else as the list has it. */
function readOne({ raw, thin }: FetchedRecord, place: number, origin: Origin, known: ReadonlyMap<string, Service>): ReturnType<typeof readRecord> {
  const read = readRecord(raw, place, origin);
  if (thin === undefined || read.service === undefined) return read;
  const before = known.get(read.service.provenance.sourceId);
  if (before !== undefined) return { service: before, report: { id: before.id, name: before.name, source: origin.source, outcome: 'kept', doubts: [], reason: `could not be read in full (${thin}), so it stays as it was read on ${before.provenance.fetchedAt.slice(0, 10)}` } };
  return { ...read, report: { ...read.report, outcome: 'used-with-doubts', doubts: [...read.report.doubts, `could not be read in full (${thin}): only what the list has`] } };
}
