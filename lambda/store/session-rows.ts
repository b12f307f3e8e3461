import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { sessionEndsAt, staffRoles, type Identity, type Session, type Sessions } from '../../models/access/index.ts';
import { branded, councilIdKept, instantKept, maybeTextKept, namedKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { everyRow } from './every-row.ts';
import { sessionKey, sessionsOf } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const common = () => ({ councilId: councilIdKept, id: namedKept, name: textKept });
export const identityKept = () => branded<Identity>(z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('staff'), ...common(), roles: z.array(z.enum(staffRoles)) }),
  z.looseObject({ kind: z.literal('carer'), ...common(), circles: z.array(z.looseObject({ personId: personIdKept, memberId: namedKept })), contactHash: maybeTextKept }),
  z.looseObject({ kind: z.literal('person'), ...common(), personId: personIdKept, contactHash: maybeTextKept }),
  z.looseObject({ kind: z.literal('worker'), ...common(), providerId: namedKept, workerId: namedKept }),
]));
const sessionKept = whenAsked<Session>(() => z.looseObject({ identity: identityKept(), csrf: namedKept, signedInAt: instantKept, usedAt: instantKept }));

/** Written anew at most so often, so that a page costs no write. */
const markEveryMs = 60_000;

/** Sessions as rows: by the hash of the browser's secret, and listed under whose they are, to end them all. */
export function sessions(table: Table): Sessions {
  return {
    start: async (identity, at) => {
      const token = randomBytes(32).toString('base64url');
      const session: Session = { identity, csrf: randomBytes(24).toString('base64url'), signedInAt: at, usedAt: at };
      await table.transact([
        { do: 'put', row: { ...sessionKey(hashOf(token)), version: 1, doc: documentOf(session) }, when: [{ if: 'absent' }] },
        { do: 'put', row: { pk: listOf(identity), sk: hashOf(token), version: 1, doc: documentOf({}) }, when: [] },
      ]);
      return token;
    },
    find: async (token, at) => {
      const row = await table.get(sessionKey(hashOf(token)));
      if (row === undefined) return undefined;
      const session = valueIn(row, sessionKept);
      if (sessionEndsAt(session) <= at) {
        await remove(table, hashOf(token), session.identity);
        return undefined;
      }
      if (at - session.usedAt >= markEveryMs) await table.transact([{ do: 'put', row: { ...row, version: row.version + 1, doc: documentOf({ ...session, usedAt: at }) }, when: [{ if: 'version-is', version: row.version }] }]);
      return session;
    },
    end: async (token) => {
      const row = await table.get(sessionKey(hashOf(token)));
      if (row !== undefined) await remove(table, hashOf(token), valueIn(row, sessionKept).identity);
    },
    endAll: async (identity) => {
      const rows = await everyRow(table, { by: 'pk', pk: listOf(identity) });
      for (const { sk } of rows) await remove(table, sk, identity);
      return rows.length;
    },
  };
}

async function remove(table: Table, hash: string, identity: Identity): Promise<void> {
  await table.transact([{ do: 'delete', key: sessionKey(hash), when: [] }, { do: 'delete', key: { pk: listOf(identity), sk: hash }, when: [] }]);
}

const hashOf = (token: string): string => createHash('sha256').update(token).digest('hex');
const listOf = ({ councilId, kind, id }: Identity): string => sessionsOf(councilId, `${kind}/${id}`.replaceAll('#', '-'));
