import type { PersonRecords } from '../../models/person-record/index.ts';
import type { Clock, CouncilId, PersonId } from '../../models/shared/index.ts';
import type { BoardDesk } from '../../web/board/board-port.ts';
import type { ScreenDesk } from '../../web/console/screens-port.ts';
import type { ToDevices } from '../bus/device-bus.ts';
import type { AlertStore } from '../store/alert-store.ts';
import type { DeviceStore } from '../store/device-rows.ts';
import { hashOfWord, type Device } from '../store/known-devices.ts';

interface Needs {
  readonly devices: DeviceStore;
  readonly store: Pick<AlertStore, 'saveReach' | 'whomToTell'>;
  readonly records: Pick<PersonRecords, 'byPerson'>;
  readonly bus: Pick<ToDevices, 'isOnline'>;
  /** Ends its line at once, if that can be done. */
  readonly sendAway: (deviceId: string) => void | Promise<void>;
  readonly clock: Clock;
  readonly council: CouncilId;
  readonly random: (below: number) => number;
}

/** No letter that can be taken for another across a room: no I, O, 0 or 1, nor letters that make words. */
const letters = '23456789BCDFGHJKMPQRTVWXY';
const codeLength = 6;
const mostTries = 10;

/** Sets screens up and takes them away again. */
export function boardDesk({ devices, store, records, bus, sendAway, clock, council, random }: Needs): BoardDesk & ScreenDesk {
  const word = (length: number) => Array.from({ length }, () => letters[random(letters.length)] ?? '').join('');
  const isThere = async (person: PersonId) => (await records.byPerson(council, person)) !== undefined;
  const add = async (kind: Device['kind'], to: Pick<Device, 'councilId' | 'personId' | 'name' | 'shows'>) => {
    const device = { deviceId: `${kind === 'board' ? 'tv' : 'home'}-${word(12).toLowerCase()}`, word: word(32) };
    await devices.add({ ...to, deviceId: device.deviceId, kind, wordHash: hashOfWord(device.word), pairedAt: clock() });
    await store.saveReach(to.councilId, to.personId, (reach) => ({ ...reach, person: [...reach.person, { id: device.deviceId, channel: kind, value: device.deviceId, isVerified: true }] }));
    return device;
  };
  return {
    offer: async () => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const [code, claim] = [word(codeLength), word(32)];
        if (await devices.offerCode(code, claim, clock())) return { code, claim };
      }
      throw new Error('No free code was found for a screen');
    },
    collect: async (code, claim) => {
      const found = await devices.collect(code, claim, clock());
      return found.kind === 'paired' ? { kind: 'paired', ...await add('board', found.to) } : { kind: found.kind };
    },
    isKnown: async (deviceId, word) => (await devices.known(deviceId, word)) !== undefined,
    pair: async ({ code, personId, name, shows }) => {
      if (!await isThere(personId)) return 'no-such-person';
      const plain = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '');
      return await devices.takeCode(plain, { councilId: council, personId, name, shows }, clock()) === 'taken' ? 'paired' : 'no-such-code';
    },
    addHomeAssistant: async ({ personId, name, shows }) => (await isThere(personId) ? add('home-assistant', { councilId: council, personId, name, shows }) : 'no-such-person'),
    of: async (person) => {
      const found = await store.whomToTell(council, person);
      const kept = await Promise.all((found?.reach.person ?? []).map(async ({ value }) => devices.find(value)));
      return Promise.all(kept.filter((each) => each !== undefined).map(async ({ deviceId, kind, name }) => ({ deviceId, kind, name, isOnline: await bus.isOnline(deviceId) })));
    },
    remove: async (personId, deviceId) => {
      const device = await devices.find(deviceId);
      if (device?.personId !== personId || device.councilId !== council) return;
      await store.saveReach(council, device.personId, (reach) => ({ ...reach, person: reach.person.filter(({ value }) => value !== deviceId) }));
      await devices.remove(deviceId);
      await sendAway(deviceId);
    },
  };
}
