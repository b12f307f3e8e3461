import { createHash, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import type { KnownDevice } from '../bus/device-topics.ts';
import { councilIdKept, instantKept, namedKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { deviceKey } from './keys.ts';
import { valueIn } from './row-document.ts';
import type { Table } from './table.ts';

/** A device in somebody's home: a TV board or a Home Assistant. */
export interface Device extends KnownDevice {
  readonly councilId: CouncilId;
  readonly personId: PersonId;
  /** "Living room". */
  readonly name: string;
  /** What it may show to whoever is in the room. */
  readonly shows: 'names' | 'nothing-private';
  readonly wordHash: string;
  readonly pairedAt: Instant;
}

export const showsKept = () => z.enum(['names', 'nothing-private']);
const kindKept = () => z.enum(['board', 'home-assistant']);
const deviceKept = whenAsked<Device>(() => z.looseObject({ deviceId: namedKept, kind: kindKept(), councilId: councilIdKept, personId: personIdKept, name: textKept, shows: showsKept(), wordHash: namedKept, pairedAt: instantKept }));

export const hashOfWord = (word: string): string => createHash('sha256').update(word).digest('hex');
export const isWordOf = (hash: string, word: string): boolean => timingSafeEqual(Buffer.from(hash, 'hex'), Buffer.from(hashOfWord(word), 'hex'));

export interface KnownDevices {
  find(deviceId: string): Promise<Device | undefined>;
  /** The device, where the word is its own. */
  known(deviceId: string, word: string): Promise<Device | undefined>;
}

/** Apart from how devices are set up, for what lets them on the bus and does nothing else. */
export function knownDevices(table: Pick<Table, 'get'>): KnownDevices {
  const find = async (deviceId: string) => {
    const row = /^[a-z0-9-]{4,40}$/.test(deviceId) ? await table.get(deviceKey(deviceId)) : undefined;
    return row === undefined ? undefined : valueIn(row, deviceKept);
  };
  return {
    find,
    known: async (deviceId, word) => {
      const device = await find(deviceId);
      return isWordOf(device?.wordHash ?? hashOfWord(''), word) ? device : undefined;
    },
  };
}
