import { deviceBus } from '../../../lambda/bus/device-bus.ts';
import { topicOf } from '../../../lambda/bus/device-topics.ts';
import { deviceAcks } from '../../../lambda/board/device-acks.ts';
import { listenToDevices } from '../../../lambda/board/listen-to-devices.ts';
import { deviceStore } from '../../../lambda/store/device-rows.ts';
import { hashOfWord } from '../../../lambda/store/known-devices.ts';
import { hostileWords } from '../../../test/support/hostile-words.ts';
import { harrow, margaret } from '../../../test/support/running-house.ts';
import { wrong, type Fuzzed } from '../fuzzed.ts';
import { jsonText, spoilJson } from '../spoil-json.ts';
import { oneOf, spoil } from '../spoil.ts';
import { fuzzedHouse } from './fuzzed-house.ts';

const ids = ['fuzz-board', 'fuzz-home'] as const;

/** What televisions and Home Assistants say on the bus. */
export async function devices(): Promise<Fuzzed> {
  const { house, faults } = await fuzzedHouse();
  const { table, services: { alerts, records }, clock } = house;
  const store = deviceStore(table);
  for (const deviceId of ids) await store.add({ deviceId, kind: deviceId === 'fuzz-board' ? 'board' : 'home-assistant', councilId: harrow, personId: margaret, name: 'Fuzz', shows: 'names', wordHash: hashOfWord('x'), pairedAt: clock() });
  const { id: alertId } = await house.raise('help-wanted');
  const broken: string[] = [];
  let say: (topic: string, payload: string) => void = () => undefined;
  const under: Promise<unknown>[] = [];
  const bus = await deviceBus({ publish: () => Promise.resolve(), close: () => Promise.resolve(), listen: (_topics, heard) => { say = heard; return Promise.resolve(); } }, (cause) => { broken.push(String(cause)); });
  const find = (deviceId: string) => { const found = store.find(deviceId); under.push(found); return found; };
  listenToDevices({ bus, devices: { find }, acks: deviceAcks(() => Promise.resolve()), alerts, records, clock, log: { event: () => undefined, fault: (code, _about, cause) => { broken.push(`${code}: ${String(cause)}`); } } });
  const payloads = new Map<string, unknown>([['availability', 'online'], ['ack', { attemptId: `${harrow}/${margaret}/${alertId}.1`, proof: 'shown' }], ['answer', { alertId, word: 'ok' }]]);
  return {
    input: (chance) => {
      const leaf = oneOf(['availability', 'hello', 'ack', 'answer', 'press', oneOf(hostileWords, chance)], chance);
      const topic = topicOf(oneOf(ids, chance), leaf as 'ack');
      const payload = payloads.get(leaf) ?? {};
      return JSON.stringify([chance() < 0.1 ? spoil(topic, chance) : topic, typeof payload === 'string' ? payload : jsonText(chance() < 0.7 ? spoilJson(payload, chance) : payload, chance)]);
    },
    read: async (input) => {
      const [topic, payload] = JSON.parse(input) as [string, string];
      say(topic, payload);
      await Promise.all(under.splice(0));
      await new Promise((resolve) => { setImmediate(resolve); });
      const found = [...broken.splice(0), ...faults()];
      return found.length === 0 || wrong(found.join(' | '));
    },
  };
}
