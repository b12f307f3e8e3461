import * as z from 'zod/mini';
import { correctService, priceUnits, type Correction, type CorrectionStep, type CorrectService } from '../../models/service/index.ts';
import type { Clock, CouncilId, Instant } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { dateKept, flagKept, instantKept, maybeTextKept, namedKept, penceKept, textKept, whenAsked } from './kept-values.ts';
import { auditKey, correctionKey, correctionsMarkKey, correctionsPartition, deskPartition } from './keys.ts';
import { documentOf, documentWith, valueIn } from './row-document.ts';
import type { Operation, Table } from './table.ts';

const price = () => z.looseObject({ pence: penceKept, unit: z.enum(priceUnits) });
const correctionKept = whenAsked<Correction>(() => z.looseObject({
  serviceId: namedKept, isApproved: z.exactOptional(flagKept), price: z.exactOptional(price()), checkedOn: z.exactOptional(dateKept),
  history: z.array(z.looseObject({
    what: z.enum(['approved', 'approval-withdrawn', 'priced', 'price-as-recorded', 'checked']), by: z.looseObject({ id: namedKept, name: textKept }), at: instantKept, note: maybeTextKept, price: z.exactOptional(price()),
  })),
}));

/** A correction as kept, and its version: 0 for a service that nobody has corrected. */
interface KeptCorrection { readonly correction: Correction; readonly version: number }
type CorrectResult = 'kept' | 'changed-meanwhile' | 'unknown';

/** A council's corrections of its directory, a row each: a directory that is read in anew leaves them alone. */
export interface CorrectionStore {
  /** All of them, at most some seconds old. The same list for as long as nothing has changed. */
  of(council: CouncilId): Promise<readonly Correction[]>;
  find(council: CouncilId, serviceId: string): Promise<KeptCorrection>;
  /** Keeps what was said of a service, if the correction is still the one of that version, with a line in the council's audit. */
  change(council: CouncilId, change: CorrectionChange): Promise<CorrectResult>;
}

interface CorrectionChange {
  readonly serviceId: string;
  readonly version: number;
  readonly said: CorrectService;
  readonly by: CorrectionStep['by'];
  readonly at: Instant;
}

const freshForMs = 3_000;
const none: readonly Correction[] = [];

/** Over a table. What is told of within three seconds comes from memory; after that, one small row says whether anything is new. */
export function correctionStore(table: Table, clock: Clock): CorrectionStore {
  const known = new Map<CouncilId, { readonly corrections: readonly Correction[]; readonly mark: string; readonly at: number }>();
  return {
    of: async (council) => {
      const last = known.get(council);
      const now = clock();
      if (last !== undefined && now >= last.at && now - last.at < freshForMs) return last.corrections;
      const mark = (await table.get(correctionsMarkKey(council)))?.doc ?? '';
      const corrections = mark === last?.mark ? last.corrections : mark === '' ? none : await allOf(table, council);
      known.set(council, { corrections, mark, at: now });
      return corrections;
    },
    find: (council, serviceId) => find(table, council, serviceId),
    change: async (council, change) => {
      const result = await keep(table, council, change);
      known.delete(council);
      return result;
    },
  };
}

/** The correction on the version it was read at, the mark that something is new, and who did it: all or none. */
async function keep(table: Table, council: CouncilId, { serviceId, version, said, by, at }: CorrectionChange): Promise<CorrectResult> {
  const key = correctionKey(council, serviceId);
  const row = await table.get(key);
  if ((row?.version ?? 0) !== version) return 'changed-meanwhile';
  const after = correctService(row === undefined ? { serviceId, history: [] } : valueIn(row, correctionKept), said, by, at);
  const operations: readonly Operation[] = [
    { do: 'put', row: { ...key, version: version + 1, doc: row === undefined ? documentOf(after) : documentWith(row.doc, correctionKept, after) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version }] },
    { do: 'put', row: { ...correctionsMarkKey(council), version: 1, doc: documentOf({ serviceId, version: version + 1, at }) }, when: [] },
    { do: 'put', row: { pk: deskPartition(council), sk: auditKey(at, `service#${serviceId}#${version + 1}`), version: 1, doc: documentOf({ action: `service-${said.what}`, by: `staff:${by.id}`, about: serviceId }) }, when: [] },
  ];
  const { kind } = await table.transact(operations);
  return kind === 'done' ? 'kept' : kind === 'refused' ? 'changed-meanwhile' : 'unknown';
}

async function find(table: Table, council: CouncilId, serviceId: string): Promise<KeptCorrection> {
  const row = await table.get(correctionKey(council, serviceId));
  return row === undefined ? { correction: { serviceId, history: [] }, version: 0 } : { correction: valueIn(row, correctionKept), version: row.version };
}

async function allOf(table: Table, council: CouncilId): Promise<readonly Correction[]> {
  const rows = await everyRow(table, { by: 'pk', pk: correctionsPartition(council), from: 'service#', to: 'service$' });
  return rows.map((row) => valueIn(row, correctionKept));
}
