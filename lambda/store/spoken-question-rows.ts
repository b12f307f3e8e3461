import * as z from 'zod/mini';
import type { CouncilId } from '../../models/shared/index.ts';
import type { SpokenQuestions } from '../../web/console/outcomes-port.ts';
import { flagKept, instantKept, namedKept, whenAsked } from './kept-values.ts';
import { spokenQuestionsKey } from './keys.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const spokenQuestionsKept = whenAsked<SpokenQuestions>(() => z.looseObject({ mayBeSpoken: flagKept, by: namedKept, at: instantKept }));

/** Undefined while nobody has set it: then they are not spoken. */
export async function spokenQuestions(table: Table, council: CouncilId): Promise<SpokenQuestions | undefined> {
  const row = await table.get(spokenQuestionsKey(council));
  return row === undefined ? undefined : valueIn(row, spokenQuestionsKept);
}

/** The last who sets it, sets it. Whether that is certain. */
export async function setSpokenQuestions(table: Table, council: CouncilId, set: SpokenQuestions): Promise<boolean> {
  const key = spokenQuestionsKey(council);
  return (await table.transact([{ do: 'put', row: { ...key, version: 1, doc: documentOf(set) }, when: [] }])).kind === 'done';
}
