import { alertKinds, gapsOf, gatherGaps, newAlert, type AlertKind, type ReachFound } from '../../models/alert/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import type { PersonToTell } from '../store/alert-store.ts';
import { readHeartbeat } from '../store/heartbeat-rows.ts';
import type { Table } from '../store/table.ts';
import { alertKnowledge } from './alert-knowledge.ts';
import type { CouncilToTell } from './engine-parts.ts';
import { situationOf } from './situation-of.ts';

/** What is told to people and those around them; what is the desk's own reaches the desk. */
const kinds = (Object.keys(alertKinds) as readonly AlertKind[]).filter((kind) => alertKinds[kind].for !== 'desk');

/** Every step of one person's ladders that reaches nobody, found as the engine would find it. */
export async function lookAtReach(person: PersonToTell, council: CouncilToTell, table: Table, now: Instant): Promise<ReachFound> {
  const { record, reach } = person;
  const { councilId, personId, visitBook: { provider } } = record;
  const devices = reach.person.filter(({ channel }) => channel === 'board' || channel === 'home-assistant').map(({ value }) => value);
  const heartbeats = await Promise.all(devices.map(async (deviceId) => readHeartbeat(table, councilId, deviceId)));
  const silent = devices.filter((_, place) => heartbeats[place]?.heartbeat.silentSince !== undefined);
  const gaps = kinds.flatMap((kind) => gapsOf(kind, situationOf(newAlert({ councilId, personId, kind, occursAt: now, name: 'reach', plannedFor: now }), person, council, alertKnowledge, now), silent));
  return { personId, at: now, provider: { id: provider.id, name: provider.name }, gaps: gatherGaps(gaps) };
}
