import type { Service } from '../../models/service/index.ts';
import type { RecordReport } from './import-report.ts';
import { mergeServices } from './merge-services.ts';
import { readRecord, type Origin } from './read-record.ts';
import { isLoose } from './tidy-record.ts';

export interface ReadDirectory { readonly services: readonly Service[]; readonly report: readonly RecordReport[] }

/**
 * Reads Open Referral UK JSON: a page (`contents`, or `content` as in version 1), a full record, or an array of either.
 * Each record by itself: one that cannot be used is reported with its reason and loses no other. A list entry and a full
 * record with one id become one service.
 */
export function readOpenReferral(json: unknown, origin: Origin): ReadDirectory {
  const read = recordsIn(json).map((record, place) => (record === notRecords
    ? { report: { id: 'the file', source: origin.source, outcome: 'refused' as const, doubts: [], reason: 'holds no service and no page of services' } }
    : readRecord(record, place + 1, origin)));
  return { services: mergeServices(read.flatMap(({ service }) => service ?? [])), report: read.map(({ report }) => report) };
}

const notRecords = Symbol('not records');

function recordsIn(json: unknown): readonly unknown[] {
  if (Array.isArray(json)) return json.flatMap((item) => (isPage(item) ? recordsIn(item) : [item]));
  if (!isLoose(json)) return [notRecords];
  const contents = json['contents'] ?? json['content'] ?? json['services'];
  if (Array.isArray(contents)) return contents;
  return 'id' in json || 'name' in json ? [json] : [notRecords];
}

function isPage(item: unknown): boolean {
  return isLoose(item) && (Array.isArray(item['contents']) || Array.isArray(item['content']));
}
