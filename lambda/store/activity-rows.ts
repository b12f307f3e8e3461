import * as z from 'zod/mini';
import { activityKinds, type VisitActivity } from '../../models/care-visit/index.ts';
import type { CouncilId, Instant, LocalDate, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { dateKept, instantKept, maybeInstantKept, namedKept, numberKept, penceKept, personIdKept, whenAsked } from './kept-values.ts';
import { activitiesOfProvider, activityKey, activityRange } from './keys.ts';
import { documentOf, documentWith, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const activityKept = whenAsked<VisitActivity>(() => z.looseObject({
  id: namedKept, personId: personIdKept, providerId: namedKept, visitId: namedKept, on: dateKept, workerId: namedKept, at: instantKept,
  activity: z.enum(activityKinds), minutes: numberKept, costPence: penceKept, planned: z.exactOptional(z.looseObject({ minutes: numberKept, costPence: penceKept })), takenBackAt: maybeInstantKept,
}));

/** What care workers recorded as done: a row each with the person, found by provider too. Both reads are in the order of days, without what was taken back. */
export interface ActivityStore {
  /** `kept-before`: the same was sent again, and is there once. */
  keep(council: CouncilId, activity: VisitActivity): Promise<'kept' | 'kept-before' | 'another-under-this-id' | 'unknown'>;
  /** Only by the care worker who wrote it. */
  takeBack(council: CouncilId, which: Pick<VisitActivity, 'personId' | 'on' | 'visitId' | 'id' | 'workerId'>, at: Instant): Promise<'taken-back' | 'not-there' | 'unknown'>;
  ofPerson(council: CouncilId, person: PersonId, from: LocalDate, to: LocalDate): Promise<readonly VisitActivity[]>;
  /** May miss what was recorded in the last second. */
  ofProvider(council: CouncilId, providerId: string, from: LocalDate, to: LocalDate): Promise<readonly VisitActivity[]>;
}

export function activityStore(table: Table): ActivityStore {
  return {
    keep: async (council, activity) => {
      const key = activityKey(council, activity);
      const { kind } = await table.transact([{ do: 'put', row: { ...key, version: 1, index: activitiesOfProvider(council, activity.providerId), doc: documentOf(activity) }, when: [{ if: 'absent' }] }]);
      if (kind !== 'refused') return kind === 'done' ? 'kept' : 'unknown';
      const row = await table.get(key);
      return row !== undefined && isSame(valueIn(row, activityKept), activity) ? 'kept-before' : 'another-under-this-id';
    },
    takeBack: async (council, { workerId, ...which }, at) => {
      const row = await table.get(activityKey(council, which));
      const before = row === undefined ? undefined : valueIn(row, activityKept);
      if (row === undefined || before?.workerId !== workerId) return 'not-there';
      if (before.takenBackAt !== undefined) return 'taken-back';
      const { kind } = await table.transact([{ do: 'put', row: { ...row, version: row.version + 1, doc: documentWith(row.doc, activityKept, { ...before, takenBackAt: at }) }, when: [{ if: 'version-is', version: row.version }] }]);
      return kind === 'done' ? 'taken-back' : 'unknown';
    },
    ofPerson: async (council, person, from, to) => standing(await everyRow(table, { by: 'pk', ...activityRange(council, person, from, to) })),
    ofProvider: async (council, providerId, from, to) => standing(await everyRow(table, { by: 'index', index: activitiesOfProvider(council, providerId), from: `activity#${from}`, to: `activity#${to}#~` })),
  };
}

function standing(rows: Awaited<ReturnType<typeof everyRow>>): readonly VisitActivity[] {
  return rows.map((row) => valueIn(row, activityKept)).filter(({ takenBackAt }) => takenBackAt === undefined);
}

function isSame(kept: VisitActivity, sent: VisitActivity): boolean {
  return kept.workerId === sent.workerId && kept.activity === sent.activity && kept.minutes === sent.minutes && kept.costPence === sent.costPence;
}
