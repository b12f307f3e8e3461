import * as z from 'zod/mini';
import type { Identity } from '../../models/access/index.ts';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { instantKept, namedKept, numberKept, textKept, whenAsked } from './kept-values.ts';
import { passkeyChallengeKey, passkeyKey, passkeysOf } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import { identityKept } from './session-rows.ts';
import type { Table } from './table.ts';

export interface Passkey {
  readonly id: string;
  readonly identity: Identity;
  /** COSE, base64url. */
  readonly publicKey: string;
  readonly counter: number;
  readonly addedAt: Instant;
}

const passkeyKept = whenAsked<Passkey>(() => z.looseObject({ id: namedKept, identity: identityKept(), publicKey: textKept, counter: numberKept, addedAt: instantKept }));
const challengeKept = whenAsked<{ readonly until: Instant }>(() => z.looseObject({ until: instantKept }));

/** Passkeys as rows: each by its credential's id, and listed under whose it is. */
export function passkeyRows(table: Table) {
  const find = async (id: string) => {
    const row = await table.get(passkeyKey(id));
    return row === undefined ? undefined : { row, passkey: valueIn(row, passkeyKept) };
  };
  return {
    find: async (id: string) => (await find(id))?.passkey,
    list: async (identity: Identity) => {
      const rows = await everyRow(table, { by: 'pk', pk: listOf(identity.councilId, identity) });
      return (await Promise.all(rows.map(async ({ sk }) => find(sk)))).flatMap((found) => (found === undefined ? [] : [found.passkey]));
    },
    /** False when one of that id is there already, or it is not certain. */
    add: async (passkey: Passkey) => (await table.transact([
      { do: 'put', row: { ...passkeyKey(passkey.id), version: 1, doc: documentOf(passkey) }, when: [{ if: 'absent' }] },
      { do: 'put', row: { pk: listOf(passkey.identity.councilId, passkey.identity), sk: passkey.id, version: 1, doc: documentOf({}) }, when: [] },
    ])).kind === 'done',
    /** Marks that it was used; false when it was used at the same moment, or was taken away. */
    used: async (id: string, counter: number) => {
      const found = await find(id);
      return found !== undefined && (await table.transact([{ do: 'put', row: { ...found.row, version: found.row.version + 1, doc: documentOf({ ...found.passkey, counter }) }, when: [{ if: 'version-is', version: found.row.version }] }])).kind === 'done';
    },
    remove: async ({ id, identity }: Passkey) => table.transact([{ do: 'delete', key: passkeyKey(id), when: [] }, { do: 'delete', key: { pk: listOf(identity.councilId, identity), sk: id }, when: [] }]),
    giveChallenge: async (challenge: string, until: Instant) => table.transact([{ do: 'put', row: { ...passkeyChallengeKey(challenge), version: 1, doc: documentOf({ until }) }, when: [{ if: 'absent' }] }]),
    /** True once, in time. */
    takeChallenge: async (challenge: string, now: Instant) => {
      const row = await table.get(passkeyChallengeKey(challenge));
      if (row === undefined) return false;
      const taken = await table.transact([{ do: 'delete', key: passkeyChallengeKey(challenge), when: [{ if: 'version-is', version: row.version }] }]);
      return taken.kind === 'done' && valueIn(row, challengeKept).until > now;
    },
  };
}

const listOf = (council: CouncilId, { kind, id }: Identity): string => passkeysOf(council, `${kind}/${id}`.replaceAll('#', '-'));
