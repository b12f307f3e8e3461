import { createHash } from 'node:crypto';
import * as z from 'zod/mini';
import type { CareWorkerAccess } from '../../models/access/index.ts';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { councilIdKept, instantKept, maybeInstantKept, namedKept, numberKept, textKept, whenAsked } from './kept-values.ts';
import { auditKey, deskPartition, organisationCodeKey, workerKey, workersPartition } from './keys.ts';
import { documentOf, documentWith, valueIn } from './row-document.ts';
import { StoreDoesNotAnswer } from './store-errors.ts';
import type { Operation, Row, Table, TransactResult } from './table.ts';

const workerKept = whenAsked<CareWorkerAccess>(() => z.looseObject({ id: namedKept, firstName: textKept, number: numberKept, pin: z.looseObject({ salt: textKept, hash: textKept }), pinGivenAt: instantKept, stoppedAt: maybeInstantKept }));
const codeKept = whenAsked<{ readonly hash: string; readonly madeAt: Instant }>(() => z.looseObject({ hash: namedKept, madeAt: instantKept }));
const whoseKept = whenAsked<{ readonly councilId: CouncilId; readonly providerId: string }>(() => z.looseObject({ councilId: councilIdKept, providerId: namedKept }));

/** Who changes it, and when: a line in the council's audit. */
interface By { readonly by: string; readonly at: Instant }

/** The care workers of a provider who may sign in, and the code of their organisation, kept by its hash alone. */
export interface WorkerStore {
  workers(council: CouncilId, providerId: string): Promise<readonly CareWorkerAccess[]>;
  worker(council: CouncilId, providerId: string, id: string): Promise<CareWorkerAccess | undefined>;
  /** Someone new, with the next free number; `there-already` when somebody has that id. */
  add(council: CouncilId, providerId: string, worker: Omit<CareWorkerAccess, 'number'>, by: By): Promise<number | 'there-already'>;
  change(council: CouncilId, providerId: string, id: string, change: Pick<CareWorkerAccess, 'pin' | 'pinGivenAt'> | Required<Pick<CareWorkerAccess, 'stoppedAt'>>, by: By): Promise<boolean>;
  codeMadeAt(council: CouncilId, providerId: string): Promise<Instant | undefined>;
  /** The code from now on; the one before is worth nothing. */
  keepCode(council: CouncilId, providerId: string, code: string, by: By): Promise<void>;
  /** Whose organisation's code it is. */
  providerBy(council: CouncilId, code: string): Promise<string | undefined>;
}

const mostTries = 5;
const firstNumber = 101;

/** Over a table. Everything throws when it is not certain to have been kept. */
export function workerStore(table: Table): WorkerStore {
  const audit = (council: CouncilId, action: string, about: string, { by, at }: By): Operation => ({ do: 'put', row: { pk: deskPartition(council), sk: auditKey(at, `${action}#${about}`), version: 1, doc: documentOf({ action, by, about }) }, when: [] });
  const workers = async (council: CouncilId, providerId: string) => (await everyRow(table, { by: 'pk', pk: workersPartition(council, providerId), from: 'worker#', to: 'worker#~' })).map((row) => valueIn(row, workerKept));
  return {
    workers,
    worker: async (council, providerId, id) => {
      const row = await table.get(workerKey(council, providerId, id));
      return row === undefined ? undefined : valueIn(row, workerKept);
    },
    add: async (council, providerId, worker, by) => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const all = await workers(council, providerId);
        if (all.some(({ id }) => id === worker.id)) return 'there-already';
        const number = Math.max(firstNumber - 1, ...all.map((each) => each.number)) + 1;
        const result = await table.transact([
          { do: 'put', row: { ...workerKey(council, providerId, worker.id), version: 1, doc: documentOf({ ...worker, number } satisfies CareWorkerAccess) }, when: [{ if: 'absent' }] },
          // Two who are added at once do not get one number.
          { do: 'put', row: { pk: workersPartition(council, providerId), sk: `number#${number}`, version: 1, doc: documentOf({ id: worker.id }) }, when: [{ if: 'absent' }] },
          audit(council, 'worker-added', `${providerId}/${worker.id}`, by),
        ]);
        if (isKept(result)) return number;
      }
      throw new StoreDoesNotAnswer('a care worker was not added');
    },
    change: async (council, providerId, id, change, by) => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const row = await table.get(workerKey(council, providerId, id));
        if (row === undefined) return false;
        const { stoppedAt: _before, ...worker } = valueIn(row, workerKept);
        const result = await table.transact([nextOf(row, { ...worker, ...change }), audit(council, 'stoppedAt' in change ? 'worker-stopped' : 'worker-pin', `${providerId}/${id}`, by)]);
        if (isKept(result)) return true;
      }
      throw new StoreDoesNotAnswer('a care worker was not changed');
    },
    codeMadeAt: async (council, providerId) => {
      const row = await table.get(codeRowKey(council, providerId));
      return row === undefined ? undefined : valueIn(row, codeKept).madeAt;
    },
    keepCode: async (council, providerId, code, by) => {
      const row = await table.get(codeRowKey(council, providerId));
      const hash = hashOf(council, code);
      const result = await table.transact([
        { do: 'put', row: { ...codeRowKey(council, providerId), version: (row?.version ?? 0) + 1, doc: documentOf({ hash, madeAt: by.at }) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] },
        { do: 'put', row: { ...organisationCodeKey(hash), version: 1, doc: documentOf({ councilId: council, providerId }) }, when: [{ if: 'absent' }] },
        ...(row === undefined ? [] : [{ do: 'delete', key: organisationCodeKey(valueIn(row, codeKept).hash), when: [] } satisfies Operation]),
        audit(council, 'organisation-code', providerId, by),
      ]);
      if (!isKept(result)) throw new StoreDoesNotAnswer('an organisation’s code was not made');
    },
    providerBy: async (council, code) => {
      const row = await table.get(organisationCodeKey(hashOf(council, code)));
      return row === undefined ? undefined : valueIn(row, whoseKept).providerId;
    },
  };
}

function nextOf(row: Row, worker: CareWorkerAccess): Operation {
  return { do: 'put', row: { ...row, version: row.version + 1, doc: documentWith(row.doc, workerKept, worker) }, when: [{ if: 'version-is', version: row.version }] };
}

function isKept({ kind }: TransactResult): boolean {
  if (kind === 'unknown') throw new StoreDoesNotAnswer('a change of who may sign in may not have been kept');
  return kind === 'done';
}

const codeRowKey = (council: CouncilId, providerId: string) => ({ pk: workersPartition(council, providerId), sk: 'code' });

/** As somebody types it: in any case, with or without the dash. */
const hashOf = (council: CouncilId, code: string): string => createHash('sha256').update(`${council} ${code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')}`).digest('hex');
