import * as z from 'zod/mini';
import type { Service } from '../../models/service/index.ts';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { CareError } from '../../skill/care-error.ts';
import { packServices, unpackServices, type Packed } from './directory-snapshot.ts';
import { namedKept, textKept, whenAsked } from './kept-values.ts';
import { directoryPartition, snapshotPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Cursor, Key, Operation, Row, Table } from './table.ts';

export type SaveDirectoryResult = { readonly kind: 'saved' } | { readonly kind: 'changed-meanwhile' } | { readonly kind: 'unknown' };

export interface KeptDirectory { readonly services: readonly Service[]; readonly snapshot: string }

/**
 * Keeps a council's directory as a new snapshot beside the old ones, then switches to it in one row: readers see all of
 * the old or all of the new. The two before are kept, in case the newest cannot be read.
 */
export async function saveDirectory({ table, council, services, at }: SaveDirectory): Promise<SaveDirectoryResult> {
  const packed = packServices(services);
  const snapshot = { name: `${new Date(at).toISOString()}-${packed.hash.slice(0, 12)}`, hash: packed.hash, pieces: packed.pieces.length };
  const row = await table.get(pointerKey(council));
  const before = row === undefined ? [] : valueIn(row, pointerSchema).snapshots.filter(({ name }) => name !== snapshot.name);
  if (!(await keepPieces(table, council, snapshot.name, packed))) return { kind: 'unknown' };
  const kept = [snapshot, ...before.slice(0, oldOnesKept)];
  const result = await table.transact([{
    do: 'put', row: { ...pointerKey(council), version: (row?.version ?? 0) + 1, doc: documentOf({ snapshots: kept }) },
    when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }],
  }]);
  if (result.kind === 'refused') return { kind: 'changed-meanwhile' };
  if (result.kind === 'unknown' && (await currentSnapshot(table, council)) !== snapshot.name) return { kind: 'unknown' };
  for (const old of before.slice(oldOnesKept)) await forget(table, council, old);
  return { kind: 'saved' };
}

interface SaveDirectory { readonly table: Table; readonly council: CouncilId; readonly services: readonly Service[]; readonly at: Instant }

/** The newest snapshot that can be read whole. Undefined: nothing was ever kept. Throws when none that was kept can be read. */
export async function loadDirectory(table: Table, council: CouncilId): Promise<KeptDirectory | undefined> {
  const row = await table.get(pointerKey(council));
  if (row === undefined) return undefined;
  for (const { name, hash } of valueIn(row, pointerSchema).snapshots) {
    const services = unpackServices({ pieces: await piecesOf(table, council, name), hash });
    if (services !== undefined) return { services, snapshot: name };
  }
  throw new DirectoryCannotBeRead(council);
}

/** The name of the snapshot in use: one small read that tells whether anything is new. */
export async function currentSnapshot(table: Table, council: CouncilId): Promise<string | undefined> {
  const row = await table.get(pointerKey(council));
  return row && valueIn(row, pointerSchema).snapshots[0]?.name;
}

const oldOnesKept = 2;
const snapshotSchema = () => z.looseObject({ name: namedKept, hash: textKept.check(z.length(64)), pieces: z.int().check(z.minimum(1)) });
const pointerSchema = whenAsked(() => z.looseObject({ snapshots: z.array(snapshotSchema()).check(z.minLength(1)) }));
const pieceSchema = () => textKept;

const pointerKey = (council: CouncilId): Key => ({ pk: directoryPartition(council), sk: 'current' });
const pieceKey = (council: CouncilId, snapshot: string, place: number): Key => (
  { pk: snapshotPartition(council, snapshot), sk: `piece#${String(place).padStart(6, '0')}` });

/** One piece for each transaction: ten of them would come near what a transaction may weigh. Keeping one twice does no harm. */
async function keepPieces(table: Table, council: CouncilId, snapshot: string, { pieces }: Packed): Promise<boolean> {
  for (const [place, piece] of pieces.entries()) {
    const keep: Operation = { do: 'put', row: { ...pieceKey(council, snapshot, place), version: 1, doc: documentOf(piece) }, when: [] };
    const result = await table.transact([keep]);
    if (result.kind !== 'done' && (await table.transact([keep])).kind !== 'done') return false;
  }
  return true;
}

async function piecesOf(table: Table, council: CouncilId, snapshot: string): Promise<readonly string[]> {
  const rows: Row[] = [];
  let after: Cursor | undefined;
  do {
    const page = await table.query({ by: 'pk', pk: pieceKey(council, snapshot, 0).pk, ...(after && { after }) });
    rows.push(...page.rows);
    after = page.next;
  } while (after !== undefined);
  return rows.map((row) => valueIn(row, pieceSchema));
}

async function forget(table: Table, council: CouncilId, { name, pieces }: z.infer<ReturnType<typeof snapshotSchema>>): Promise<void> {
  for (let place = 0; place < pieces; place++) await table.transact([{ do: 'delete', key: pieceKey(council, name, place), when: [] }]);
}

/** Snapshots were kept, and none of them is whole. */
class DirectoryCannotBeRead extends CareError {
  constructor(council: CouncilId) {
    super('directory-cannot-be-read', `No snapshot of the directory of ${council} can be read. Load it again with npm run seed.`);
    this.name = 'DirectoryCannotBeRead';
  }
}
