import * as z from 'zod/mini';
import { noDeskWork, type DeskWork } from '../../models/alert/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { instantKept, namedKept, textKept, whenAsked } from './kept-values.ts';
import { deskWorkKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

/** Which alert, and whose. */
export interface OfAlert { readonly personId?: PersonId | undefined; readonly alertId: string }

const workKept = whenAsked<DeskWork>(() => {
  const by = z.looseObject({ id: namedKept, name: textKept });
  return z.looseObject({ inHand: z.exactOptional(z.looseObject({ by, at: instantKept })), notes: z.array(z.looseObject({ by, at: instantKept, words: textKept })) });
});
const tries = 5;

/** What the desk does about alerts: beside each alert, so that the engine and the desk never wait for one another. */
export function deskWorkRows(table: Table, council: CouncilId) {
  const rowOf = async ({ personId, alertId }: OfAlert) => table.get(deskWorkKey(council, personId, alertId));
  return {
    read: async (of: OfAlert): Promise<DeskWork> => {
      const row = await rowOf(of);
      return row === undefined ? noDeskWork : valueIn(row, workKept);
    },
    /** False when it is not certain to have been kept. Two at once: both are kept, one after the other. */
    change: async (of: OfAlert, to: (work: DeskWork) => DeskWork): Promise<boolean> => {
      for (let tried = 0; tried < tries; tried += 1) {
        const row = await rowOf(of);
        const after = to(row === undefined ? noDeskWork : valueIn(row, workKept));
        const kept = await table.transact([{ do: 'put', row: { ...deskWorkKey(council, of.personId, of.alertId), version: (row?.version ?? 0) + 1, doc: documentOf(after) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] }]);
        if (kept.kind === 'done') return true;
      }
      return false;
    },
  };
}
