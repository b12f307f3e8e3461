import type { DueItem } from '../../models/alert/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { dueBy, dueShards, firstDue } from '../store/due-index.ts';
import type { EngineParts } from './engine-parts.ts';
import { lookAt, type Looks } from './look-at.ts';
import { putOff } from './put-off.ts';

export interface Engine {
  /** Looks at one thing. Never throws: what fails is put off, and set aside in the end. */
  look(item: DueItem): Promise<void>;
  /** Looks at everything that is due now. Says at how much. Never throws: what fails is put off, and set aside in the end. */
  tick(): Promise<number>;
  /** The same for what has been due for so long that whoever should have looked at it must have failed. */
  sweep(overdueByMs: number): Promise<number>;
  /** When something is due next; undefined when nothing waits. May lie in the past. */
  nextDueAt(): Promise<Instant | undefined>;
}

const inAPage = 400;
const atOnce = 24;

/** The engine: the same on one machine, where a loop calls it, and on AWS, where a tick and a queue do. */
export function alertEngine(parts: EngineParts, looks: Looks): Engine {
  const { table, clock } = parts;
  const busy = new Set<string>();
  const look = async (item: DueItem): Promise<void> => {
    try {
      await lookAt(item, parts, looks);
    } catch (cause) {
      await putOff(item, cause, parts);
    }
  };
  const lookAtAll = async (until: Instant, isSweep: boolean): Promise<number> => {
    const pages = await Promise.all(shards.map(async (shard) => dueBy(table, shard, until, inAPage)));
    const items = pages.flat().filter((item) => isSweep || !busy.has(nameOf(item)));
    await inTurns(items, async (item) => {
      busy.add(nameOf(item));
      await look(item);
      busy.delete(nameOf(item));
    });
    return items.length;
  };
  return {
    look,
    tick: () => lookAtAll(clock(), false),
    sweep: (overdueByMs) => lookAtAll((clock() - overdueByMs) as Instant, true),
    nextDueAt: async () => {
      const firsts = (await Promise.all(shards.map(async (shard) => firstDue(table, shard)))).filter((at) => at !== undefined);
      return firsts.length === 0 ? undefined : Math.min(...firsts) as Instant;
    },
  };
}

const shards = Array.from({ length: dueShards }, (_, shard) => shard);

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
