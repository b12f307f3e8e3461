import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { assistantDeeds, type AssistantKey } from '../../models/access/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { instantKept, maybeInstantKept, namedKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { assistantKeyKey, assistantKeysOf } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import { identityKept } from './session-rows.ts';
import type { Table } from './table.ts';

type Kept = AssistantKey & { readonly hash: string };

const keyKept = whenAsked<Kept>(() => z.looseObject({
  id: namedKept, identity: identityKept(), personId: personIdKept, name: textKept, may: z.array(z.enum(assistantDeeds)), madeAt: instantKept, endsAt: maybeInstantKept, usedAt: maybeInstantKept, hash: namedKept,
}));

const usedMarkEveryMs = 3_600_000;

/** Keys of assistants as rows: found by their public half, known by the hash of the other, and listed under the person. */
export function assistantKeyRows(table: Table) {
  const at = async (id: string) => {
    const row = await table.get(assistantKeyKey(id));
    return row === undefined ? undefined : { row, key: valueIn(row, keyKept) };
  };
  return {
    /** The key, shown this once; undefined when it is not certain that it was kept. */
    add: async (about: Omit<AssistantKey, 'id'>): Promise<string | undefined> => {
      const [id, secret] = [randomBytes(6).toString('hex'), randomBytes(24).toString('base64url')];
      const kept = await table.transact([
        { do: 'put', row: { ...assistantKeyKey(id), version: 1, doc: documentOf({ ...about, id, hash: hashOf(secret) }) }, when: [{ if: 'absent' }] },
        { do: 'put', row: { pk: assistantKeysOf(about.identity.councilId, about.personId), sk: id, version: 1, doc: documentOf({}) }, when: [] },
      ]);
      return kept.kind === 'done' ? `mycare-assistant_${id}_${secret}` : undefined;
    },
    /** Whose key this is; undefined for one that is unknown, wrong or ended, which take the same work. */
    known: async (text: string): Promise<AssistantKey | undefined> => {
      const [, id, secret] = /^mycare-assistant_([0-9a-f]{12})_([A-Za-z0-9_-]{32})$/.exec(text) ?? [];
      const found = await at(id ?? 'none');
      const isRight = timingSafeEqual(Buffer.from(found?.key.hash ?? hashOf(''), 'hex'), Buffer.from(hashOf(secret ?? '-'), 'hex'));
      return isRight ? found?.key : undefined;
    },
    list: async (council: CouncilId, person: PersonId): Promise<readonly AssistantKey[]> => {
      const rows = await everyRow(table, { by: 'pk', pk: assistantKeysOf(council, person) });
      return (await Promise.all(rows.map(async ({ sk }) => at(sk)))).flatMap((found) => (found === undefined ? [] : [found.key]));
    },
    /** False when it is not certain that it has ended. */
    remove: async ({ id, identity, personId }: AssistantKey): Promise<boolean> => (await table.transact([
      { do: 'delete', key: assistantKeyKey(id), when: [] }, { do: 'delete', key: { pk: assistantKeysOf(identity.councilId, personId), sk: id }, when: [] },
    ])).kind === 'done',
    /** Notes that it was used, at most once an hour. Losing to another use is no loss. */
    markUsed: async ({ id, usedAt }: AssistantKey, now: Instant): Promise<void> => {
      if (usedAt !== undefined && now - usedAt < usedMarkEveryMs) return;
      const found = await at(id);
      if (found !== undefined) await table.transact([{ do: 'put', row: { ...found.row, version: found.row.version + 1, doc: documentOf({ ...found.key, usedAt: now }) }, when: [{ if: 'version-is', version: found.row.version }] }]);
    },
  };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');
