import { createHash, randomInt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { PersonRecords } from '../../models/person-record/index.ts';
import type { Clock, CouncilId } from '../../models/shared/index.ts';
import type { CodeChecked, CodeSent } from '../../web/console/console-port.ts';
import { contactHashOf, contactsOf, plainContact } from '../store/contact-rows.ts';
import { instantKept, namedKept, numberKept, whenAsked } from '../store/kept-values.ts';
import { signInCodeKey } from '../store/keys.ts';
import { documentOf, valueIn } from '../store/row-document.ts';
import { signInCodeHash } from '../store/sign-in-code-hash.ts';
import type { Table } from '../store/table.ts';
import { identityByContact } from './identity-by-contact.ts';

interface Needs {
  readonly table: Table;
  readonly records: Pick<PersonRecords, 'byPerson'>;
  readonly clock: Clock;
  readonly council: CouncilId;
  /** Sends these words to a number or address. What becomes of it is not known here. */
  readonly send: (contact: string, words: string) => Promise<void>;
}

const codeKept = whenAsked<{ readonly codeHash: string; readonly expiresAt: number; readonly tries: number; readonly sent: readonly number[] }>(() => z.looseObject({ codeHash: namedKept, expiresAt: instantKept, tries: numberKept, sent: z.array(instantKept) }));
const minuteMs = 60_000;
const mostCodes = 3;
const mostTries = 5;

/** One-time codes for those we know by a number or an address. Whether we know somebody cannot be told from outside. */
export function signInCodes({ table, records, clock, council, send }: Needs): { sendCode(contact: string): Promise<CodeSent>; checkCode(contact: string, code: string): Promise<CodeChecked> } {
  const hashOf = (contact: string, code: string) => createHash('sha256').update(`${plainContact(contact)} ${code}`).digest('hex');
  return {
    sendCode: async (contact) => {
      const now = clock();
      const key = signInCodeKey(signInCodeHash(council, contact));
      const row = await table.get(key);
      const sent = (row === undefined ? [] : valueIn(row, codeKept).sent).filter((at) => now - at < 15 * minuteMs);
      if (sent.length >= mostCodes) return 'too-many';
      const code = String(randomInt(1_000_000)).padStart(6, '0');
      const kept = await table.transact([{ do: 'put', row: { ...key, version: (row?.version ?? 0) + 1, doc: documentOf({ codeHash: hashOf(contact, code), expiresAt: now + 10 * minuteMs, tries: 0, sent: [...sent, now] }) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] }]);
      // Asked for twice at once: only the code that was kept is sent.
      if (kept.kind === 'done' && (await contactsOf(table, council, contactHashOf(contact), now)).length > 0) await send(contact, `My Care: your code is ${code}. It is good for ten minutes. We never ask you for it by telephone.`);
      return 'sent';
    },
    checkCode: async (contact, code) => {
      const key = signInCodeKey(signInCodeHash(council, contact));
      const row = await table.get(key);
      if (row === undefined) return { kind: 'wrong' };
      const kept = valueIn(row, codeKept);
      if (kept.tries >= mostTries) return { kind: 'too-many' };
      // Each try is counted before it is looked at, so that many at once are as many tries.
      const counted = await table.transact([{ do: 'put', row: { ...row, version: row.version + 1, doc: documentOf({ ...kept, tries: kept.tries + 1 }) }, when: [{ if: 'version-is', version: row.version }] }]);
      if (counted.kind !== 'done' || kept.expiresAt <= clock() || !isSame(kept.codeHash, hashOf(contact, code))) return { kind: 'wrong' };
      const identity = await identityByContact(contactHashOf(contact), { table, records, clock, council });
      if (identity === undefined) return { kind: 'wrong' };
      await table.transact([{ do: 'delete', key, when: [] }]);
      return { kind: 'right', identity };
    },
  };
}

function isSame(one: string, other: string): boolean {
  return one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));
}
