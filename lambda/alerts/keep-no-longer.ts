import { goesBefore, isTurnOf, type PersonRecord, type PersonRecords } from '../../models/person-record/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { erasePerson } from '../store/erase-person.ts';
import { erasuresOf, keepErasure } from '../store/erasure-rows.ts';
import { everyRow } from '../store/every-row.ts';
import { personPartition } from '../store/keys.ts';
import { letGo } from '../store/let-go.ts';
import type { Operation, Table } from '../store/table.ts';
import type { EngineLog } from './engine-parts.ts';

interface Needs { readonly table: Table; readonly records: PersonRecords; readonly log: EngineLog }

/** The housekeeping of one record when its turn comes: what was kept long enough goes, and so does the whole record eight years after somebody left. */
export async function keepNoLonger(record: PersonRecord, now: Instant, { table, records, log }: Needs): Promise<void> {
  const { councilId, personId, household: { left }, unfinished } = record;
  if (!isTurnOf(personId, now)) return;
  if (left !== undefined && left.at < goesBefore('recordAfterLeaving', now)) {
    await erasePerson(table, councilId, personId, { askedBy: 'retention', askedAt: left.at, by: 'retention', at: now });
    log.event('record-erased', { why: 'retention' });
    return;
  }
  const gone = await letGo(table, councilId, personId, now);
  if (gone > 0) log.event('let-go', { rows: gone });
  if (unfinished !== undefined && unfinished.at < goesBefore('unfinished', now)) await records.save(record, { idempotencyKey: `let-go-${unfinished.at}`, at: now, unfinished: null, audit: [{ action: 'let-go', by: 'retention', about: 'unfinished' }] });
}

/** Somebody who is not there any more: what was written while they were erased goes as well, and after seven years their money lines. */
export async function afterErasure(council: CouncilId, person: PersonId, now: Instant, { table, log }: Pick<Needs, 'table' | 'log'>): Promise<void> {
  const erasure = (await erasuresOf(table, council)).find(({ personId, state }) => personId === person && state !== 'money-gone');
  if (erasure === undefined) return;
  if (now < erasure.moneyUntil) {
    await erasePerson(table, council, person, erasure);
    return;
  }
  const pk = personPartition(council, person);
  const rows = await everyRow(table, { by: 'pk', pk });
  for (let from = 0; from < rows.length; from += atOnce) {
    const { kind } = await table.transact(rows.slice(from, from + atOnce).map(({ sk }): Operation => ({ do: 'delete', key: { pk, sk }, when: [] })));
    if (kind !== 'done') throw new Error('Money lines may not have been removed');
  }
  await keepErasure(table, council, { ...erasure, state: 'money-gone', kept: { entries: 0, deeds: 0 } });
  log.event('money-lines-gone', { rows: rows.length });
}

const atOnce = 90;
