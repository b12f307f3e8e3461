import { randomInt } from 'node:crypto';
import type { LinkCodeResult } from '../../models/household/index.ts';
import { instant, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import { codeKey, namedPartition, personPartition } from './keys.ts';
import { documentOf } from './row-document.ts';
import { linkCodeIn, linkIn, type LinkCode } from './speaker-link-rows.ts';
import { codeHashOf } from './speaker-key.ts';
import { spokenKey } from './spoken-parts.ts';
import { StoreDoesNotAnswer } from './store-errors.ts';
import type { Condition, Key, Row, Table } from './table.ts';

const goodForMilliseconds = 24 * 60 * 60 * 1000;
const tries = 20;

/** Six digits, the first not 0: a code that is heard as a number must not lose a digit. */
export const sixDigits = (): string => String(randomInt(100_000, 1_000_000));

/** Makes a code for a person. Their link row moves on by one, so that a code made before is no good any more. */
export async function createLinkCode(table: Table, newCode: () => string, council: CouncilId, person: PersonId, at: Instant): Promise<LinkCodeResult> {
  const expiresAt = instant(at + goodForMilliseconds);
  for (let attempt = 0; attempt < tries; attempt += 1) {
    const code = newCode();
    const key = codeKey(codeHashOf(code));
    const [link, taken] = await Promise.all([table.get({ pk: personPartition(council, person), sk: spokenKey('link') }), table.get(key)]);
    if (link === undefined) return { kind: 'refused', reason: 'no-such-person' };
    const isFree = taken === undefined || linkCodeIn(taken).expiresAt <= at;
    if (isFree && await keepCode(table, key, taken, link, { council, person, expiresAt })) return { kind: 'made', code, expiresAt };
  }
  throw new StoreDoesNotAnswer('no free link code was found');
}

async function keepCode(table: Table, key: Key, taken: Row | undefined, link: Row, about: Pick<LinkCode, 'council' | 'person' | 'expiresAt'>): Promise<boolean> {
  const version = link.version + 1;
  const before = linkIn(link);
  const doc = documentOf({ ...about, linkVersion: version, ...(before !== null && { speakerBefore: before.speaker }) });
  const isStillFree: Condition = taken === undefined ? { if: 'absent' } : { if: 'version-is', version: taken.version };
  const result = await table.transact([
    { do: 'put', row: { ...key, version: (taken?.version ?? 0) + 1, index: namedPartition(about.council, about.person), doc }, when: [isStillFree] },
    { do: 'put', row: { ...link, version }, when: [{ if: 'version-is', version: link.version }] },
  ]);
  return result.kind === 'done';
}
