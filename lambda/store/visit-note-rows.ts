import * as z from 'zod/mini';
import type { VisitNote } from '../../models/care-visit/index.ts';
import type { CouncilId, LocalDate, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { branded, dateKept, instantKept, namedKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { visitNoteKey, visitNoteRange } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const about = () => ({ id: namedKept, personId: personIdKept, providerId: namedKept, visitId: namedKept, on: dateKept, workerId: namedKept, at: instantKept });
const noteKept = whenAsked<VisitNote>(() => branded<VisitNote>(z.discriminatedUnion('said', [
  z.looseObject({ ...about(), said: z.literal('tasks'), done: z.array(textKept) }),
  z.looseObject({ ...about(), said: z.literal('note'), words: textKept }),
  z.looseObject({ ...about(), said: z.literal('code') }),
])));

/** Keeps it once, however often it is sent. Nothing that was written is ever changed. */
export async function keepVisitNote(table: Table, council: CouncilId, note: VisitNote): Promise<'kept' | 'kept-before' | 'another-under-this-id' | 'unknown'> {
  const key = visitNoteKey(council, note);
  const { kind } = await table.transact([{ do: 'put', row: { ...key, version: 1, doc: documentOf(note) }, when: [{ if: 'absent' }] }]);
  if (kind !== 'refused') return kind === 'done' ? 'kept' : 'unknown';
  const row = await table.get(key);
  return row !== undefined && saidIn(valueIn(row, noteKept)) === saidIn(note) ? 'kept-before' : 'another-under-this-id';
}

const saidIn = (note: VisitNote): string => JSON.stringify([note.workerId, note.said === 'note' ? note.words : note.said === 'tasks' ? note.done : '']);

/** What was written of one person's visits from one day to another, both included, in the order of days. */
export async function visitNotes(table: Table, council: CouncilId, person: PersonId, from: LocalDate, to: LocalDate): Promise<readonly VisitNote[]> {
  return (await everyRow(table, { by: 'pk', ...visitNoteRange(council, person, from, to) })).map((row) => valueIn(row, noteKept));
}
