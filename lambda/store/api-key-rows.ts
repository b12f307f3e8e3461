import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { councilIdKept, instantKept, maybeInstantKept, maybeTextKept, namedKept, textKept, whenAsked } from './kept-values.ts';
import { apiKeyKey, apiKeysOf } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

export const scopes = ['visits:write', 'alerts:raise', 'alerts:read', 'alerts:answer', 'devices:heartbeat', 'notify:callback', 'settings:write'] as const;
export type Scope = (typeof scopes)[number];

/** What a system outside may do, for one council. The key itself is kept by its hash only. */
export interface ApiKey {
  readonly id: string;
  readonly councilId: CouncilId;
  /** Whose it is, for the list: "Kindly Care rota". */
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** A care provider's key speaks of its own visits only. */
  readonly providerId?: string;
  readonly hash: string;
  readonly madeAt: Instant;
  readonly revokedAt?: Instant;
}

const keyKept = whenAsked<ApiKey>(() => z.looseObject({
  id: namedKept, councilId: councilIdKept, name: textKept, scopes: z.array(z.enum(scopes)), providerId: maybeTextKept, hash: namedKept, madeAt: instantKept, revokedAt: maybeInstantKept,
}));

/** How every key begins, so that one left lying about can be found by a scanner. */
const start = 'mycare';

export interface ApiKeys {
  /** The key, shown this once. */
  make(about: Pick<ApiKey, 'councilId' | 'name' | 'scopes' | 'providerId'>, at: Instant): Promise<string>;
  /** Whose key this is; undefined for one that is unknown, wrong or revoked, which take the same work. */
  known(key: string): Promise<ApiKey | undefined>;
  list(council: CouncilId): Promise<readonly ApiKey[]>;
  revoke(id: string, at: Instant): Promise<boolean>;
}

export function apiKeys(table: Table): ApiKeys {
  return {
    make: async (about, at) => {
      const [id, secret] = [randomBytes(6).toString('hex'), randomBytes(24).toString('base64url')];
      const key: ApiKey = { ...about, id, hash: hashOf(secret), madeAt: at };
      const result = await table.transact([{ do: 'put', row: { ...apiKeyKey(id), version: 1, index: apiKeysOf(about.councilId), doc: documentOf(key) }, when: [{ if: 'absent' }] }]);
      if (result.kind !== 'done') throw new Error('The key could not be kept');
      return `${start}_${id}_${secret}`;
    },
    known: async (text) => {
      const [, id, secret] = /^mycare_([0-9a-f]{12})_([A-Za-z0-9_-]{32})$/.exec(text) ?? [];
      const row = await table.get(apiKeyKey(id ?? 'none'));
      const key = row === undefined ? undefined : valueIn(row, keyKept);
      const isRight = timingSafeEqual(Buffer.from(key?.hash ?? hashOf(''), 'hex'), Buffer.from(hashOf(secret ?? '-'), 'hex'));
      return isRight && key?.revokedAt === undefined ? key : undefined;
    },
    list: async (council) => (await everyRow(table, { by: 'index', index: apiKeysOf(council) })).map((row) => valueIn(row, keyKept)),
    revoke: async (id, at) => {
      const row = await table.get(apiKeyKey(id));
      if (row === undefined) return false;
      const result = await table.transact([{ do: 'put', row: { ...row, version: row.version + 1, doc: documentOf({ ...valueIn(row, keyKept), revokedAt: at }) }, when: [{ if: 'version-is', version: row.version }] }]);
      return result.kind === 'done';
    },
  };
}

function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
