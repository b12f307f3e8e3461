import type { Channel } from '../../models/alert/index.ts';
import { shownOf } from '../board/board-state.ts';
import type { ToDevices } from '../bus/device-bus.ts';
import type { KnownDevices } from '../store/known-devices.ts';
import { eventTypeOf, quieten } from './board.ts';

interface Needs { readonly bus: ToDevices; readonly devices: Pick<KnownDevices, 'find'> }

/** A home with Home Assistant: an event there, which its own automations speak or show. It can prove no more than that it took it. */
export function homeAssistantChannel({ bus, devices }: Needs): Channel {
  return {
    name: 'home-assistant', proves: ['accepted', 'answered'],
    send: async ({ address, alertId, kind, urgency, wording, isAgain }) => {
      const device = await devices.find(address.value);
      if (device === undefined) return { kind: 'failed', why: 'bad-address' };
      if (!await bus.isOnline(device.deviceId)) return { kind: 'failed', why: 'unreachable' };
      const { title, text } = shownOf(wording, device.shows);
      try {
        await bus.say(device.deviceId, 'alert', { event_type: eventTypeOf(kind), id: alertId, title, text, urgency, is_again: isAgain });
        return { kind: 'accepted' };
      } catch {
        return { kind: 'failed', why: 'unreachable' };
      }
    },
    silence: quieten(bus),
  };
}
