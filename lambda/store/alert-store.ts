import { nobodyToReach, type Alert, type AlertBoard, type AlertChange, type KeptAlert, type Reach } from '../../models/alert/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { RoutineBook } from '../../models/routine/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { alertOperations } from './alert-operations.ts';
import { alertKept, alertListKept, reachKept } from './alert-rows.ts';
import { everyRow } from './every-row.ts';
import { KeptRecord } from './kept-record.ts';
import { alertKey, deskPartition, personPartition, reachAndSpokenRange, reachKey } from './keys.ts';
import { recentlyDecoded } from './recently-decoded.ts';
import { putPart } from './record-operations.ts';
import { documentOf, valueIn, valuesIn } from './row-document.ts';
import { changeRoutines, routinesIn } from './routine-rows.ts';
import type { Operation, Row, Table, TransactResult } from './table.ts';

/** A person as the engine needs them: the whole record, and how they are reached. One query. */
export interface PersonToTell { readonly record: PersonRecord; readonly reach: Reach; readonly routines: RoutineBook }

/** Alerts as kept: each in a row of its own, with the due-index and the person's board in the same transaction. */
export interface AlertStore {
  read(council: CouncilId, person: PersonId | undefined, id: string): Promise<KeptAlert | undefined>;
  /** Alerts of a person, or of the council's staff, whose ids lie between these two (both included), oldest first. */
  list(council: CouncilId, person: PersonId | undefined, from: string, to: string): Promise<readonly Alert[]>;
  whomToTell(council: CouncilId, person: PersonId): Promise<PersonToTell | undefined>;
  /** Keeps changes and what else belongs to them, or nothing. `refused` holds the positions of what had changed meanwhile; the first is the first alert's. */
  keep(changes: readonly AlertChange[], and?: { readonly record?: PersonRecord; readonly board?: AlertBoard; readonly operations?: readonly Operation[] }): Promise<TransactResult>;
  changeRoutines(council: CouncilId, person: PersonId, change: (book: RoutineBook) => RoutineBook): Promise<RoutineBook>;
  saveReach(council: CouncilId, person: PersonId, change: (reach: Reach) => Reach): Promise<Reach>;
}

const partsRemembered = 2_000;
const mostTries = 8;

export function alertStore(table: Table): AlertStore {
  const recent = recentlyDecoded(partsRemembered);
  return {
    read: async (council, person, id) => {
      const row = await table.get(alertKey(council, person, id));
      return row === undefined ? undefined : { alert: valueIn(row, alertKept), version: row.version };
    },
    list: async (council, person, from, to) => {
      const pk = person === undefined ? deskPartition(council) : personPartition(council, person);
      return (await everyRow(table, { by: 'pk', pk, from: `alert#${from}`, to: `alert#${to}~` })).flatMap((row) => valuesIn(row, alertListKept));
    },
    whomToTell: async (council, person) => {
      const rows = await everyRow(table, { by: 'pk', pk: personPartition(council, person), ...reachAndSpokenRange });
      const spoken = rows.filter(({ sk }) => sk.startsWith('spoken#'));
      return spoken.length === 0 ? undefined : { record: new KeptRecord(spoken, recent), reach: reachIn(rows.find(({ sk }) => sk === 'reach')), routines: routinesIn(rows.find(({ sk }) => sk === 'routines')) };
    },
    keep: (changes, { record, board, operations } = {}) => table.transact([
      ...changes.flatMap(alertOperations),
      ...(record instanceof KeptRecord && board !== undefined ? [putPart(record.row('alerts'), 'alerts', { alerts: board }, false)] : []),
      ...(operations ?? []),
    ]),
    changeRoutines: async (council, person, change) => changeRoutines(table, council, person, change),
    saveReach: async (council, person, change) => {
      for (let tries = 0; tries < mostTries; tries += 1) {
        const row = await table.get(reachKey(council, person));
        const after = change(reachIn(row));
        const result = await table.transact([{
          do: 'put', row: { ...reachKey(council, person), version: (row?.version ?? 0) + 1, doc: documentOf(after) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }],
        }]);
        if (result.kind === 'done') return after;
      }
      throw new Error('The ways to reach somebody could not be kept: they kept changing');
    },
  };
}

function reachIn(row: Row | undefined): Reach {
  return row === undefined ? nobodyToReach : valueIn(row, reachKept);
}
