import type { Channel } from '../../models/alert/index.ts';
import { shownOf } from '../board/board-state.ts';
import type { DeviceAcks } from '../board/device-acks.ts';
import type { ToDevices } from '../bus/device-bus.ts';
import type { KnownDevices } from '../store/known-devices.ts';

interface Needs { readonly bus: ToDevices; readonly devices: Pick<KnownDevices, 'find'>; readonly acks: DeviceAcks }

/** A TV board: it says itself when it has shown or spoken something. One that is switched off has reached nobody, and is said so at once. */
export function boardChannel({ bus, devices, acks }: Needs): Channel {
  return {
    name: 'board', proves: ['accepted', 'shown', 'spoken', 'answered'],
    send: async ({ address, attemptId, alertId, kind, urgency, wording, isAgain, expiresAt }) => {
      const device = await devices.find(address.value);
      if (device === undefined) return { kind: 'failed', why: 'bad-address' };
      if (!await bus.isOnline(device.deviceId)) return { kind: 'failed', why: 'unreachable' };
      const acknowledged = acks.wait(attemptId, device.deviceId);
      try {
        await bus.say(device.deviceId, 'alert', {
          event_type: eventTypeOf(kind), id: alertId, attemptId, urgency, isAgain, ...shownOf(wording, device.shows),
          ...(expiresAt !== undefined && { expiresAt: new Date(expiresAt).toISOString() }),
        });
      } catch {
        return { kind: 'failed', why: 'unreachable' };
      }
      const proof = await acknowledged;
      return proof === undefined ? { kind: 'unknown', why: 'no-acknowledgement' } : { kind: proof };
    },
    silence: quieten(bus),
  };
}

/** Tells devices that an alert needs no answer any more. */
export function quieten(bus: Pick<ToDevices, 'say'>): NonNullable<Channel['silence']> {
  return async ({ addresses, alertId }) => {
    await Promise.all(addresses.map(async ({ value }) => bus.say(value, 'alert', { event_type: over, id: alertId })));
  };
}

/** The alert needs no answer any more. */
export const over = 'over';
export const eventTypeOf = (kind: string): string => kind.replaceAll('-', '_');
