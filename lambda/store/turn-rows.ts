import * as z from 'zod/mini';
import { turnHows, type HeardTurn } from '../../models/figures/index.ts';
import type { CouncilId, LocalDate, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { dateKept, maybeTextKept, whenAsked } from './kept-values.ts';
import { personPartition, turnKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Row, Table } from './table.ts';

const turnKept = whenAsked<HeardTurn>(() => z.looseObject({ on: dateKept, intent: maybeTextKept, how: z.enum(turnHows) }));

/** Whose turn it was, and Alexa's name for it, by which a retry is the same turn. */
export interface TurnOf { readonly councilId: CouncilId; readonly personId: PersonId; readonly actionId: string }

export function turnOperation({ councilId, personId, actionId }: TurnOf, turn: HeardTurn): Operation {
  return { do: 'put', row: { ...turnKey(councilId, personId, turn.on, actionId), version: 1, doc: documentOf(turn) }, when: [] };
}

/** One person's turns, as far as they are kept one by one. */
export async function turnsOf(table: Table, council: CouncilId, person: PersonId): Promise<readonly { readonly turn: HeardTurn; readonly row: Row }[]> {
  return (await everyRow(table, { by: 'pk', pk: personPartition(council, person), from: 'turn#', to: 'turn#~' })).map((row) => ({ turn: valueIn(row, turnKept), row }));
}

const atOnce = 90;

export async function forgetTurns(table: Table, turns: readonly { readonly turn: HeardTurn; readonly row: Row }[], before: LocalDate): Promise<void> {
  const old = turns.filter(({ turn }) => turn.on < before).map(({ row: { pk, sk } }): Operation => ({ do: 'delete', key: { pk, sk }, when: [] }));
  for (let from = 0; from < old.length; from += atOnce) await table.transact(old.slice(from, from + atOnce));
}
