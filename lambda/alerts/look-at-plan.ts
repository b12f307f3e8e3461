import { alertIdFrom, newAlert, type Due, type DueItem } from '../../models/alert/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { dueOperation, notDueOperation } from '../store/due-index.ts';
import type { EngineParts } from './engine-parts.ts';

const hourMs = 3_600_000;
/** Planned so far ahead, and looked at again so much earlier than that. */
const aheadMs = 36 * hourMs;
const againMs = 12 * hourMs;
/** Occurrences lie at most so far before and after the window they are planned in: a reminder is up to a day before its visit. */
const aroundMs = 26 * hourMs;

/** Plans one person's coming reminders, watches and routines. What is planned already stays as it is. */
export async function lookAtPlan({ at, due }: DueItem & { readonly due: Extract<Due, { kind: 'plan' }> }, { store, table, councils, knows, clock, log, afterPlan, afterGone }: EngineParts): Promise<void> {
  const now = clock();
  const until = (now + aheadMs) as Instant;
  const [person, council, there] = await Promise.all([
    store.whomToTell(due.councilId, due.personId), councils(due.councilId),
    store.list(due.councilId, due.personId, alertIdFrom((now - aroundMs) as Instant), alertIdFrom((until + aroundMs) as Instant)),
  ]);
  if (person !== undefined) {
    const known = new Set(there.map(({ id }) => id));
    const planned = (await knows.plan(person.record, person.reach, person.routines, council.rules, now, until)).map(newAlert).filter(({ id }) => !known.has(id));
    // Each by itself: one that somebody else planned meanwhile stands in nobody's way.
    for (const after of planned) await store.keep([{ after }]);
    // Whatever becomes of it, the alerts stand.
    await afterPlan?.(person).catch((cause: unknown) => { log.fault('after-plan-failed', {}, cause); });
  }
  if (person === undefined) await afterGone?.(due.councilId, due.personId);
  await table.transact([...(person === undefined ? [] : [dueOperation((now + againMs) as Instant, due)]), notDueOperation(at, due)]);
}
