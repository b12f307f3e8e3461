import type { Channel } from '../../models/alert/index.ts';
import type { ToDevices } from '../bus/device-bus.ts';
import { quieten } from './board.ts';

/** For a function that tells nobody anything but may hear an answer: screens in the home fall quiet with it. */
export function quietScreens(bus: Pick<ToDevices, 'say'>): readonly Channel[] {
  return (['board', 'home-assistant'] as const).map((name) => ({ name, proves: [], send: () => Promise.resolve({ kind: 'failed', why: 'not-set-up' } as const), silence: quieten(bus) }));
}
