import { instant, type Clock, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import { dueOperation, notDueOperation } from '../store/due-index.ts';
import { heartbeatOperation, readHeartbeat, type Heartbeat } from '../store/heartbeat-rows.ts';
import { heartbeatKey } from '../store/keys.ts';
import type { Table } from '../store/table.ts';
import type { AlertDesk } from './alert-desk.ts';
import type { Looks } from './look-at.ts';

interface Heard { readonly councilId: CouncilId; readonly deviceId: string; readonly personId?: PersonId; readonly silentAfterMinutes: number; /** A source of visits, as staff call it: each time it is heard of counts. */ readonly source?: string }
interface Needs { readonly table: Table; readonly clock: Clock; readonly alerts: AlertDesk }

const minuteMs = 60_000;
/** Heard again sooner than this after the last time: nothing is written. */
const writtenAfterShare = 1 / 3;

/** A device was heard of. If it had fallen silent, the desk's alert about it is over. */
export async function deviceHeard({ councilId, ...heard }: Heard, { table, clock, alerts }: Needs): Promise<void> {
  const now = clock();
  const kept = await readHeartbeat(table, councilId, heard.deviceId);
  const before = kept?.heartbeat;
  if (heard.source === undefined && before?.silentSince === undefined && before !== undefined && now - before.heardAt < heard.silentAfterMinutes * minuteMs * writtenAfterShare) return;
  const isNew = before === undefined || before.silentSince !== undefined;
  await table.transact([
    heartbeatOperation(councilId, kept, { ...heard, heardAt: now }),
    ...(isNew ? [dueOperation(instant(now + heard.silentAfterMinutes * minuteMs), { kind: 'device', councilId, deviceId: heard.deviceId, ...(heard.personId !== undefined && { personId: heard.personId }) })] : []),
  ]);
  if (before?.silentSince !== undefined) await alerts.withdraw({ councilId, alertId: silentAlertId(before.silentSince, before) });
}

/** What is looked at no more has not fallen silent. */
export async function deviceGone({ councilId, deviceId }: Pick<Heard, 'councilId' | 'deviceId'>, { table, alerts }: Pick<Needs, 'table' | 'alerts'>): Promise<void> {
  const kept = await readHeartbeat(table, councilId, deviceId);
  if (kept === undefined) return;
  await table.transact([{ do: 'delete', key: heartbeatKey(councilId, deviceId), when: [] }]);
  const { silentSince } = kept.heartbeat;
  if (silentSince !== undefined) await alerts.withdraw({ councilId, alertId: silentAlertId(silentSince, kept.heartbeat) });
}

/** A device is due: heard of since, it is looked at again later; not heard of, the desk is told once. */
export async function lookAtDevice({ at, due }: Parameters<Looks['device']>[0], { table, clock, alerts }: Needs): Promise<void> {
  const { councilId, deviceId } = due;
  const done = notDueOperation(at, due);
  const now = clock();
  const kept = await readHeartbeat(table, councilId, deviceId);
  if (kept === undefined || kept.heartbeat.silentSince !== undefined) {
    await table.transact([done]);
    return;
  }
  const { heartbeat } = kept;
  const silentAt = instant(heartbeat.heardAt + heartbeat.silentAfterMinutes * minuteMs);
  if (silentAt > now) {
    await table.transact([done, dueOperation(silentAt, due)]);
    return;
  }
  // The alert first: should we stop between the two, it is raised again under the same name, and is one alert.
  const raised = await alerts.raise({ councilId, kind: kindOf(heartbeat), occursAt: silentAt, name: deviceId, plannedFor: now, facts: { deviceId, heardAt: heartbeat.heardAt, ...(heartbeat.source !== undefined && { sourceName: heartbeat.source }) } });
  if (raised.kind === 'unknown') throw new Error('The desk could not be told of a silent device');
  await table.transact([done, heartbeatOperation(councilId, kept, { ...heartbeat, silentSince: silentAt })]);
}

function silentAlertId(since: Instant, { deviceId, source }: Pick<Heartbeat, 'deviceId' | 'source'>): string {
  return `${new Date(since).toISOString().slice(0, 16).replace(/[-:]/g, '')}.${kindOf({ source })}.${deviceId}`;
}

function kindOf({ source }: { readonly source?: string | undefined }): 'device-silent' | 'import-stale' {
  return source === undefined ? 'device-silent' : 'import-stale';
}
