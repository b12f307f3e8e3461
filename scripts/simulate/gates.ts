import type { Instant } from '../../models/shared/index.ts';
import type { Chance } from './chance.ts';

/** One place where somebody waits for the world: who, and not before when. */
interface Gate { readonly who: string; readonly at: number; readonly open: () => void }

/** Every await of the simulated parts passes a gate; chance decides which is opened next, and the gates of the dead and the stalled stay shut. */
export function gates(chance: Chance, now: () => Instant) {
  const waiting: Gate[] = [];
  const dead = new Set<string>();
  const stalled = new Map<string, number>();
  const isReady = ({ who, at }: Gate) => at <= now() && (stalled.get(who) ?? 0) <= now();
  return {
    pass: (who: string, afterMs = 0) => new Promise<void>((resolve) => { if (!dead.has(who)) waiting.push({ who, at: now() + afterMs, open: resolve }); }),
    /** Opens one that is ready; says whether there was one. */
    openOne: (): boolean => {
      const ready = waiting.filter(isReady);
      if (ready.length === 0) return false;
      const gate = chance.oneOf(ready);
      waiting.splice(waiting.indexOf(gate), 1);
      gate.open();
      return true;
    },
    nextAt: (): number => Math.min(...waiting.map(({ who, at }) => Math.max(at, stalled.get(who) ?? 0)), Infinity),
    kill: (who: string) => {
      dead.add(who);
      for (let place = waiting.length - 1; place >= 0; place -= 1) if (waiting[place]?.who === who) waiting.splice(place, 1);
    },
    stall: (who: string, until: number) => { stalled.set(who, until); },
    isDead: (who: string) => dead.has(who),
    release: () => { stalled.clear(); },
  };
}
export type Gates = ReturnType<typeof gates>;

/** Lets everything that can go on without the world go on. */
export async function settle(): Promise<void> {
  await new Promise((resolve) => { setImmediate(resolve); });
}
