import type { DueItem } from '../../models/alert/index.ts';
import type { Clock, CouncilId, Instant } from '../../models/shared/index.ts';
import { dueLanes, everyDueBy } from '../store/due-index.ts';
import type { Table } from '../store/table.ts';

/** Something to be looked at, and how long it is to wait until then. */
export interface Queued { readonly item: DueItem; readonly delaySeconds: number }

/** The port to a queue that gives each item back after its delay, at least once. */
export interface DueQueue { send(queued: readonly Queued[]): Promise<void> }

interface Needs { readonly table: Table; readonly councils: readonly CouncilId[]; readonly queue: DueQueue; readonly clock: Clock }

/** A tick comes every minute, and some seconds late at times: what is due until the one after is queued. */
const aheadMs = 75_000;

/**
 * Every minute: queues all that is due until the next tick, each with its delay to the second, and all that is overdue: first what is urgent,
 * and of each sort one of each council in turn, so that none is behind another's many. What an earlier tick queued and nobody has looked at yet
 * is queued again: looking twice does nothing twice. Says how much was queued.
 */
export async function queueDue({ table, councils, queue, clock }: Needs): Promise<number> {
  const now = clock();
  const until = (now + aheadMs) as Instant;
  const lanes = await Promise.all(Object.values(dueLanes).map(async (shards) => inTurn(await Promise.all(councils.map(async (council) => (
    (await Promise.all(shards.map(async (shard) => everyDueBy(table, council, shard, until)))).flat()))))));
  const items = lanes.flat();
  await queue.send(items.map((item) => queued(item, now)));
  return items.length;
}

/** The first of each list, then the second of each, and so on. */
function inTurn<Item>(lists: readonly (readonly Item[])[]): readonly Item[] {
  const longest = Math.max(0, ...lists.map(({ length }) => length));
  return Array.from({ length: longest }, (_, place) => lists.flatMap((list) => list.slice(place, place + 1))).flat();
}

/** At once, when something new is due before the next tick: called with what has just been put into the index. */
export async function queueNew(items: readonly DueItem[], { queue, clock }: Pick<Needs, 'queue' | 'clock'>): Promise<number> {
  const now = clock();
  const soon = items.filter(({ at }) => at <= now + aheadMs);
  await queue.send(soon.map((item) => queued(item, now)));
  return soon.length;
}

/** Whole seconds, rounded up: never early. */
function queued(item: DueItem, now: Instant): Queued {
  return { item, delaySeconds: Math.max(0, Math.ceil((item.at - now) / 1_000)) };
}
