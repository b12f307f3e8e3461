import { newAlert, type DueItem } from '../../models/alert/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { dueOperation, notDueOperation } from '../store/due-index.ts';
import { alertOperations } from '../store/alert-operations.ts';
import { setAsideOperation } from '../store/set-aside-rows.ts';
import { StoreDoesNotAnswer, StoredRowIsBroken } from '../store/store-errors.ts';
import type { EngineParts } from './engine-parts.ts';

const mostTries = 5;
const firstWaitMs = 5_000;
const anHourMs = 3_600_000;
/** Longer than a new version of us takes to be let in everywhere. */
const letInWithinMs = 15 * 60_000;

/**
 * Something could not be looked at. It is tried again after a while that doubles, so that it holds up nobody else; after
 * five times it is set aside where staff see it, and they are told; somebody's plan is nevertheless tried again every hour, since
 * all their coming alerts hang on it, and so is the adding up of figures. What cannot be read may have been written by a version that is just being let in: it is
 * tried once more when that must be everywhere. When the store does not answer nothing is counted.
 */
export async function putOff({ at, due, tries }: DueItem, cause: unknown, { table, clock, log }: EngineParts): Promise<void> {
  log.fault('look-failed', { kind: due.kind, tries }, cause);
  if (cause instanceof StoreDoesNotAnswer) return;
  const now = clock();
  const later = (now + firstWaitMs * 2 ** tries) as Instant;
  const isLast = tries + 1 === mostTries;
  const stuck = newAlert({ occursAt: now, name: nameOf(due), councilId: due.councilId, kind: 'something-is-stuck', facts: { what: due.kind }, plannedFor: now });
  const again = due.kind === 'plan' || due.kind === 'figures' ? [dueOperation((now + anHourMs) as Instant, due)] : isLast && cause instanceof StoredRowIsBroken ? [dueOperation((now + letInWithinMs) as Instant, due, tries + 1)] : [];
  const operations = tries + 1 > mostTries ? again : isLast ? [...again, setAsideOperation(now, { at, due, tries: tries + 1 }), ...alertOperations({ after: stuck })] : [dueOperation(later, due, tries + 1)];
  try {
    await table.transact([notDueOperation(at, due), ...operations]);
  } catch (storeCause) {
    log.fault('not-put-off', { kind: due.kind }, storeCause);
  }
}

function nameOf(due: DueItem['due']): string {
  return (due.kind === 'alert' ? due.alertId : due.personId ?? due.kind).replaceAll(/[^A-Za-z0-9.:@_-]/g, '-').slice(0, 100);
}
