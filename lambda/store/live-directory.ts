import { buildDirectory, type Directory } from '../../models/service/index.ts';
import type { Clock, CouncilId, Instant } from '../../models/shared/index.ts';
import { currentSnapshot, loadDirectory } from './directory-store.ts';
import type { Table } from './table.ts';

export interface LiveDirectory {
  readonly table: Table;
  readonly clock: Clock;
  /** How old the answer to "is there a newer one?" may be. */
  readonly refreshAfterMinutes: number;
  /** Told when a newer directory could not be looked for or read; the last good one goes on. */
  readonly fault: (cause: unknown) => void;
}

/**
 * The directory of a council, from memory. Only the very first question waits for the store; later ones get what is there,
 * and a newer one is fetched behind their backs. A council with none has an empty one, looked for again each minute.
 */
export function liveDirectory({ table, clock, refreshAfterMinutes, fault }: LiveDirectory): (council: CouncilId) => Promise<Directory> {
  const held = new Map<CouncilId, Held>();
  const loading = new Map<CouncilId, Promise<Held>>();

  const load = (council: CouncilId): Promise<Held> => {
    const underway = loading.get(council);
    if (underway !== undefined) return underway;
    const started = fresh(table, council, held.get(council), clock).then((found) => { held.set(council, found); return found; }).finally(() => loading.delete(council));
    loading.set(council, started);
    return started;
  };

  const refresh = (council: CouncilId, last: Held): void => {
    load(council).catch((cause: unknown) => {
      held.set(council, { ...last, lookedAt: clock() });
      fault(cause);
    });
  };

  return async (council) => {
    const last = held.get(council);
    if (last === undefined) return (await load(council)).directory;
    const goodForMinutes = last.snapshot === undefined ? 1 : refreshAfterMinutes;
    if (!loading.has(council) && clock() - last.lookedAt >= goodForMinutes * 60_000) refresh(council, last);
    return last.directory;
  };
}

interface Held { readonly directory: Directory; readonly snapshot: string | undefined; readonly lookedAt: Instant }

async function fresh(table: Table, council: CouncilId, last: Held | undefined, clock: Clock): Promise<Held> {
  const lookedAt = clock();
  if (last !== undefined && (await currentSnapshot(table, council)) === last.snapshot) return { ...last, lookedAt };
  const kept = await loadDirectory(table, council);
  return { directory: buildDirectory(kept?.services ?? []), snapshot: kept?.snapshot, lookedAt };
}
