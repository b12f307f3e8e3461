import { randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { councilIdKept, instantKept, namedKept, personIdKept, whenAsked } from './kept-values.ts';
import { auditKey, personPartition, visitCodeKey, visitCodeOfKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import { StoreDoesNotAnswer } from './store-errors.ts';
import type { Operation, Table } from './table.ts';

/** The code that hangs in a home, for care workers' phones. It opens nothing by itself. */
interface VisitCode { readonly code: string; readonly madeAt: Instant }

const codeKept = whenAsked<VisitCode>(() => z.looseObject({ code: namedKept, madeAt: instantKept }));
const placeKept = whenAsked<{ readonly councilId: CouncilId; readonly personId: PersonId }>(() => z.looseObject({ councilId: councilIdKept, personId: personIdKept }));

export async function visitCodeOf(table: Table, council: CouncilId, person: PersonId): Promise<VisitCode | undefined> {
  const row = await table.get(visitCodeOfKey(council, person));
  return row === undefined ? undefined : valueIn(row, codeKept);
}

/** A new code; one that was printed before is worth nothing from now on. Throws when it is not certain. */
export async function renewVisitCode(table: Table, council: CouncilId, person: PersonId, by: string, at: Instant): Promise<void> {
  const key = visitCodeOfKey(council, person);
  const row = await table.get(key);
  const code = randomBytes(16).toString('base64url');
  const operations: readonly Operation[] = [
    { do: 'put', row: { ...key, version: (row?.version ?? 0) + 1, doc: documentOf({ code, madeAt: at }) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] },
    { do: 'put', row: { ...visitCodeKey(code), version: 1, doc: documentOf({ councilId: council, personId: person }) }, when: [{ if: 'absent' }] },
    { do: 'put', row: { pk: personPartition(council, person), sk: auditKey(at, `visit-code-${code.slice(0, 8)}`), version: 1, doc: documentOf({ action: 'visit-code-made', by, about: 'home' }) }, when: [] },
    ...(row === undefined ? [] : [{ do: 'delete', key: visitCodeKey(valueIn(row, codeKept).code), when: [] } satisfies Operation]),
  ];
  if ((await table.transact(operations)).kind === 'unknown') throw new StoreDoesNotAnswer('a new code for a home may not have been kept');
}

/** Whose home a code hangs in. */
export async function homeOf(table: Table, council: CouncilId, code: string): Promise<PersonId | undefined> {
  const row = /^[A-Za-z0-9_-]{22}$/.test(code) ? await table.get(visitCodeKey(code)) : undefined;
  const place = row === undefined ? undefined : valueIn(row, placeKept);
  return place?.councilId === council ? place.personId : undefined;
}
