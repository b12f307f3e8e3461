import type { IncomingMessage, Server } from 'node:http';
import { createServer, type Server as TcpServer } from 'node:net';
import type { Duplex } from 'node:stream';
import { Aedes, type Client } from 'aedes';
import { createWebSocketStream, WebSocketServer } from 'ws';
import type { BusLine } from './device-bus.ts';
import { mayHear, mayPublish, maySubscribe, topicOf, type KnownDevice } from './device-topics.ts';
import { whoConnects, type WhoIs } from './who-connects.ts';

interface Needs { readonly whois: WhoIs; readonly refused: (why: string) => void }

/** The broker that runs inside our own server: devices come in over WebSocket on the pages' own port, and over TCP where that is opened. */
export interface EmbeddedBroker extends BusLine {
  /** Takes WebSockets at `/mqtt` of this server. */
  takeWebSockets(server: Server): void;
  /** Takes plain MQTT, for a Home Assistant in the same house. */
  takeTcp(port: number, host: string): Promise<number>;
  /** A device whose credentials were taken back is sent away at once. */
  sendAway(deviceId: string): void;
}

const busPath = '/mqtt';
const mostBytes = 16_384;
const mostSaidInAMinute = 240;
const aMinuteMs = 60_000;

export async function embeddedBroker({ whois, refused }: Needs): Promise<EmbeddedBroker> {
  const known = new WeakMap<Client, KnownDevice & { said: number; since: number }>();
  const connected = new Map<string, Client>();
  const broker = await Aedes.createBroker({
    connectTimeout: 10_000, maxClientsIdLength: 64, queueLimit: 100, maxTopicLevels: 8,
    authenticate: (client, name, word, done) => {
      void whoConnects({ clientId: client.id, name, word: word?.toString() ?? '' }, whois).then((device) => {
        if (device === undefined) {
          refused('credentials');
          done(new Refusal(notKnownHere), false);
          return;
        }
        known.set(client, { ...device, said: 0, since: performance.now() });
        done(null, true);
      }, () => {
        refused('store');
        done(new Refusal(notNow), false);
      });
    },
    authorizePublish: (client, packet, done) => {
      const device = client === null ? undefined : known.get(client);
      const isOwn = device !== undefined && mayPublish(device, packet.topic);
      const isTooMuch = Buffer.byteLength(packet.payload) > mostBytes || (device !== undefined && isFlood(device));
      if (!isOwn || isTooMuch) {
        refused(isOwn ? 'flood' : 'foreign-topic');
        done(new Error('Not allowed'));
        return;
      }
      // Nothing is kept for those who come later but who is there.
      if (packet.topic !== topicOf(device.deviceId, 'availability')) packet.retain = false;
      done(null);
    },
    authorizeSubscribe: (client, subscription, done) => {
      const device = known.get(client);
      const isOwn = device !== undefined && maySubscribe(device, subscription.topic);
      if (!isOwn) refused('foreign-subscription');
      done(null, isOwn ? subscription : null);
    },
    authorizeForward: (client, packet) => {
      const device = known.get(client);
      return device !== undefined && mayHear(device, packet.topic) ? packet : null;
    },
  });
  // A Home Assistant has no last will of ours: that it is connected is said for it.
  const sayIsHere = (client: Client, payload: 'online' | 'offline') => {
    if (known.get(client)?.kind !== 'home-assistant') return;
    broker.publish({ cmd: 'publish', topic: topicOf(client.id, 'availability'), payload, qos: 1, retain: true, dup: false }, () => undefined);
  };
  broker.on('client', (client) => {
    connected.set(client.id, client);
    sayIsHere(client, 'online');
  });
  broker.on('clientDisconnect', (client) => {
    if (connected.get(client.id) !== client) return;
    connected.delete(client.id);
    sayIsHere(client, 'offline');
  });
  const servers: { close(done?: () => void): unknown }[] = [];
  return {
    publish: (topic, payload, isKept) => new Promise((resolve, reject) => {
      broker.publish({ cmd: 'publish', topic, payload, qos: 1, retain: isKept, dup: false }, (error) => { if (error) reject(error); else resolve(); });
    }),
    listen: async (topics, heard) => {
      await Promise.all(topics.map((topic) => new Promise<void>((resolve) => {
        broker.subscribe(topic, (packet, done) => {
          heard(packet.topic, packet.payload.toString());
          done();
        }, resolve);
      })));
    },
    takeWebSockets: (server) => {
      const sockets = new WebSocketServer({ server, path: busPath, maxPayload: mostBytes * 2, handleProtocols: (offered) => (offered.has('mqtt') ? 'mqtt' : false) });
      sockets.on('connection', (socket, request: IncomingMessage) => { broker.handle(quiet(createWebSocketStream(socket)), request); });
      sockets.on('error', () => refused('socket'));
      servers.push(sockets);
    },
    takeTcp: (port, host) => new Promise((resolve, reject) => {
      const server: TcpServer = createServer((socket) => { broker.handle(quiet(socket)); });
      servers.push(server);
      server.once('error', reject);
      server.listen(port, host, () => { resolve((server.address() as { readonly port: number }).port); });
    }),
    sendAway: (deviceId) => { connected.get(deviceId)?.close(); },
    close: () => new Promise((resolve) => {
      broker.close(() => {
        servers.forEach((server) => server.close());
        resolve();
      });
    }),
  };
}

/** A line that breaks is ended by the broker; nobody else need hear of it. */
function quiet<Line extends Duplex>(line: Line): Line {
  line.on('error', () => undefined);
  return line;
}

function isFlood(device: { said: number; since: number }): boolean {
  const now = performance.now();
  if (now - device.since > aMinuteMs) Object.assign(device, { said: 0, since: now });
  device.said += 1;
  return device.said > mostSaidInAMinute;
}

/** MQTT's words for "come back later" and "wrong name or password", as the protocol numbers them. A screen forgets whose it is at the second alone. */
const [notNow, notKnownHere] = [3, 5] as const;

class Refusal extends Error {
  readonly returnCode: number;

  constructor(returnCode: number) {
    super('Refused');
    this.returnCode = returnCode;
  }
}
