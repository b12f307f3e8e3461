/** What is said on the bus to and by one device (a TV board, a Home Assistant). */
const fromDevice = ['availability', 'hello', 'ack', 'answer', 'press'] as const;
const toDevice = ['state', 'alert', 'next', 'say'] as const;
export type FromDevice = (typeof fromDevice)[number];
export type ToDevice = (typeof toDevice)[number];

const root = 'my-care';
const homeAssistantRoot = 'homeassistant';

export const topicOf = (deviceId: string, leaf: FromDevice | ToDevice): string => `${root}/${deviceId}/${leaf}`;
export const everyDevice = `${root}/+/+`;
/** Home Assistant tells here when it has started: discovery is published again. */
export const homeAssistantStatus = `${homeAssistantRoot}/status`;
export const discoveryTopicOf = (deviceId: string): string => `${homeAssistantRoot}/device/${nodeIdOf(deviceId)}/config`;
/** Home Assistant takes letters, digits and underscores only. */
export const nodeIdOf = (deviceId: string): string => `my_care_${deviceId.replaceAll('-', '_')}`;

/** Which device said what, from a topic. */
export function readTopic(topic: string): { readonly deviceId: string; readonly leaf: string } | undefined {
  const [first, deviceId, leaf, more] = topic.split('/');
  return first === root && deviceId !== undefined && deviceId !== '' && leaf !== undefined && more === undefined ? { deviceId, leaf } : undefined;
}

/** A device speaks on its own topics only; only presence and Home Assistant's own start are kept for those who come later. */
export function mayPublish(deviceId: string, kind: 'board' | 'home-assistant', topic: string): boolean {
  if (kind === 'home-assistant' && topic === homeAssistantStatus) return true;
  const read = readTopic(topic);
  return read?.deviceId === deviceId && fromDevice.some((leaf) => leaf === read.leaf);
}

/** A device hears its own topics only. Home Assistant asks for more than that by wildcard: it is given, but only its own is passed on (`mayHear`). */
export function maySubscribe(deviceId: string, kind: 'board' | 'home-assistant', topic: string): boolean {
  if (kind === 'home-assistant' && (topic.startsWith(`${homeAssistantRoot}/`) || topic === topicOf(deviceId, 'availability'))) return true;
  const read = readTopic(topic);
  return read?.deviceId === deviceId && toDevice.some((leaf) => leaf === read.leaf);
}

export function mayHear(deviceId: string, kind: 'board' | 'home-assistant', topic: string): boolean {
  if (kind === 'home-assistant' && (topic === discoveryTopicOf(deviceId) || topic === homeAssistantStatus || topic === topicOf(deviceId, 'availability'))) return true;
  const read = readTopic(topic);
  return read?.deviceId === deviceId && toDevice.some((leaf) => leaf === read.leaf);
}
