import { randomInt } from 'node:crypto';
import type { Server } from 'node:http';
import type { Channel } from '../../models/alert/index.ts';
import type { Clock, CouncilId } from '../../models/shared/index.ts';
import type { BoardDesk } from '../../web/board/board-port.ts';
import type { ScreenDesk } from '../../web/console/screens-port.ts';
import type { EngineLog } from '../alerts/engine-parts.ts';
import { deviceBus, type DeviceBus } from '../bus/device-bus.ts';
import { topicOf } from '../bus/device-topics.ts';
import { embeddedBroker, type EmbeddedBroker } from '../bus/embedded-broker.ts';
import { outsideBroker } from '../bus/outside-broker.ts';
import { boardChannel } from '../channels/board.ts';
import { homeAssistantChannel } from '../channels/home-assistant.ts';
import type { Config } from '../config.ts';
import type { Services } from '../services.ts';
import { alertStore } from '../store/alert-store.ts';
import { deviceStore } from '../store/device-rows.ts';
import type { Table } from '../store/table.ts';
import { boardDesk } from './board-desk.ts';
import { deviceAcks } from './device-acks.ts';
import { listenToDevices } from './listen-to-devices.ts';

/** The devices in people's homes: the bus to them, the channels over it, and what sets them up. */
export interface Devices {
  readonly bus: DeviceBus;
  readonly channels: readonly Channel[];
  /** From now on what devices say is heard, and screens can be set up: by each council for its own people. */
  start(services: Services, server: Server): Promise<(council: CouncilId) => BoardDesk & ScreenDesk>;
  close(): Promise<void>;
}

/** Our own broker inside the server, or one outside it where the settings name one. */
export async function startDevices(config: Config, table: Table, clock: Clock, log: EngineLog): Promise<Devices> {
  const devices = deviceStore(table);
  const acks = deviceAcks((milliseconds) => new Promise((resolve) => { setTimeout(resolve, milliseconds).unref(); }));
  const fault = (cause: unknown) => { log.fault('bus-failed', {}, cause); };
  const broker = config.bus.kind === 'embedded' ? await embeddedBroker({ whois: (deviceId, word) => devices.known(deviceId, word), refused: (why) => { log.event('device-refused', { why }); } }) : undefined;
  const bus = await deviceBus(broker ?? await outsideBroker({ ...(config.bus as Extract<Config['bus'], { kind: 'outside' }>), clientId: `my-care-${randomInt(1e9)}` }, fault), fault);
  return {
    bus, channels: [boardChannel({ bus, devices, acks }), homeAssistantChannel({ bus, devices })],
    start: async (services, server) => {
      listenToDevices({ bus, devices, acks, alerts: services.alerts, records: services.records, clock, log });
      if (broker !== undefined) await openDoors(broker, server, config);
      return (council) => boardDesk({
        devices, store: alertStore(table), records: services.records, bus, clock, council, random: (below) => randomInt(below),
        sendAway: (deviceId) => {
          broker?.sendAway(deviceId);
          void bus.publish(topicOf(deviceId, 'availability'), '', true).catch(fault);
        },
      });
    },
    close: () => bus.close(),
  };
}

async function openDoors(broker: EmbeddedBroker, server: Server, { bus, host }: Config): Promise<void> {
  broker.takeWebSockets(server);
  if (bus.kind === 'embedded' && bus.tcpPort !== undefined) await broker.takeTcp(bus.tcpPort, host);
}
