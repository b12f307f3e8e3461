import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { councilIdKept, instantKept, maybeTextKept, namedKept, personIdKept, whenAsked } from './kept-values.ts';
import { textedKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

/** An alert that was texted to a number; `memberId` absent: to the person themselves. */
export interface Texted { readonly councilId: CouncilId; readonly personId: PersonId; readonly memberId?: string; readonly alertId: string; readonly at: Instant }

const textedKept = whenAsked<readonly Texted[]>(() => z.array(z.looseObject({ councilId: councilIdKept, personId: personIdKept, memberId: maybeTextKept, alertId: namedKept, at: instantKept })));
const remembered = 10;
const mostTries = 5;

/** What a council lately texted to a number, newest last. The number itself is kept by its hash only. */
export async function textedTo(table: Table, council: CouncilId, number: string): Promise<readonly Texted[]> {
  const row = await table.get(textedKey(council, numberHash(number)));
  return row === undefined ? [] : valueIn(row, textedKept);
}

export async function rememberTexted(table: Table, number: string, texted: Texted): Promise<void> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const key = textedKey(texted.councilId, numberHash(number));
    const row = await table.get(key);
    const before = row === undefined ? [] : valueIn(row, textedKept);
    const after = [...before.filter(({ alertId }) => alertId !== texted.alertId), texted].slice(-remembered);
    const result = await table.transact([{ do: 'put', row: { ...key, version: (row?.version ?? 0) + 1, doc: documentOf(after) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] }]);
    if (result.kind === 'done') return;
  }
}

/** A number is kept by this alone. */
export function numberHash(number: string): string {
  return createHash('sha256').update(number).digest('hex');
}
