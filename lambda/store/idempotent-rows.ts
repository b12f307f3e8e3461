import * as z from 'zod/mini';
import { instant, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import { instantKept, maybeTextKept, namedKept, numberKept, whenAsked } from './kept-values.ts';
import { idempotentKey, namedPartition } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Row, Table } from './table.ts';

/** A request that was begun, and what it was answered once it was. */
interface Remembered { readonly bodyHash: string; readonly at: Instant; readonly status?: number; readonly body?: string }

const rememberedKept = whenAsked<Remembered>(() => z.looseObject({ bodyHash: namedKept, at: instantKept, status: z.exactOptional(numberKept), body: maybeTextKept }));

const thirteenMonthsMs = 396 * 86_400_000;
/** Longer than any request takes: whoever began it is gone. */
const givenUpAfterMs = 30_000;

export type Begun =
  | { readonly kind: 'begun'; finish(status: number, body: string): Promise<void>; forget(): Promise<void> }
  | { readonly kind: 'answered-before'; readonly status: number; readonly body: string }
  | { readonly kind: 'another-body' | 'under-way' };

/** Remembers each request by its owner and key for thirteen months: the same request is answered the same way, another under the same key is refused. `about`: whom it names, as far as that is known. */
export async function beginOnce(table: Table, owner: string, key: string, bodyHash: string, at: Instant, about?: { readonly council: CouncilId; readonly person: PersonId }): Promise<Begun> {
  const place: Place = { ...idempotentKey(owner, key), ...(about !== undefined && { index: namedPartition(about.council, about.person) }) };
  const row = await table.get(place);
  const before = row === undefined ? undefined : valueIn(row, rememberedKept);
  if (before !== undefined && at - before.at < thirteenMonthsMs) {
    if (before.bodyHash !== bodyHash) return { kind: 'another-body' };
    if (before.status !== undefined) return { kind: 'answered-before', status: before.status, body: before.body ?? '' };
    if (at - before.at < givenUpAfterMs) return { kind: 'under-way' };
  }
  const version = (row?.version ?? 0) + 1;
  if (!await put(table, place, row, version, { bodyHash, at })) return { kind: 'under-way' };
  const mine: Row = { ...place, version, doc: '' };
  return {
    kind: 'begun',
    finish: async (status, body) => { await put(table, place, mine, version + 1, { bodyHash, at, status, body }); },
    forget: async () => { await put(table, place, mine, version + 1, { bodyHash, at: instant(at - givenUpAfterMs) }); },
  };
}

type Place = ReturnType<typeof idempotentKey> & { readonly index?: string };

async function put(table: Table, place: Place, before: Row | undefined, version: number, value: Remembered): Promise<boolean> {
  const result = await table.transact([{ do: 'put', row: { ...place, version, doc: documentOf(value) }, when: [before === undefined ? { if: 'absent' } : { if: 'version-is', version: before.version }] }]);
  return result.kind === 'done';
}
