import { noReminders, type KeptReminderBook, type ReminderBookChange, type ReminderBooks } from '../../models/routine/index.ts';
import { auditKey, doneKey, personPartition, remindersKey } from './keys.ts';
import { reminderBookKept } from './reminder-rows.ts';
import { documentOf, documentWith, valueIn } from './row-document.ts';
import type { Operation, Row, Table } from './table.ts';

/** A person's reminders in a row of their own: one read when they are spoken of, one transaction for a change. Somebody without the row has none. */
export function reminderBooks(table: Table): ReminderBooks {
  const rows = new WeakMap<KeptReminderBook, Row>();
  return {
    read: async (council, person) => {
      const row = await table.get(remindersKey(council, person));
      const kept = { council, person, book: row === undefined ? noReminders : valueIn(row, reminderBookKept), version: row?.version ?? 0 };
      if (row !== undefined) rows.set(kept, row);
      return kept;
    },
    save: async (kept, change) => {
      const result = await table.transact(operationsFor(kept, rows.get(kept), change));
      if (result.kind === 'unknown') return 'unknown';
      if (result.kind === 'done') return 'saved';
      // The mark that this change was kept is always the first operation.
      return result.failed.includes(0) ? 'already-done' : 'changed-meanwhile';
    },
  };
}

function operationsFor({ council, person, version }: KeptReminderBook, before: Row | undefined, change: ReminderBookChange): readonly Operation[] {
  const pk = personPartition(council, person);
  const doc = before === undefined ? documentOf(change.book) : documentWith(before.doc, reminderBookKept, change.book);
  const audit = { action: change.action, by: 'person', about: 'reminders' };
  return [
    { do: 'put', row: { pk, sk: doneKey(change.idempotencyKey), version: 1, doc: documentOf({ at: change.at }) }, when: [{ if: 'absent' }] },
    { do: 'put', row: { ...remindersKey(council, person), version: version + 1, doc }, when: [before === undefined ? { if: 'absent' } : { if: 'version-is', version }] },
    { do: 'put', row: { pk, sk: auditKey(change.at, `${change.idempotencyKey}#0`), version: 1, doc: documentOf(audit) }, when: [{ if: 'absent' }] },
  ];
}
