import type { PersonRecord, PersonRecords, RecordChange, SaveResult } from '../../models/person-record/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { budgetEntryKept } from './budget-rows.ts';
import { everyRow } from './every-row.ts';
import { KeptRecord } from './kept-record.ts';
import { doneKey, entryRange, personPartition, speakerPartition, spokenRange } from './keys.ts';
import { recentlyDecoded, type RecentlyDecoded } from './recently-decoded.ts';
import { operationsFor } from './record-operations.ts';
import { valueIn } from './row-document.ts';
import { spokenPartNames } from './spoken-parts.ts';
import type { Row, Table } from './table.ts';

const partsRemembered = 4_000;

/**
 * Everything about one person: one query finds all that is needed to talk with them, by speaker (which may miss a change
 * made in the last second; `save` then says `changed-meanwhile`) or by person (never stale).
 */
export function personRecords(table: Table): PersonRecords {
  const recent = recentlyDecoded(partsRemembered);
  const byPerson = async (council: CouncilId, person: PersonId) => {
    const rows = await everyRow(table, { by: 'pk', pk: personPartition(council, person), ...spokenRange });
    return rows.length === 0 ? undefined : new KeptRecord(rows, recent);
  };
  return {
    byPerson,
    bySpeaker: async (speaker) => {
      const rows = await everyRow(table, { by: 'index', index: speakerPartition(speaker), ...spokenRange });
      const found = linkedTo(speaker, rows, recent);
      // The index may still be catching up with a new link: the partition never is.
      return found === 'incomplete' ? linkedOnly(speaker, await byPerson(...ownerOf(rows))) : found;
    },
    save: (record, change) => save(table, record, change),
    entries: async (council, person) => {
      const rows = await everyRow(table, { by: 'pk', pk: personPartition(council, person), ...entryRange });
      return rows.map((row) => valueIn(row, budgetEntryKept));
    },
  };
}

function linkedTo(speaker: string, rows: readonly Row[], recent: RecentlyDecoded): PersonRecord | 'incomplete' | undefined {
  if (rows.length === 0) return undefined;
  const isWhole = rows.length === spokenPartNames.length && rows.every((row) => row.pk === rows[0]?.pk);
  return isWhole ? linkedOnly(speaker, new KeptRecord(rows, recent)) : 'incomplete';
}

/** Nothing is said on a speaker whose link has ended, whatever the index still says. */
function linkedOnly(speaker: string, record: PersonRecord | undefined): PersonRecord | undefined {
  return record?.link?.speaker === speaker ? record : undefined;
}

function ownerOf(rows: readonly Row[]): [CouncilId, PersonId] {
  const [, council, person] = (rows.find((row) => row.sk === 'spoken#link') ?? rows[0])?.pk.split('#') ?? [];
  return [council as CouncilId, person as PersonId];
}

async function save(table: Table, record: PersonRecord, change: RecordChange): Promise<SaveResult> {
  if (!(record instanceof KeptRecord)) throw new TypeError('Only a record as it was read can be saved');
  const result = await table.transact(operationsFor(record, change));
  if (result.kind === 'done') return { kind: 'saved' };
  // The mark that this change was kept is always the first operation.
  if (result.kind === 'refused') return { kind: result.failed.includes(0) ? 'already-done' : 'changed-meanwhile' };
  return wasKept(table, record, change);
}

/** After a time-out: if the mark is there it was kept. If it is not, it may still come. */
async function wasKept(table: Table, record: KeptRecord, change: RecordChange): Promise<SaveResult> {
  try {
    const mark = await table.get({ pk: personPartition(record.councilId, record.personId), sk: doneKey(change.idempotencyKey) });
    return { kind: mark === undefined ? 'unknown' : 'saved' };
  } catch {
    return { kind: 'unknown' };
  }
}
