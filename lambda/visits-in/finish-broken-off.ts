import type { CouncilId } from '../../models/shared/index.ts';
import { visitRunStore } from '../store/visit-run-rows.ts';
import { lookAgain } from './look-again.ts';
import type { BringingServices } from './person-looked-at.ts';
import { visitRuns } from './visit-runs.ts';

/** Nobody works at one that has not come further for so long: a stretch takes a second or two. */
const leftAloneMs = 60_000;
/** Whoever looks next goes on. */
const worksForMs = 120_000;
const everyMs = 60_000;

/**
 * Goes on with files of visits that a process left half way when it ended, or a browser when it was closed: what was being looked at waits for its yes,
 * what somebody had said yes to is brought in. Says how many came to their end.
 */
export async function finishBrokenOff(services: BringingServices, council: CouncilId): Promise<number> {
  const { clock, table, log } = services;
  const startedAt = clock();
  const runs = visitRuns(services, council, () => { throw new Error('Nothing new is begun here'); });
  const left = (await visitRunStore(table).list(council)).filter(({ state, touchedAt, startedAt: began }) => (state === 'checking' || state === 'importing') && startedAt - (touchedAt ?? began) >= leftAloneMs);
  let count = 0;
  for (const { id, state } of left) {
    try {
      let now = state;
      while ((now === 'checking' || now === 'importing') && clock() - startedAt < worksForMs) now = (await runs.goOn(id))?.state ?? 'done';
      if (now === 'waiting' || now === 'done') count += 1;
    } catch (cause) {
      log.fault('visits-not-finished', {}, cause);
    }
  }
  return count;
}

/** On one machine: looks each minute. */
export function watchBrokenOff(services: BringingServices, council: CouncilId): { stop(): Promise<void> } {
  return lookAgain(everyMs, () => finishBrokenOff(services, council), (cause) => { services.log.fault('visits-not-finished', {}, cause); });
}
