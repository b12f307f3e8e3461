import { leftPence } from '../../models/budget/index.ts';
import type { Household } from '../../models/household/index.ts';
import type { RecordChange } from '../../models/person-record/index.ts';
import { alertOperations } from './alert-operations.ts';
import { contactOperations } from './contact-rows.ts';
import { dueAfterChange } from './due-after-change.ts';
import { queueOperations } from './desk-lists.ts';
import { heardOperations } from './heard-rows.ts';
import { historyOperations } from './history-rows.ts';
import { listedOperation } from './listed-people.ts';
import type { KeptRecord } from './kept-record.ts';
import { auditKey, doneKey, entryKey, ownerKey, personPartition } from './keys.ts';
import { providerOperations } from './provider-rows.ts';
import { documentOf, documentWith } from './row-document.ts';
import { spokenPartNames, spokenSchemas, type SpokenPart, type SpokenParts } from './spoken-parts.ts';
import { proposalOperations } from './proposal-rows.ts';
import type { Operation, Row } from './table.ts';
import { wellbeingOperations } from './wellbeing-rows.ts';

/**
 * One transaction that keeps a change: first the mark that it was kept, then each changed part on the version it was read
 * at, new ledger lines, who did what, and what no longer has room. Throws when ledger lines do not follow on.
 */
export function operationsFor(record: KeptRecord, change: RecordChange): readonly Operation[] {
  const pk = personPartition(record.councilId, record.personId);
  const add = (sk: string, value: unknown): Operation => ({ do: 'put', row: { pk, sk, version: 1, doc: documentOf(value) }, when: [{ if: 'absent' }] });
  return [
    add(doneKey(change.idempotencyKey), { at: change.at }),
    ...partOperations(record, change),
    ...newEntries(record, change).map((entry) => add(entryKey(entry.number), entry)),
    ...change.audit.map((line, position) => add(auditKey(change.at, `${change.idempotencyKey}#${position}`), line)),
    ...historyOperations(pk, record, change),
    ...heardOperations(pk, change),
    ...wellbeingOperations(pk, change),
    ...(change.alerts ?? []).flatMap(alertOperations),
    ...dueAfterChange(record, change),
    ...queueOperations(record, change),
    ...proposalOperations(record, change),
    ...(change.visitBook === undefined ? [] : providerOperations(record.councilId, record.personId, record.visitBook, change.visitBook)),
    ...(change.household === undefined ? [] : contactOperations(record.household, change.household)),
    ...(change.household !== undefined && isListedAnew(record.household, change.household) ? [listedOperation(record.councilId, change.household)] : []),
  ];
}

function isListedAnew(before: Household, after: Household): boolean {
  return before.name.full !== after.name.full || before.name.preferred !== after.name.preferred || before.councilNumber !== after.councilNumber || (before.left === undefined) !== (after.left === undefined);
}

function partOperations(record: KeptRecord, change: RecordChange): readonly Operation[] {
  const changed = changedParts(change);
  const isUnlinked = change.link === null;
  const speaker = isUnlinked ? record.link?.speaker : undefined;
  return [
    ...spokenPartNames.flatMap((part): Operation[] => {
      const row = record.row(part);
      if (part in changed) return [putPart(row, part, changed, isUnlinked)];
      return isUnlinked && row.version > 0 ? [{ do: 'reindex', key: { pk: row.pk, sk: row.sk }, index: undefined, when: [] }] : [];
    }),
    ...(speaker === undefined ? [] : [{ do: 'delete', key: ownerKey(speaker), when: [] } as const]),
  ];
}

/** Puts one part on the version it was read at, where the index finds it still. */
export function putPart({ numbers: _before, index, ...row }: Row, part: SpokenPart, changed: Partial<SpokenParts>, isUnlinked: boolean): Operation {
  const kept = {
    ...row,
    version: row.version + 1,
    doc: documentWith(row.doc, spokenSchemas[part], changed[part]),
    ...(!isUnlinked && index !== undefined && { index }),
    ...(part === 'budget' && changed.budget != null && { numbers: { leftPence: leftPence(changed.budget) } }),
  };
  return { do: 'put', row: kept, when: [row.version === 0 ? { if: 'absent' } : { if: 'version-is', version: row.version }] };
}

function changedParts(change: RecordChange): Partial<SpokenParts> {
  return {
    ...(change.household !== undefined && { household: change.household }),
    ...(change.visitBook !== undefined && { visits: change.visitBook }),
    ...(change.budget !== undefined && { budget: change.budget.after }),
    ...(change.requestBook !== undefined && { requests: change.requestBook }),
    ...(change.outcomeBook !== undefined && { outcomes: change.outcomeBook }),
    ...(change.messageBook !== undefined && { messages: change.messageBook }),
    ...(change.jobBook !== undefined && { jobs: change.jobBook }),
    ...(change.alertBoard !== undefined && { alerts: change.alertBoard }),
    ...(change.unfinished !== undefined && { unfinished: change.unfinished }),
    ...(change.link !== undefined && { link: change.link }),
  };
}

/** The lines to add. They must follow the last one kept without a gap, and end where the new budget says. */
function newEntries(record: KeptRecord, { budget }: RecordChange): NonNullable<RecordChange['budget']>['entries'] {
  if (budget === undefined) return [];
  const from = record.budget?.lastEntryNumber ?? 0;
  const isInOrder = budget.entries.every((entry, position) => entry.number === from + 1 + position);
  if (!isInOrder || budget.after.lastEntryNumber !== from + budget.entries.length) throw new RangeError('Ledger lines must follow on from the last one, without a gap');
  return budget.entries;
}
