// Promise: on the bus a device speaks and hears only for itself, what is personal is kept nowhere, and who is there is known within a breath; on our own broker and on a real Mosquitto alike.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { connectAsync, type MqttClient } from 'mqtt';
import { deviceBus, type DeviceBus, type DeviceSaid } from '../../lambda/bus/device-bus.ts';
import { embeddedBroker } from '../../lambda/bus/embedded-broker.ts';
import { discoveryOf } from '../../lambda/bus/home-assistant-discovery.ts';
import { outsideBroker } from '../../lambda/bus/outside-broker.ts';
import { until } from '../support/running-house.ts';
import { hasMosquitto, startMosquitto } from './mosquitto.ts';

const words = { 'my-care': 'service-word', 'tv-one': 'word-one', 'tv-two': 'word-two', 'home-one': 'word-home' };
type DeviceId = 'tv-one' | 'tv-two' | 'home-one';
const clients: MqttClient[] = [];
let bus: DeviceBus;
let url: string;
let said: DeviceSaid[];
let end: () => Promise<void>;

async function connect(deviceId: DeviceId, { word = words[deviceId], clientId = deviceId, clean = true }: { word?: string; clientId?: string; clean?: boolean } = {}): Promise<MqttClient> {
  const client = await connectAsync(url, { username: deviceId, password: word, clientId, clean, reconnectPeriod: 0, protocolVersion: 4, will: { topic: `my-care/${deviceId}/availability`, payload: Buffer.from('offline'), qos: 1, retain: true } });
  clients.push(client);
  client.on('error', () => undefined);
  return client;
}
async function online(deviceId: DeviceId): Promise<MqttClient> {
  const client = await connect(deviceId);
  await client.publishAsync(`my-care/${deviceId}/availability`, 'online', { qos: 1, retain: true });
  await until(() => bus.isOnline(deviceId), Boolean);
  return client;
}
const pause = (milliseconds: number) => new Promise((resolve) => { setTimeout(resolve, milliseconds); });
function heardBy(client: MqttClient): string[] {
  const heard: string[] = [];
  client.on('message', (topic, payload) => heard.push(`${topic} ${payload.toString()}`));
  return heard;
}

async function ours(): Promise<void> {
  const server: Server = createServer();
  const broker = await embeddedBroker({
    whois: (deviceId, word) => (word === 'the-store-is-away' ? Promise.reject(new Error('away')) : Promise.resolve((words as Record<string, string>)[deviceId] === word && deviceId !== 'my-care' ? { deviceId, kind: deviceId.startsWith('home') ? 'home-assistant' as const : 'board' as const } : undefined)),
    refused: () => undefined,
  });
  broker.takeWebSockets(server);
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  bus = await deviceBus(broker, (cause) => { throw cause; });
  url = `ws://127.0.0.1:${(server.address() as AddressInfo).port}/mqtt`;
  end = async () => { await bus.close(); server.closeAllConnections(); await new Promise<void>((resolve) => { server.close(() => { resolve(); }); }); };
}
async function mosquitto(): Promise<void> {
  const outside = await startMosquitto(words);
  bus = await deviceBus(await outsideBroker({ url: outside.url, username: 'my-care', password: words['my-care'], clientId: 'my-care-test' }, () => undefined), (cause) => { throw cause; });
  url = outside.url;
  end = async () => { await bus.close(); await outside.stop(); };
}

if (!hasMosquitto) console.warn('SKIPPED: the device bus on a real Mosquitto, which is not on this machine (Debian package mosquitto).');

describe.each([['our own broker', ours], ...(hasMosquitto ? [['a real Mosquitto', mosquitto] as const] : [])])('on %s', (name, start) => {
  beforeEach(async () => {
    said = [];
    await start();
    bus.onSaid((each) => { said.push(each); });
  });
  afterEach(async () => {
    await Promise.all(clients.splice(0).map((client) => client.endAsync(true)));
    await end();
  });

  test('a wrong word, or none, is sent away', async () => {
    await expect(connect('tv-one', { word: 'word-two' })).rejects.toThrow(/Not authorized|Bad username/);
    await expect(connect('tv-one', { word: '' })).rejects.toThrow();
  });

  test('what is said to one device is heard by it alone', async () => {
    const [one, two] = [await online('tv-one'), await online('tv-two')];
    const [heardByOne, heardByTwo] = [heardBy(one), heardBy(two)];
    await Promise.all([one.subscribeAsync('my-care/tv-one/alert', { qos: 1 }), two.subscribeAsync('my-care/tv-two/alert', { qos: 1 })]);
    await two.subscribeAsync('my-care/tv-one/alert', { qos: 1 }).catch(() => undefined);
    await two.subscribeAsync('my-care/+/alert', { qos: 1 }).catch(() => undefined);
    await two.subscribeAsync('#', { qos: 1 }).catch(() => undefined);
    await bus.say('tv-one', 'alert', { id: 'a' });
    await until(() => heardByOne, (heard) => heard.length > 0);
    await pause(150);
    expect(heardByOne).toEqual(['my-care/tv-one/alert {"id":"a"}']);
    expect(heardByTwo.filter((each) => each.includes('alert'))).toEqual([]);
  });

  test('a device cannot speak for another, nor as My Care', async () => {
    const two = await online('tv-two');
    for (const topic of ['my-care/tv-one/answer', 'my-care/tv-one/availability', 'my-care/tv-two/alert', 'homeassistant/device/x/config', '$SYS/broker/x', 'my-care/tv-two/answer/more']) {
      await two.publishAsync(topic, '{}', { qos: 0 }).catch(() => undefined);
      if (!two.connected) break;
    }
    await pause(150);
    expect(said.filter(({ deviceId, leaf }) => deviceId !== 'tv-two' || leaf !== 'availability')).toEqual([]);
  });

  test('a device that is cut off is known to be away within a breath', async () => {
    const one = await online('tv-one');
    (one.stream as unknown as { destroy(): void }).destroy();
    await until(() => bus.isOnline('tv-one'), (isOnline) => !isOnline, 2_000);
  });

  test('nothing that was said is kept for those who come later, but who is there', async () => {
    const one = await online('tv-one');
    await one.publishAsync('my-care/tv-one/answer', '{"alertId":"a","word":"ok"}', { qos: 1, retain: name === 'our own broker' });
    await bus.say('tv-one', 'alert', { text: 'Priya is late' });
    await until(() => said, (all) => all.some(({ leaf }) => leaf === 'answer'));
    await one.endAsync();
    const again = await connect('tv-one');
    const heard = heardBy(again);
    await again.subscribeAsync(['my-care/tv-one/alert', 'my-care/tv-one/state'], { qos: 1 });
    await pause(200);
    expect(heard).toEqual([]);
  });
});

describe('on our own broker only', () => {
  beforeEach(async () => { said = []; await ours(); bus.onSaid((each) => { said.push(each); }); });
  afterEach(async () => { await Promise.all(clients.splice(0).map((client) => client.endAsync(true))); await end(); });

  test('nobody takes another’s place by its name', async () => {
    await expect(connect('tv-one', { clientId: 'tv-two' })).rejects.toThrow(/Not authorized/);
  });

  test('while the store is away a device is asked to come back later, and not told that its word is wrong', async () => {
    await expect(connect('tv-one', { word: 'the-store-is-away' })).rejects.toMatchObject({ code: 3 });
    await expect(connect('tv-one', { word: 'word-two' })).rejects.toMatchObject({ code: 5 });
  });

  test('a flood and a flood of a message are cut off', async () => {
    const one = await online('tv-one');
    one.publish('my-care/tv-one/answer', 'x'.repeat(20_000), { qos: 0 });
    await until(() => one.connected, (isConnected) => !isConnected, 2_000);
    const two = await online('tv-two');
    for (let number = 0; number < 400 && two.connected; number += 1) two.publish('my-care/tv-two/hello', '{}', { qos: 0 });
    await until(() => two.connected, (isConnected) => !isConnected, 2_000);
    expect(said.filter(({ deviceId, leaf }) => deviceId === 'tv-two' && leaf === 'hello').length).toBeLessThanOrEqual(240);
  });

  test('a Home Assistant that listens to everything hears its own home only', async () => {
    const home = await connect('home-one');
    await until(() => bus.isOnline('home-one'), Boolean);
    const heard = heardBy(home);
    await home.subscribeAsync(['homeassistant/#', 'my-care/home-one/alert'], { qos: 1 });
    const own = discoveryOf('home-one', ['over']);
    await bus.publish(own.topic, own.payload, true);
    const other = discoveryOf('home-two', ['over']);
    await bus.publish(other.topic, other.payload, true);
    await bus.say('home-one', 'alert', { event_type: 'visit_late' });
    await until(() => heard, (all) => all.length >= 2);
    await pause(100);
    expect(heard.map((each) => each.split(' ')[0])).toEqual(['homeassistant/device/my_care_home_one/config', 'my-care/home-one/alert']);
    await home.publishAsync('my-care/home-one/press', 'PRESS', { qos: 1 });
    await until(() => said, (all) => all.some(({ leaf, payload }) => leaf === 'press' && payload === 'PRESS'));
  });
});
