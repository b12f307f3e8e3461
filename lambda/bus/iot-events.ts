import type { DeviceSaid } from './device-bus.ts';
import { homeAssistantStatus, readTopic } from './device-topics.ts';

/** What the rules of `infra/stacks/bus-stack.ts` hand over: what a device said, or that one came or went. Source of the second: AWS documentation, “Lifecycle events”. */
export type IotEvent =
  | { readonly topic: string; readonly clientId: string; /** In base64. */ readonly payload: string }
  | { readonly eventType: string; readonly clientId: string };

/** What it means on our bus; undefined for what is none of it. */
export type FromIot = { readonly kind: 'said'; readonly said: DeviceSaid } | { readonly kind: 'started' | 'came' | 'went'; readonly deviceId: string };

const mostBytes = 16_384;

/** A device speaks for itself only, 16 KB at most, as on our own broker. */
export function readIotEvent(event: IotEvent): FromIot | undefined {
  const deviceId = event.clientId;
  if ('eventType' in event) return event.eventType === 'connected' ? { kind: 'came', deviceId } : event.eventType === 'disconnected' ? { kind: 'went', deviceId } : undefined;
  const payload = Buffer.from(event.payload, 'base64');
  if (event.topic === homeAssistantStatus) return payload.toString() === 'online' ? { kind: 'started', deviceId } : undefined;
  const read = readTopic(event.topic);
  return read?.deviceId !== deviceId || payload.length > mostBytes ? undefined : { kind: 'said', said: { ...read, payload: payload.toString() } };
}
