import type { DueItem } from '../../models/alert/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { dueBy, dueLanes, firstDue, type DueShard } from '../store/due-index.ts';
import type { EngineParts } from './engine-parts.ts';
import { lookAt, type Looks } from './look-at.ts';
import { putOff } from './put-off.ts';

/** What is looked at in rounds of its own: the urgent by itself, so that it never waits for what is not. */
export interface Lane {
  /** Looks at what is due now, the longest due first, up to a round of it. Says at how much. Never throws: what fails is put off, and set aside in the end. */
  tick(): Promise<number>;
  /** The same for what has been due for so long that whoever should have looked at it must have failed. */
  sweep(overdueByMs: number): Promise<number>;
  /** When something is due next; undefined when nothing waits. May lie in the past. */
  nextDueAt(): Promise<Instant | undefined>;
}

/** One council's engine. Its own rounds go through every lane. */
export interface Engine extends Lane {
  readonly lanes: readonly Lane[];
  /** Looks at one thing. Never throws: what fails is put off, and set aside in the end. */
  look(item: DueItem): Promise<void>;
}

/** Small, so that whatever else goes on in this process gets its turn after it. */
const inARound = 48;
const atOnce = 24;

/** One council's engine: the same on one machine, where a loop calls it, and on AWS, where a tick and a queue do. */
export function alertEngine(parts: EngineParts, looks: Looks): Engine {
  const { table, clock, council } = parts;
  const busy = new Set<string>();
  const look = async (item: DueItem): Promise<void> => {
    try {
      await lookAt(item, parts, looks);
    } catch (cause) {
      await putOff(item, cause, parts);
    }
  };
  const lookAtAll = async (shards: readonly DueShard[], until: Instant, isSweep: boolean): Promise<number> => {
    const pages = await Promise.all(shards.map(async (shard) => dueBy(table, council, shard, until, inARound / shards.length)));
    const items = pages.flat().filter((item) => isSweep || !busy.has(nameOf(item)));
    await inTurns(items, async (item) => {
      busy.add(nameOf(item));
      await look(item);
      busy.delete(nameOf(item));
    });
    return items.length;
  };
  const lanes = Object.values(dueLanes).map((shards): Lane => ({
    tick: () => lookAtAll(shards, clock(), false),
    sweep: (overdueByMs) => lookAtAll(shards, (clock() - overdueByMs) as Instant, true),
    nextDueAt: async () => earliest(await Promise.all(shards.map(async (shard) => firstDue(table, council, shard)))),
  }));
  return {
    look, lanes,
    tick: async () => sum(await Promise.all(lanes.map(async (lane) => lane.tick()))),
    sweep: async (overdueByMs) => sum(await Promise.all(lanes.map(async (lane) => lane.sweep(overdueByMs)))),
    nextDueAt: async () => earliest(await Promise.all(lanes.map(async (lane) => lane.nextDueAt()))),
  };
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, count) => total + count, 0);
}

function earliest(times: readonly (Instant | undefined)[]): Instant | undefined {
  const known = times.filter((at) => at !== undefined);
  return known.length === 0 ? undefined : Math.min(...known) as Instant;
}

function nameOf({ at, due }: DueItem): string {
  return `${at} ${JSON.stringify(due)}`;
}

/** So many at a time, each started as soon as another is done. */
async function inTurns<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = [...items];
  await Promise.all(Array.from({ length: Math.min(atOnce, waiting.length) }, async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await work(item);
  }));
}
