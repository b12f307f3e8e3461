import mqtt from './mqtt.js';

/** The line to My Care. It comes back by itself when it breaks; `refused` when it is not let in: because this screen is not known any more, or because nobody could look. */
export function connect({ deviceId, word }, { connected, away, refused, heard }) {
  const topic = (leaf) => `my-care/${deviceId}/${leaf}`;
  const client = mqtt.connect(`${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/mqtt`, {
    clientId: deviceId, username: deviceId, password: word, clean: true, keepalive: 20, connectTimeout: 8_000, reconnectPeriod: 2_000, reconnectOnConnackError: true, protocolVersion: 4, queueQoSZero: false, timerVariant: 'native',
    will: { topic: topic('availability'), payload: 'offline', qos: 1, retain: true },
  });
  client.on('connect', () => {
    client.subscribe([topic('state'), topic('alert')], { qos: 1 }, () => {
      client.publish(topic('availability'), 'online', { qos: 1, retain: true }, connected);
    });
  });
  client.on('close', away);
  client.on('error', (error) => {
    if (error.code === 5) refused();
  });
  client.on('message', (from, payload) => {
    try {
      heard(from.split('/').at(-1), JSON.parse(payload.toString()));
    } catch {
      // Not one of ours: nothing is shown of it.
    }
  });
  // Without a network the line is dead, long before a missing answer would show it.
  addEventListener('offline', () => client.end(true, away));
  addEventListener('online', () => client.reconnect());
  return {
    say: (leaf, message) => { if (client.connected) client.publish(topic(leaf), JSON.stringify(message), { qos: 1 }); },
    isConnected: () => client.connected,
    end: () => client.end(true),
  };
}
