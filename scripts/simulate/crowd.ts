import { newAlert, type Address, type Alert, type AlertKind, type Channel } from '../../models/alert/index.ts';
import { councilId, instant, type CouncilId } from '../../models/shared/index.ts';
import { alertDesk } from '../../lambda/alerts/alert-desk.ts';
import { alertEngine } from '../../lambda/alerts/engine.ts';
import { alertKnowledge } from '../../lambda/alerts/alert-knowledge.ts';
import type { EngineParts } from '../../lambda/alerts/engine-parts.ts';
import { startLoop } from '../../lambda/alerts/loop.ts';
import { alertOperations } from '../../lambda/store/alert-operations.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { countingTable } from '../../lambda/store/counting-table.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import type { Table } from '../../lambda/store/table.ts';

const now = instant(Date.UTC(2026, 11, 1, 9));
const [noisy, quiet] = [councilId('noisy'), councilId('quiet')];
const desk: readonly Address[] = [{ id: 'desk', channel: 'desk', value: 'desk', isVerified: true }];
const inATransaction = 40;

/** What the quiet council's one urgent alert took until its desk was told: its own calls to the store, all calls meanwhile, and how many of the noisy council's were told meanwhile. */
export interface Waited { readonly ownCalls: number; readonly allCalls: number; readonly toldMeanwhile: number; readonly leftOfNoisy: number }
/** What the noisy council has due at once, and whether its channels hang. */
export interface Noise { readonly urgent: number; readonly ordinary: number; readonly hangs?: boolean }

/**
 * Two councils on one store in one process, each with its engine and its loop as on one machine. All of the noisy one's alerts are due at once
 * and longer than the quiet one's, which is raised while they are being told. Counted in calls to the store, never in time.
 */
export async function crowd({ urgent, ordinary, hangs = false }: Noise): Promise<Waited> {
  const table = openSqliteTable(':memory:');
  await fill(table, 'something-is-stuck', urgent);
  await fill(table, 'ring-wanted', ordinary);
  let told = 0;
  let noiseIsOn: () => void = () => undefined;
  const noise = new Promise<void>((resolve) => { noiseIsOn = resolve; });
  const noisyOne = startEngine(noisy, table, () => { told += 1; noiseIsOn(); return hangs ? new Promise(() => undefined) : Promise.resolve({ kind: 'accepted' }); });
  let quietTold: () => void = () => undefined;
  const heard = new Promise<void>((resolve) => { quietTold = resolve; });
  const quietOne = startEngine(quiet, table, () => { quietTold(); return Promise.resolve({ kind: 'accepted' }); });
  if (urgent + ordinary > 0) await noise;
  const [toldBefore, callsBefore, ownBefore] = [told, noisyOne.calls() + quietOne.calls(), quietOne.calls()];
  await quietOne.alerts.raise({ councilId: quiet, kind: 'something-is-stuck', occursAt: now, name: 'urgent', plannedFor: now });
  await heard;
  const waited = { ownCalls: quietOne.calls() - ownBefore, allCalls: noisyOne.calls() + quietOne.calls() - callsBefore, toldMeanwhile: told - toldBefore, leftOfNoisy: urgent + ordinary - told };
  quietOne.stop();
  noisyOne.stop();
  return waited;
}

function startEngine(council: CouncilId, real: Table, send: Channel['send']) {
  const table = countingTable(real);
  const parts: EngineParts = {
    council, table, store: alertStore(table), clock: () => now, knows: alertKnowledge, channels: { desk: { name: 'desk', proves: ['accepted'], send } }, wait: () => new Promise(() => undefined),
    councils: () => Promise.resolve({ rules: [], desk, zone: 'Europe/London' }), log: { event: () => undefined, fault: (code, _facts, cause) => { throw new Error(code, { cause }); } },
  };
  const loop = startLoop(alertEngine(parts, { device: () => Promise.resolve(), requestExpiry: () => Promise.resolve(), figures: () => Promise.resolve() }), parts);
  return { alerts: alertDesk(parts, () => { loop.wake(); }), calls: () => table.trips.reads + table.trips.transactions, stop: () => { void loop.stop(); } };
}

async function fill(table: Table, kind: AlertKind, count: number): Promise<void> {
  const alert = (number: number): Alert => newAlert({ councilId: noisy, kind, occursAt: instant(now - 60_000), name: `n${number}`, plannedFor: instant(now - 60_000) });
  for (let from = 0; from < count; from += inATransaction) {
    await table.transact(Array.from({ length: Math.min(inATransaction, count - from) }, (_, place) => alertOperations({ after: alert(from + place) })).flat());
  }
}
