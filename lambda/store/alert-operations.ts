import type { Alert, AlertChange, Due } from '../../models/alert/index.ts';
import { deskOperations } from './desk-lists.ts';
import { dueOperation, notDueOperation } from './due-index.ts';
import { alertKey } from './keys.ts';
import { documentOf } from './row-document.ts';
import type { Operation } from './table.ts';

/** What keeps the change of one alert: its row first, on the version it was read at, then where the engine finds it next. */
export function alertOperations(change: AlertChange): readonly Operation[] {
  const { before, after } = change;
  const due = dueOf(after);
  const was = before?.alert.nextAt;
  const isElsewhere = was !== undefined && was !== after.nextAt;
  return [
    {
      do: 'put', row: { ...alertKey(after.councilId, after.personId, after.id), version: (before?.version ?? 0) + 1, doc: documentOf(after) },
      when: [before === undefined ? { if: 'absent' } : { if: 'version-is', version: before.version }],
    },
    ...(isElsewhere ? [notDueOperation(was, due)] : []),
    ...(after.nextAt === undefined || after.nextAt === was ? [] : [dueOperation(after.nextAt, due)]),
    ...deskOperations(change),
  ];
}

function dueOf({ councilId, personId, id }: Alert): Extract<Due, { kind: 'alert' }> {
  return { kind: 'alert', councilId, alertId: id, ...(personId !== undefined && { personId }) };
}
