import type { Channel, ChannelName } from '../../models/alert/index.ts';
import type { createLog } from '../log.ts';
import type { Services } from '../services.ts';
import { skillLog } from '../skill-log.ts';
import { beat } from '../store/engine-beat.ts';
import { engineFor } from './engine-for.ts';
import { startLoop, type Loop } from './loop.ts';

/** Starts the engines on one machine, one for each council: they keep looking at what is due, and none waits for another's. */
export function startAlerts(services: Services, log: ReturnType<typeof createLog>, channels: Partial<Record<ChannelName, Channel>>): Pick<Loop, 'wake' | 'stop'> {
  const loops = services.councils.flatMap(({ councilId }) => {
    const own = services.of(councilId);
    if (own === undefined) return [];
    const { engine, parts } = engineFor(own, skillLog(log), channels);
    return [startLoop(engine, { ...parts, beat: (at) => beat(services.table, parts.council, at) })];
  });
  return {
    wake: () => { for (const loop of loops) loop.wake(); },
    stop: async () => { await Promise.all(loops.map(async (loop) => loop.stop())); },
  };
}
