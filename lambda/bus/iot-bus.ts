import * as z from 'zod/mini';
import type { Clock } from '../../models/shared/index.ts';
import type { ToDevices } from './device-bus.ts';
import { topicOf } from './device-topics.ts';
import { signedForAws, type AwsKeys } from './signed-for-aws.ts';

/** The bus from a function, which holds no line of its own: AWS IoT Core by its HTTPS data plane, each call signed with the function's own keys. */
export interface IotBus extends ToDevices {
  isOnline(deviceId: string): Promise<boolean>;
  /** Ends a device's line, and forgets that it was there. */
  sendAway(deviceId: string): Promise<void>;
}

export interface IotPlace { readonly url: string; readonly region: string; readonly keys: AwsKeys; readonly clock: Clock }
interface Asked { readonly method: 'GET' | 'POST' | 'DELETE'; readonly path: readonly [what: 'topics' | 'connections', name: string]; readonly query?: Readonly<Record<string, string>>; readonly body?: string }

const giveUpAfterMs = 2_000;
const mostTries = 2;

/** Source: AWS IoT data plane API reference, Publish, GetConnection and DeleteConnection. Each may be asked twice: a device takes the same message again for the same. */
export function iotBus({ url, region, keys, clock }: IotPlace): IotBus {
  /** What is answered; undefined where IoT Core knows of no such line: nothing is known of a device that has been away for half an hour. */
  const ask = async ({ method, path, query = {}, body = '' }: Asked): Promise<unknown> => {
    const to = new URL(`${url.replace(/\/$/, '')}/${path.map(encodeURIComponent).join('/')}?${new URLSearchParams(query).toString()}`);
    let why = '';
    for (let tries = 0; tries < mostTries; tries += 1) {
      const { host: _said, ...headers } = await signedForAws({ method, url: to, headers: { 'content-type': 'application/octet-stream' }, body }, { keys, region, service: 'iotdata', at: new Date(clock()) });
      try {
        const answer = await fetch(to, { method, headers, ...(method === 'POST' && { body }), signal: AbortSignal.timeout(giveUpAfterMs) });
        const text = await answer.text();
        if (answer.ok) return text === '' ? {} : JSON.parse(text) as unknown;
        if (answer.status === 404 && path[0] === 'connections') return undefined;
        why = String(answer.status);
      } catch (cause) {
        why = cause instanceof Error ? cause.name : typeof cause;
      }
    }
    throw new BusDoesNotAnswer(why);
  };
  const publish = async (topic: string, payload: string, isKept: boolean) => {
    await ask({ method: 'POST', path: ['topics', topic], query: { qos: '1', ...(isKept && { retain: 'true' }) }, body: payload });
  };
  return {
    publish,
    say: (deviceId, leaf, payload, isKept = false) => publish(topicOf(deviceId, leaf), JSON.stringify(payload), isKept),
    isOnline: async (deviceId) => line.safeParse(await ask({ method: 'GET', path: ['connections', deviceId] })).data?.connected === true,
    sendAway: async (deviceId) => {
      await ask({ method: 'DELETE', path: ['connections', deviceId], query: { cleanSession: 'true', preventWillMessage: 'true' } });
      await publish(topicOf(deviceId, 'availability'), '', true);
    },
  };
}

const line = z.object({ connected: z.boolean() });

/** IoT Core refused, or could not be reached: by its number or the kind of fault, never what was said. */
class BusDoesNotAnswer extends Error {
  constructor(why: string) {
    super(`IoT Core did not take it: ${why}`);
    this.name = 'BusDoesNotAnswer';
  }
}
