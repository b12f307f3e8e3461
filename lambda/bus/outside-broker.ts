import { connectAsync } from 'mqtt';
import type { BusLine } from './device-bus.ts';

export interface OutsideBroker { readonly url: string; readonly username?: string; readonly password?: string; readonly clientId: string }

const giveUpAfterMs = 5_000;

/** A broker of the council's own, or AWS IoT Core: the same topics, kept apart by its own rules of who may hear what. */
export async function outsideBroker({ url, ...as }: OutsideBroker, fault: (cause: unknown) => void): Promise<BusLine> {
  const client = await connectAsync(url, { ...as, clean: true, keepalive: 20, connectTimeout: giveUpAfterMs, reconnectPeriod: 1_000 });
  client.on('error', fault);
  return {
    publish: async (topic, payload, isKept) => {
      if (!client.connected) throw new Error('The broker cannot be reached');
      await Promise.race([client.publishAsync(topic, payload, { qos: 1, retain: isKept }), afterwards(giveUpAfterMs)]);
    },
    listen: async (topics, heard) => {
      client.on('message', (topic, payload) => { heard(topic, payload.toString()); });
      await client.subscribeAsync([...topics], { qos: 1 });
    },
    close: async () => client.endAsync(),
  };
}

function afterwards(milliseconds: number): Promise<never> {
  return new Promise((_, reject) => { setTimeout(() => { reject(new Error('The broker did not answer')); }, milliseconds).unref(); });
}
