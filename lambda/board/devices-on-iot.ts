import type { Channel } from '../../models/alert/index.ts';
import type { Clock } from '../../models/shared/index.ts';
import { iotBus, type IotBus } from '../bus/iot-bus.ts';
import type { AwsKeys } from '../bus/signed-for-aws.ts';
import { boardChannel } from '../channels/board.ts';
import { homeAssistantChannel } from '../channels/home-assistant.ts';
import type { Config } from '../config.ts';
import { alertStore } from '../store/alert-store.ts';
import { knownDevices, type KnownDevices } from '../store/known-devices.ts';
import type { Table } from '../store/table.ts';
import { acksInStore } from './acks-in-store.ts';
import type { DeviceAcks } from './device-acks.ts';

/** The devices in people's homes, from a function on AWS. */
export interface DevicesOnIot { readonly bus: IotBus; readonly devices: KnownDevices; readonly acks: DeviceAcks; readonly channels: readonly Channel[] }

/** Undefined where the stage has no bus: then the pages offer no screens, and alerts go by the other ways. */
export function devicesOnIot({ iotDataUrl, store }: Pick<Config, 'iotDataUrl' | 'store'>, table: Table, keys: AwsKeys, clock: Clock): DevicesOnIot | undefined {
  if (iotDataUrl === undefined || store.kind !== 'dynamodb') return undefined;
  const bus = iotBus({ url: iotDataUrl, region: store.region, keys, clock });
  const devices = knownDevices(table);
  const acks = acksInStore(alertStore(table), (milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds); }));
  return { bus, devices, acks, channels: [boardChannel({ bus, devices, acks }), homeAssistantChannel({ bus, devices })] };
}
