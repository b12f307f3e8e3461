import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LocalDate } from '../../models/shared/index.ts';
import type { RecordReport } from './import-report.ts';
import { mergeServices } from './merge-services.ts';
import { readOpenReferral, type ReadDirectory } from './read-open-referral.ts';
import { isLoose } from './tidy-record.ts';

/** Reads a JSON file, or every one in a folder and the folders in it, in the order of their names. A file that is no JSON is reported and loses no other. */
export async function readDirectoryFiles(path: string, { fetchedAt, on }: { readonly fetchedAt: string; readonly on: LocalDate }): Promise<ReadDirectory> {
  const files = await jsonFilesAt(path);
  if (files === undefined) return { services: [], report: [refusal(path, 'is not there, or may not be read')] };
  if (files.length === 0) return { services: [], report: [refusal(path, 'holds no .json file')] };
  const parsed = await Promise.all(files.map(parseFile));
  const declaredVersion = parsed.map(versionIn).find((version) => version !== undefined) ?? 'unknown';
  const read = parsed.filter((file) => versionIn(file) === undefined).map((file): ReadDirectory => ('fault' in file
    ? { services: [], report: [refusal(file.source, file.fault)] }
    : readOpenReferral(file.json, { source: file.source, fetchedAt, declaredVersion, on })));
  return { services: mergeServices(read.flatMap(({ services }) => services)), report: read.flatMap(({ report }) => report) };
}

type ParsedFile = { readonly source: string } & ({ readonly json: unknown } | { readonly fault: string });

async function jsonFilesAt(path: string): Promise<readonly string[] | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  if (!found.isDirectory()) return [path];
  const names = await readdir(path, { recursive: true });
  return names.filter((name) => name.toLowerCase().endsWith('.json')).sort().map((name) => join(path, name));
}

async function parseFile(path: string): Promise<ParsedFile> {
  const source = basename(path);
  const text = (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  try {
    return { source, json: JSON.parse(text) as unknown };
  } catch (error) {
    return { source, fault: `is not JSON: ${(error as Error).message}` };
  }
}

/** The description of a feed itself, `{"version": "HSDS-UK-3.0", …}`, holds no records. */
function versionIn(file: ParsedFile): string | undefined {
  if ('fault' in file || !isLoose(file.json) || 'id' in file.json || 'contents' in file.json) return undefined;
  return typeof file.json['version'] === 'string' ? file.json['version'] : undefined;
}

function refusal(source: string, reason: string): RecordReport {
  return { id: source, source, outcome: 'refused', doubts: [], reason };
}
