import { everyDevice, homeAssistantStatus, readTopic, topicOf, type ToDevice } from './device-topics.ts';

/** A broker, ours or an outside one, as far as the bus needs it. */
export interface BusLine {
  /** Resolves when the broker has taken it. `isKept`: the next to listen is told too. */
  publish(topic: string, payload: string, isKept: boolean): Promise<void>;
  /** Everything that devices say, from now on, and the presence that was kept. */
  listen(topics: readonly string[], heard: (topic: string, payload: string) => void): Promise<void>;
  close(): Promise<void>;
}

/** Something a device said. */
export interface DeviceSaid { readonly deviceId: string; readonly leaf: string; readonly payload: string }

/** What those need of the bus who tell devices something, wherever the broker is. */
export interface ToDevices {
  say(deviceId: string, leaf: ToDevice, payload: object, isKept?: boolean): Promise<void>;
  /** Discovery and other topics that are no device's own. */
  publish(topic: string, payload: string, isKept: boolean): Promise<void>;
  isOnline(deviceId: string): boolean | Promise<boolean>;
}

/** The bus to the devices in people's homes, listened to in this process. */
export interface DeviceBus extends ToDevices {
  isOnline(deviceId: string): boolean;
  onSaid(listener: (said: DeviceSaid) => void): void;
  /** Home Assistant has started anew somewhere. */
  onHomeAssistantStart(listener: () => void): void;
  close(): Promise<void>;
}

/** Keeps who is there (each device's last will says when it is not) and passes on what devices say. */
export async function deviceBus(line: BusLine, fault: (cause: unknown) => void): Promise<DeviceBus> {
  const online = new Set<string>();
  const saidTo: ((said: DeviceSaid) => void)[] = [];
  const startedTo: (() => void)[] = [];
  await line.listen([everyDevice, homeAssistantStatus], (topic, payload) => {
    try {
      if (topic === homeAssistantStatus) {
        if (payload === 'online') startedTo.forEach((tell) => { tell(); });
        return;
      }
      const read = readTopic(topic);
      if (read === undefined) return;
      if (read.leaf === 'availability') {
        if (payload === 'online') online.add(read.deviceId);
        else online.delete(read.deviceId);
      }
      saidTo.forEach((tell) => { tell({ ...read, payload }); });
    } catch (cause) {
      fault(cause);
    }
  });
  return {
    say: async (deviceId, leaf, payload, isKept = false) => line.publish(topicOf(deviceId, leaf), JSON.stringify(payload), isKept),
    publish: async (topic, payload, isKept) => line.publish(topic, payload, isKept),
    isOnline: (deviceId) => online.has(deviceId),
    onSaid: (listener) => { saidTo.push(listener); },
    onHomeAssistantStart: (listener) => { startedTo.push(listener); },
    close: async () => line.close(),
  };
}
