import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import type { Identity } from '../../models/access/index.ts';
import type { FeedChoices, Revision } from '../../models/calendar/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { flagKept, instantKept, namedKept, numberKept, personIdKept, whenAsked } from './kept-values.ts';
import { calendarFeedKey, calendarFeedsOf, calendarRevisionsKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import { identityKept } from './session-rows.ts';
import type { Table } from './table.ts';

/** A private calendar address: whose it is, about whom, and how it is written. The address itself is not kept, only its hash. */
export interface CalendarFeed {
  readonly id: string;
  readonly viewer: Identity;
  readonly personId: PersonId;
  readonly choices: FeedChoices;
  readonly madeAt: Instant;
  readonly endsAt?: Instant;
  /** When another calendar last asked, to the hour. */
  readonly readAt?: Instant;
}

const feedKept = whenAsked<CalendarFeed>(() => z.looseObject({
  id: namedKept, viewer: identityKept(), personId: personIdKept, madeAt: instantKept, endsAt: z.exactOptional(instantKept), readAt: z.exactOptional(instantKept),
  choices: z.looseObject({ titles: z.enum(['plain', 'full']), alarmMinutes: z.exactOptional(numberKept), withRoutines: flagKept }),
}));

type Packed = readonly (readonly [uid: string, mark: string, startsAt: number, endsAt: number, isCancelled: 0 | 1, sequence: number, changedAt: number])[];
const revisionsKept = whenAsked<Packed>(() => z.array(z.tuple([namedKept, namedKept, z.number(), z.number(), z.literal([0, 1]), z.number(), z.number()])));

const readMarkEveryMs = 3_600_000;

/** Calendar addresses as rows: found by the hash of the address, and listed under the person. */
export function calendarFeedRows(table: Table) {
  const feedAt = async (hash: string) => {
    const row = await table.get(calendarFeedKey(hash));
    return row === undefined ? undefined : { row, feed: valueIn(row, feedKept) };
  };
  return {
    /** The new address (128 bits, base64url), to be shown once. Undefined when it is not certain that it was kept. */
    add: async (council: CouncilId, feed: Omit<CalendarFeed, 'id'>): Promise<string | undefined> => {
      const address = randomBytes(16).toString('base64url');
      const id = hashOf(address);
      const kept = await table.transact([
        { do: 'put', row: { ...calendarFeedKey(id), version: 1, doc: documentOf({ ...feed, id }) }, when: [{ if: 'absent' }] },
        { do: 'put', row: { pk: calendarFeedsOf(council, feed.personId), sk: id, version: 1, doc: documentOf({}) }, when: [] },
      ]);
      return kept.kind === 'done' ? address : undefined;
    },
    find: async (address: string): Promise<CalendarFeed | undefined> => (await feedAt(hashOf(address)))?.feed,
    list: async (council: CouncilId, person: PersonId): Promise<readonly CalendarFeed[]> => {
      const rows = await everyRow(table, { by: 'pk', pk: calendarFeedsOf(council, person) });
      return (await Promise.all(rows.map(async ({ sk }) => feedAt(sk)))).flatMap((found) => (found === undefined ? [] : [found.feed]));
    },
    /** False when it is not certain that it has ended. */
    remove: async (council: CouncilId, { id, personId }: Pick<CalendarFeed, 'id' | 'personId'>): Promise<boolean> => (await table.transact([
      { do: 'delete', key: calendarFeedKey(id), when: [] }, { do: 'delete', key: calendarRevisionsKey(id), when: [] }, { do: 'delete', key: { pk: calendarFeedsOf(council, personId), sk: id }, when: [] },
    ])).kind === 'done',
    /** Notes that it was read, at most once an hour. Losing to another reader is no loss. */
    markRead: async ({ id, readAt }: CalendarFeed, now: Instant): Promise<void> => {
      if (readAt !== undefined && now - readAt < readMarkEveryMs) return;
      const found = await feedAt(id);
      if (found !== undefined) await table.transact([{ do: 'put', row: { ...found.row, version: found.row.version + 1, doc: documentOf({ ...found.feed, readAt: now }) }, when: [{ if: 'version-is', version: found.row.version }] }]);
    },
    revisions: async (id: string): Promise<{ readonly version: number; readonly revisions: readonly Revision[] }> => {
      const row = await table.get(calendarRevisionsKey(id));
      return row === undefined ? { version: 0, revisions: [] } : { version: row.version, revisions: valueIn(row, revisionsKept).map(([uid, mark, startsAt, endsAt, isCancelled, sequence, changedAt]) => ({ uid, mark, startsAt: startsAt as Instant, endsAt: endsAt as Instant, isCancelled: isCancelled === 1, sequence, changedAt: changedAt as Instant })) };
    },
    /** True when these are the revisions now; false when somebody else wrote theirs meanwhile, or nobody knows. */
    keepRevisions: async (id: string, version: number, revisions: readonly Revision[]): Promise<boolean> => {
      const packed: Packed = revisions.map(({ uid, mark, startsAt, endsAt, isCancelled, sequence, changedAt }) => [uid, mark, startsAt, endsAt, isCancelled ? 1 : 0, sequence, changedAt]);
      return (await table.transact([{ do: 'put', row: { ...calendarRevisionsKey(id), version: version + 1, doc: documentOf(packed) }, when: [version === 0 ? { if: 'absent' } : { if: 'version-is', version }] }])).kind === 'done';
    },
  };
}

const hashOf = (address: string): string => createHash('sha256').update(address).digest('hex');
