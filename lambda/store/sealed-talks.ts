import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Instant } from '../../models/shared/index.ts';
import { instantKept, namedKept, whenAsked } from './kept-values.ts';
import { sealedTalksKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

interface Talk { readonly name: string; readonly at: Instant; readonly sealed: string }
const talksKept = whenAsked<readonly Talk[]>(() => z.array(z.looseObject({ name: namedKept, at: instantKept, sealed: namedKept })));

const goodForMs = 10 * 60_000;
const mostAtOnce = 6;
const tries = 6;

/**
 * Where the talks of one assistant had got to, for ten minutes after their last turn. What was said is sealed (AES-256-GCM) with a secret that we do
 * not keep: once whoever has it is silent, what is left in the store says nothing to anybody.
 */
export function sealedTalks(table: Table, whose: string, secret: string) {
  const key = sealedTalksKey(whose);
  const nameOf = (talk: string) => hash('name', talk).toString('hex').slice(0, 32);
  const hash = (what: string, talk: string) => createHash('sha256').update(JSON.stringify([what, secret, talk])).digest();
  const read = async () => {
    const row = await table.get(key);
    return { version: row?.version ?? 0, talks: row === undefined ? [] : valueIn(row, talksKept) };
  };
  return {
    find: async (talk: string, now: Instant): Promise<unknown> => {
      const found = (await read()).talks.find(({ name, at }) => name === nameOf(talk) && now - at < goodForMs);
      return found === undefined ? undefined : opened(found.sealed, hash('seal', talk));
    },
    /** Undefined forgets it. Throws when the row is too much in demand. */
    keep: async (talk: string, value: unknown, now: Instant): Promise<void> => {
      for (let attempt = 0; attempt < tries; attempt += 1) {
        const { version, talks } = await read();
        const others = talks.filter(({ name, at }) => name !== nameOf(talk) && now - at < goodForMs).slice(-(mostAtOnce - 1));
        const kept = value === undefined ? others : [...others, { name: nameOf(talk), at: now, sealed: sealed(value, hash('seal', talk)) }];
        const result = await table.transact([{ do: 'put', row: { ...key, version: version + 1, doc: documentOf(kept) }, when: [version === 0 ? { if: 'absent' } : { if: 'version-is', version }] }]);
        if (result.kind === 'done') return;
      }
      throw new Error('A talk could not be kept');
    },
  };
}

function sealed(value: unknown, secret: Buffer): string {
  const start = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', secret, start);
  const text = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()]);
  return Buffer.concat([start, cipher.getAuthTag(), text]).toString('base64');
}

function opened(text: string, secret: Buffer): unknown {
  const bytes = Buffer.from(text, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', secret, bytes.subarray(0, 12)).setAuthTag(bytes.subarray(12, 28));
  return JSON.parse(Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8'));
}
