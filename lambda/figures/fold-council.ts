import { setImmediate } from 'node:timers/promises';
import type { Due, DueItem } from '../../models/alert/index.ts';
import { foldWeek, lastWholeWeek } from '../../models/figures/index.ts';
import { addDays, localDate, toInstant, type Clock, type CouncilId, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { dueOperation, notDueOperation } from '../store/due-index.ts';
import { everybodysWeek, keepFolded } from '../store/figure-rows.ts';
import type { Table } from '../store/table.ts';

const zone = 'Europe/London';

/** Adds up a council's last two whole weeks, every night: what came late into either is in the figures the day after. */
export async function foldCouncil({ at, due }: DueItem & { readonly due: Extract<Due, { kind: 'figures' }> }, { table, clock }: { readonly table: Table; readonly clock: Clock }): Promise<void> {
  const last = lastWholeWeek(localDate(clock(), zone));
  await foldInto(table, due.councilId, addDays(last, -7), false);
  await foldInto(table, due.councilId, last, true);
  await table.transact([dueOperation(nextFold(clock()), due), notDueOperation(at, due)]);
}

/** `isLast`: whom the speaker understands the least is told by this week. */
export async function foldInto(table: Table, council: CouncilId, week: LocalDate, isLast: boolean): Promise<void> {
  const fold = foldWeek(week);
  for await (const rows of everybodysWeek(table, council, week)) {
    fold.add(rows);
    // Whoever is talking meanwhile comes first.
    await setImmediate();
  }
  const { council: whole, providers, fairness } = fold.folded();
  if (whole.people.all > 0) await keepFolded(table, council, { council: whole, providers, ...(isLast && { fairness }) });
}

/** Four in the morning, the next time. */
export function nextFold(now: Instant): Instant {
  return toInstant(addDays(localDate(now, zone), 1), '04:00' as LocalTime, zone);
}
