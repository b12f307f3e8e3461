import type { Channel, ChannelName } from '../../models/alert/index.ts';
import type { createLog } from '../log.ts';
import type { Services } from '../services.ts';
import { skillLog } from '../skill-log.ts';
import { beat } from '../store/engine-beat.ts';
import { engineFor } from './engine-for.ts';
import { startLoop, type Loop } from './loop.ts';

/** Starts the engine on one machine: it keeps looking at what is due. */
export function startAlerts(services: Services, log: ReturnType<typeof createLog>, channels: Partial<Record<ChannelName, Channel>>): Loop {
  const { engine, parts } = engineFor(services, skillLog(log), channels);
  return startLoop(engine, { ...parts, beat: (at) => beat(services.table, at) });
}
