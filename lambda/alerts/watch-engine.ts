import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { dueShards, firstDue } from '../store/due-index.ts';
import { lastBeat } from '../store/engine-beat.ts';
import type { Table } from '../store/table.ts';

export type EngineState = { readonly kind: 'well' } | { readonly kind: 'stalled'; readonly why: 'no-sign-of-life' | 'overdue'; readonly forSeconds: number };

/** Whether a council's engine is alive, looked at from outside: it has given a sign of life, and nothing that is due lies untouched. */
export async function watchEngine(table: Table, council: CouncilId, now: Instant, afterSeconds: number): Promise<EngineState> {
  const last = await lastBeat(table, council);
  const silentFor = last === undefined ? Infinity : (now - last) / 1_000;
  if (silentFor > afterSeconds) return { kind: 'stalled', why: 'no-sign-of-life', forSeconds: Math.round(Math.min(silentFor, 86_400)) };
  const first = await Promise.all(dueShards.map(async (shard) => firstDue(table, council, shard)));
  const overdueFor = Math.max(0, ...first.map((at) => (at === undefined ? 0 : (now - at) / 1_000)));
  return overdueFor > afterSeconds * 2 ? { kind: 'stalled', why: 'overdue', forSeconds: Math.round(overdueFor) } : { kind: 'well' };
}
