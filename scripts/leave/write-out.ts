import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { addDays, councilId, localDate, personId, type Instant, type PersonId } from '../../models/shared/index.ts';
import { visitsBetween } from '../../models/care-visit/index.ts';
import { correctedDirectory } from '../../lambda/store/corrected-directory.ts';
import { correctionStore } from '../../lambda/store/correction-rows.ts';
import { everythingHeld } from '../../lambda/store/everything-held.ts';
import { itemFromRow } from '../../lambda/store/dynamodb-items.ts';
import { liveDirectory } from '../../lambda/store/live-directory.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import type { Row, Table } from '../../lambda/store/table.ts';
import { publishedDirectory } from '../../lambda/published-directory/published-directory.ts';
import { writeService } from '../../lambda/published-directory/write-service.ts';
import { heldFile, heldText, inOrder, readable, type ReadablePart } from '../../web/console/data-words.ts';
import { csvRow } from '../../web/console/words.ts';

/** What was written, each file with its size and its SHA-256; and what the rows come to, by kind. */
export interface Manifest {
  readonly format: 'my-care-council-leaves'; readonly version: 1; readonly council: string; readonly madeAt: string;
  readonly counts: { readonly people: number; readonly rows: number; readonly entries: number; readonly audit: number; readonly services: number; readonly rowsByKind: Readonly<Record<string, number>> };
  readonly files: readonly { readonly path: string; readonly bytes: number; readonly sha256: string }[];
}

interface Needs { readonly council: string; readonly folder: string; readonly table: Table; readonly rows: readonly Row[]; readonly now: Instant }

const [daysBack, daysAhead] = [400, 28];
const sha256 = (bytes: Buffer | string): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Writes everything of a council: of each person the two files that they get themselves, the directory as Open Referral UK, visits, money and deeds as CSV,
 * and every row as DynamoDB exports it, from which it can be put back whole. Files can be read by their owner alone. Throws where a file reads back otherwise.
 */
export async function writeOut({ council, folder, table, rows, now }: Needs): Promise<Manifest> {
  const files: Manifest['files'][number][] = [];
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, path), text, { mode: 0o600 });
    files.push({ path, bytes: Buffer.byteLength(text), sha256: sha256(text) });
  };
  const people = [...new Set(rows.flatMap(({ pk }) => (pk.startsWith(`person#${council}#`) ? [pk.split('#')[2] ?? ''] : [])))].toSorted();
  for (const person of people) await writePerson(personId(person), { council, folder, table, rows, now }, write);
  const entries = deedsOf(rows, council, 'entry#');
  const audit = deedsOf(rows, council, 'audit#');
  write('money.csv', csvRow(['Person', 'Number', 'Day', 'Kind', 'What for', 'Pounds', 'Id']) + entries.map(({ person, value }) => csvRow([person, cell(value['number']), cell(value['on']), cell(value['kind']), cell(value['what']), (Number(value['amountPence']) / 100).toFixed(2), cell(value['id'])])).join(''));
  write('audit.csv', csvRow(['Person', 'When', 'What', 'By', 'About']) + audit.map(({ person, sk, value }) => csvRow([person, sk.split('#')[1] ?? '', cell(value['action']), cell(value['by']), cell(value['about'])])).join(''));
  write('visits.csv', await visitsOf(people, council, table, now));
  const services = await servicesOf(council, table, () => now);
  write('directory/services.json', JSON.stringify({ version: 'HSDS-UK-3.0', contents: services }, undefined, 1));
  write('rows.jsonl', rows.map((row) => `${JSON.stringify({ Item: itemFromRow(row) })}\n`).join(''));
  const manifest: Manifest = {
    format: 'my-care-council-leaves', version: 1, council, madeAt: new Date(now).toISOString(), files,
    counts: { people: people.length, rows: rows.length, entries: entries.length, audit: audit.length, services: services.length, rowsByKind: countsOf(rows) },
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest, undefined, 1), { mode: 0o600 });
  const faults = faultsOf(folder, manifest);
  if (faults.length > 0) throw new Error(`What was written reads back otherwise: ${faults.join('; ')}`);
  return manifest;
}

/** Each file of a manifest that is not there, or not as it was written. */
export function faultsOf(folder: string, { files }: Pick<Manifest, 'files'>): readonly string[] {
  return files.flatMap(({ path, bytes, sha256: hash }) => {
    try {
      const read = readFileSync(join(folder, path));
      return read.length === bytes && sha256(read) === hash ? [] : [`${path} is not as it was written`];
    } catch {
      return [`${path} cannot be read`];
    }
  });
}

async function writePerson(person: PersonId, { council, table, now }: Needs, write: (path: string, text: string) => void): Promise<void> {
  const held = await everythingHeld(table, councilId(council), person);
  const record = await personRecords(table).byPerson(councilId(council), person);
  const zone = record?.household.timeZone ?? 'Europe/London';
  // Of somebody erased there is what has to stay, and no record.
  write(`people/${folderOf(person)}/everything-held.json`, JSON.stringify(record === undefined ? { format: 'my-care-everything-held', version: 1, madeAt: new Date(now).toISOString(), personId: person, held } : heldFile(record, now, held), undefined, 1));
  write(`people/${folderOf(person)}/everything-held.txt`, inOrder(held).map(({ kind, rows }) => `${heldText(kind)}\n${rows.map(({ name, value }, place) => lines(readable(name === '' ? String(place + 1) : name, value, zone), 1)).join('')}`).join('\n'));
}

/** An id is another system's own word: it names a folder, and leads nowhere else. */
const folderOf = (person: string): string => encodeURIComponent(person).replaceAll('.', '%2E');

function lines({ label, text, parts = [] }: ReadablePart, depth: number): string {
  return `${'  '.repeat(depth)}${label}${text === undefined ? '' : `: ${text}`}\n${parts.map((part) => lines(part, depth + 1)).join('')}`;
}

function deedsOf(rows: readonly Row[], council: string, prefix: string): readonly { readonly person: string; readonly sk: string; readonly value: Readonly<Record<string, unknown>> }[] {
  return rows.flatMap(({ pk, sk, doc }) => (pk.startsWith(`person#${council}#`) && sk.startsWith(prefix) ? [{ person: pk.split('#')[2] ?? '', sk, value: (JSON.parse(doc) as { readonly value: Readonly<Record<string, unknown>> }).value }] : []));
}

const cell = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

async function visitsOf(people: readonly string[], council: string, table: Table, now: Instant): Promise<string> {
  const text = [csvRow(['Person', 'Visit', 'Day', 'From', 'Minutes', 'Care agency', 'Care workers', 'State'])];
  for (const person of people) {
    const record = await personRecords(table).byPerson(councilId(council), personId(person));
    if (record === undefined) continue;
    const { visitBook, household: { timeZone: zone } } = record;
    const today = localDate(now, zone);
    for (const { id, on, from, minutes, workerIds, status } of visitsBetween(visitBook, addDays(today, -daysBack), addDays(today, daysAhead), zone)) text.push(csvRow([person, id, on, from, minutes, visitBook.provider.name, workerIds.join(' '), status]));
  }
  return text.join('');
}

async function servicesOf(council: string, table: Table, clock: () => Instant): Promise<readonly object[]> {
  const fault = (cause: unknown): never => { throw cause as Error; };
  const directory = correctedDirectory({ recorded: liveDirectory({ table, clock, refreshAfterMinutes: 10, fault }), corrections: correctionStore(table, clock), fault });
  return [...publishedDirectory(await directory(councilId(council))).services.values()].map(writeService);
}

/** By the first part of the key, and of a person by what the row is. */
function countsOf(rows: readonly Row[]): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { pk, sk } of rows) {
    const [kind = ''] = pk.split('#');
    const name = kind === 'person' ? `person ${sk.split('#')[0] ?? ''}` : kind;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return Object.fromEntries([...counts].toSorted());
}
