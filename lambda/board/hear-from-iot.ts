import type { IotBus } from '../bus/iot-bus.ts';
import { topicOf } from '../bus/device-topics.ts';
import { readIotEvent, type IotEvent } from '../bus/iot-events.ts';
import { discover, hearDevice, type Hearing } from './listen-to-devices.ts';

/** Deals with what one rule of IoT Core brought. Throws when it cannot be: Lambda brings it again. */
export async function hearFromIot(event: IotEvent, hearing: Hearing & { readonly bus: IotBus }): Promise<void> {
  const read = readIotEvent(event);
  if (read === undefined) return;
  if (read.kind === 'said') return hearDevice(read.said, hearing);
  const { kind, deviceId } = read;
  if ((await hearing.devices.find(deviceId))?.kind !== 'home-assistant') return;
  const sayIsHere = (payload: 'online' | 'offline') => hearing.bus.publish(topicOf(deviceId, 'availability'), payload, true);
  // That one went may be told after it came back: whether it is there is asked.
  if (kind === 'went') return await hearing.bus.isOnline(deviceId) ? undefined : sayIsHere('offline');
  // A Home Assistant has no last will of ours: that it is connected is said for it.
  if (kind === 'came') await sayIsHere('online');
  return discover(deviceId, hearing);
}
