import { isAlarming, type FileRefused, type VisitRun } from '../../models/visits-in/index.ts';
import type { ColumnsUnknown } from './read-csv.ts';
import type { Sent, VisitRuns } from './visit-runs.ts';

export type BroughtAtOnce =
  | FileRefused | ColumnsUnknown
  | { readonly kind: 'brought-in'; readonly run: VisitRun }
  /** So much is called off or missing that somebody has to look first. */
  | { readonly kind: 'waits'; readonly run: VisitRun }
  | { readonly kind: 'uncertain' };

/** Brings in what comes by itself, without anybody's yes, unless it calls off more than half. */
export async function bringInAtOnce(runs: VisitRuns, sent: Sent): Promise<BroughtAtOnce> {
  const checked = await runs.check(sent);
  if (checked.kind !== 'begun') return checked;
  const { id } = checked.run;
  const found = await runs.finish(id);
  if (found === undefined) return { kind: 'uncertain' };
  if (isAlarming(found)) return { kind: 'waits', run: found };
  const run = await runs.bringIn(id) ? await runs.finish(id) : undefined;
  return run?.state === 'done' ? { kind: 'brought-in', run } : { kind: 'uncertain' };
}
