import * as z from 'zod/mini';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { instantKept, maybeInstantKept, maybeTextKept, namedKept, numberKept, personIdKept, whenAsked } from './kept-values.ts';
import { heartbeatKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Row, Table } from './table.ts';

/** When something was last heard of a device, or of a system that visits come from, and when it was found silent. */
export interface Heartbeat {
  readonly deviceId: string;
  readonly personId?: PersonId;
  readonly heardAt: Instant;
  readonly silentAfterMinutes: number;
  readonly silentSince?: Instant;
  /** It is no device: a source of visits, as staff call it. */
  readonly source?: string;
}

const heartbeatKept = whenAsked<Heartbeat>(() => z.looseObject({ deviceId: namedKept, personId: z.exactOptional(personIdKept), heardAt: instantKept, silentAfterMinutes: numberKept, silentSince: maybeInstantKept, source: maybeTextKept }));

export interface KeptHeartbeat { readonly heartbeat: Heartbeat; readonly row: Row }

export async function readHeartbeat(table: Table, council: CouncilId, deviceId: string): Promise<KeptHeartbeat | undefined> {
  const row = await table.get(heartbeatKey(council, deviceId));
  return row === undefined ? undefined : { heartbeat: valueIn(row, heartbeatKept), row };
}

/** As changed; refused when it was changed meanwhile. */
export function heartbeatOperation(council: CouncilId, before: KeptHeartbeat | undefined, after: Heartbeat): Operation {
  return {
    do: 'put', row: { ...heartbeatKey(council, after.deviceId), version: (before?.row.version ?? 0) + 1, doc: documentOf(after) },
    when: [before === undefined ? { if: 'absent' } : { if: 'version-is', version: before.row.version }],
  };
}
