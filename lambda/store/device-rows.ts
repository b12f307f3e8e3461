import * as z from 'zod/mini';
import { instant, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import { councilIdKept, instantKept, namedKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { deviceKey, namedPartition, pairingKey } from './keys.ts';
import { hashOfWord, isWordOf, knownDevices, showsKept, type Device, type KnownDevices } from './known-devices.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Row, Table } from './table.ts';

/** A screen that shows a code and waits for somebody to type it. */
interface Pairing {
  /** Only the screen that asked may collect its credentials. */
  readonly claimHash: string;
  readonly expiresAt: Instant;
  readonly to?: { readonly councilId: CouncilId; readonly personId: PersonId; readonly name: string; readonly shows: Device['shows'] };
}

const pairingKept = whenAsked<Pairing>(() => z.looseObject({ claimHash: namedKept, expiresAt: instantKept, to: z.exactOptional(z.looseObject({ councilId: councilIdKept, personId: personIdKept, name: textKept, shows: showsKept() })) }));

const codeIsGoodForMs = 15 * 60_000;

export interface DeviceStore extends KnownDevices {
  add(device: Device): Promise<void>;
  remove(deviceId: string): Promise<void>;
  /** Whether the code was free. */
  offerCode(code: string, claim: string, at: Instant): Promise<boolean>;
  /** Gives a screen that shows this code to a person. */
  takeCode(code: string, to: NonNullable<Pairing['to']>, at: Instant): Promise<'taken' | 'no-such-code'>;
  /** What has become of a code, for the screen that shows it; once it is whose, the code is gone. */
  collect(code: string, claim: string, at: Instant): Promise<{ readonly kind: 'waiting' | 'gone' } | { readonly kind: 'paired'; readonly to: NonNullable<Pairing['to']> }>;
}

export function deviceStore(table: Table): DeviceStore {
  return {
    ...knownDevices(table),
    add: async (device) => {
      const result = await table.transact([{ do: 'put', row: { ...deviceKey(device.deviceId), version: 1, doc: documentOf(device) }, when: [{ if: 'absent' }] }]);
      if (result.kind !== 'done') throw new Error('The device could not be kept');
    },
    remove: async (deviceId) => { await table.transact([{ do: 'delete', key: deviceKey(deviceId), when: [] }]); },
    offerCode: async (code, claim, at) => {
      const key = pairingKey(hashOfWord(code));
      const row = await table.get(key);
      if (row !== undefined && valueIn(row, pairingKept).expiresAt > at) return false;
      return putPairing(table, key, row, { claimHash: hashOfWord(claim), expiresAt: instant(at + codeIsGoodForMs) });
    },
    takeCode: async (code, to, at) => {
      const key = pairingKey(hashOfWord(code));
      const row = await table.get(key);
      const pairing = row === undefined ? undefined : valueIn(row, pairingKept);
      if (pairing === undefined || pairing.expiresAt <= at || pairing.to !== undefined) return 'no-such-code';
      return await putPairing(table, key, row, { ...pairing, to }) ? 'taken' : 'no-such-code';
    },
    collect: async (code, claim, at) => {
      const key = pairingKey(hashOfWord(code));
      const row = await table.get(key);
      const pairing = row === undefined ? undefined : valueIn(row, pairingKept);
      if (row === undefined || pairing === undefined || pairing.expiresAt <= at || !isWordOf(pairing.claimHash, claim)) return { kind: 'gone' };
      if (pairing.to === undefined) return { kind: 'waiting' };
      const result = await table.transact([{ do: 'delete', key, when: [{ if: 'version-is', version: row.version }] }]);
      return result.kind === 'done' ? { kind: 'paired', to: pairing.to } : { kind: 'gone' };
    },
  };
}

async function putPairing(table: Table, key: ReturnType<typeof pairingKey>, before: Row | undefined, pairing: Pairing): Promise<boolean> {
  const result = await table.transact([{ do: 'put', row: { ...key, version: (before?.version ?? 0) + 1, ...(pairing.to !== undefined && { index: namedPartition(pairing.to.councilId, pairing.to.personId) }), doc: documentOf(pairing) }, when: [before === undefined ? { if: 'absent' } : { if: 'version-is', version: before.version }] }]);
  return result.kind === 'done';
}
