import { discoveryTopicOf, nodeIdOf, topicOf } from './device-topics.ts';

/** What Home Assistant is told of itself once, kept by the broker: an event, a sensor and a button. Nothing personal. Source: Home Assistant's MQTT device discovery. */
export function discoveryOf(deviceId: string, eventTypes: readonly string[]): { readonly topic: string; readonly payload: string } {
  const node = nodeIdOf(deviceId);
  return {
    topic: discoveryTopicOf(deviceId),
    payload: JSON.stringify({
      dev: { ids: [node], name: 'My Care', mf: 'My Care' },
      o: { name: 'my-care', sw: '1.0.0' },
      availability_topic: topicOf(deviceId, 'availability'), qos: 1,
      cmps: {
        alert: { p: 'event', unique_id: `${node}_alert`, name: 'Alert', state_topic: topicOf(deviceId, 'alert'), event_types: eventTypes },
        next: { p: 'sensor', unique_id: `${node}_next`, name: 'Next visit', state_topic: topicOf(deviceId, 'next'), device_class: 'timestamp', value_template: '{{ value_json.start }}' },
        ack: { p: 'button', unique_id: `${node}_ack`, name: 'OK', command_topic: topicOf(deviceId, 'press'), payload_press: 'PRESS' },
      },
    }),
  };
}
