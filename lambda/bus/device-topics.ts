/** What is said on the bus to and by one device (a TV board, a Home Assistant). */
const fromDevice = ['availability', 'hello', 'ack', 'answer', 'press', 'wellbeing'] as const;
const toDevice = ['state', 'alert', 'next', 'say'] as const;
export type FromDevice = (typeof fromDevice)[number];
export type ToDevice = (typeof toDevice)[number];

/** Who a device is, once its word is found right. */
export interface KnownDevice { readonly deviceId: string; readonly kind: 'board' | 'home-assistant' }

const root = 'my-care';
const homeAssistantRoot = 'homeassistant';

export const topicOf = (deviceId: string, leaf: FromDevice | ToDevice): string => `${root}/${deviceId}/${leaf}`;
export const everyDevice = `${root}/+/+`;
/** Home Assistant tells here when it has started: discovery is published again. */
export const homeAssistantStatus = `${homeAssistantRoot}/status`;
/** Home Assistant asks for more by wildcard than its own: whatever lies under here. */
export const homeAssistantTopics = `${homeAssistantRoot}/`;
export const discoveryTopicOf = (deviceId: string): string => `${homeAssistantRoot}/device/${nodeIdOf(deviceId)}/config`;
/** Home Assistant takes letters, digits and underscores only. */
export const nodeIdOf = (deviceId: string): string => `my_care_${deviceId.replaceAll('-', '_')}`;

/** Which device said what, from a topic. */
export function readTopic(topic: string): { readonly deviceId: string; readonly leaf: string } | undefined {
  const [first, deviceId, leaf, more] = topic.split('/');
  return first === root && deviceId !== undefined && deviceId !== '' && leaf !== undefined && more === undefined ? { deviceId, leaf } : undefined;
}

/** Where a device may speak: on its own topics only, and Home Assistant of its own start. */
export function spokenBy({ deviceId, kind }: KnownDevice): readonly string[] {
  // Only a board asks how life is going; and a policy of AWS has room for little more.
  return [...fromDevice.filter((leaf) => leaf !== 'wellbeing' || kind === 'board').map((leaf) => topicOf(deviceId, leaf)), ...(kind === 'home-assistant' ? [homeAssistantStatus] : [])];
}

/** What a device hears: its own topics only, whatever it asked for. */
export function heardBy({ deviceId, kind }: KnownDevice): readonly string[] {
  return [...toDevice.map((leaf) => topicOf(deviceId, leaf)), ...(kind === 'home-assistant' ? [discoveryTopicOf(deviceId), homeAssistantStatus, topicOf(deviceId, 'availability')] : [])];
}

export const mayPublish = (device: KnownDevice, topic: string): boolean => spokenBy(device).includes(topic);
export const mayHear = (device: KnownDevice, topic: string): boolean => heardBy(device).includes(topic);

/** A Home Assistant's wildcards are taken, but only its own is passed on (`mayHear`). */
export function maySubscribe(device: KnownDevice, topic: string): boolean {
  return mayHear(device, topic) || (device.kind === 'home-assistant' && topic.startsWith(homeAssistantTopics));
}
