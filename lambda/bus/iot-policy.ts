import { heardBy, homeAssistantTopics, spokenBy, topicOf, type KnownDevice } from './device-topics.ts';

/** A policy of AWS IoT Core, as an authorizer hands it over. */
export interface IotPolicy { readonly Version: '2012-10-17'; readonly Statement: readonly IotStatement[] }
interface IotStatement { readonly Effect: 'Allow'; readonly Action: string; readonly Resource: readonly string[]; readonly Condition?: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> }

/**
 * What one device may do on AWS IoT Core, from the same lists as our own broker: connect as itself, with its last will and no session kept for it;
 * speak and hear on its own topics, the latter checked as each message is passed on. `arn` is `arn:aws:iot:REGION:ACCOUNT`. At most 2,048 characters.
 * Source: AWS documentation, “AWS IoT Core policy actions” and “Retained message policy examples”.
 */
export function iotPolicyOf(device: KnownDevice, arn: string): IotPolicy {
  const allow = (action: string, kind: 'client' | 'topic' | 'topicfilter', names: readonly string[]): IotStatement => ({ Effect: 'Allow', Action: `iot:${action}`, Resource: names.map((name) => `${arn}:${kind}/${name}`) });
  const heard = heardBy(device);
  return {
    Version: '2012-10-17',
    Statement: [
      { ...allow('Connect', 'client', [device.deviceId]), Condition: { 'ForAllValues:StringEquals': { 'iot:ConnectAttributes': ['LastWill'] } } },
      allow('Publish', 'topic', spokenBy(device)),
      allow('RetainPublish', 'topic', [topicOf(device.deviceId, 'availability')]),
      allow('Subscribe', 'topicfilter', device.kind === 'home-assistant' ? [...heard.filter((topic) => !topic.startsWith(homeAssistantTopics)), `${homeAssistantTopics}*`] : heard),
      allow('Receive', 'topic', heard),
    ],
  };
}
