import { alertIdFrom } from '../../models/alert/index.ts';
import { personWeek, type Countable, type PersonWeek } from '../../models/figures/index.ts';
import { isCounted, saysNo } from '../../models/household/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { addDays, localDate, mondayOf, toInstant, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { activityStore } from '../store/activity-rows.ts';
import { alertStore } from '../store/alert-store.ts';
import { dueOperation } from '../store/due-index.ts';
import { forgetCounted, lastWeeksOf, personWeekOperation } from '../store/figure-rows.ts';
import { heardReports } from '../store/heard-rows.ts';
import type { Table } from '../store/table.ts';
import { forgetTurns, turnsOf } from '../store/turn-rows.ts';
import { wellbeingOf } from '../store/wellbeing-rows.ts';
import { nextFold } from './fold-council.ts';
import { wholeBook } from './whole-book.ts';

/** Counted again no sooner than this, however often somebody's days are planned anew. */
const againMs = 10 * 3_600_000;
/** Turns are kept one by one for seven days, today among them. */
const turnDays = 7;
/** An alert may be told some days after what it is about. */
const toldLateDays = 3;

/** Counts one person's week, and the one before as it now stands, so that what comes late is counted too. Whoever said no is in no figures: what was counted of them is forgotten. */
export async function countPerson(record: PersonRecord, table: Table, now: Instant): Promise<void> {
  const { councilId, personId, household: { timeZone: zone } } = record;
  if (saysNo(record.household, 'figures')) return forgetCounted(table, councilId, personId);
  if (!isCounted(record.household)) return;
  const today = localDate(now, zone);
  const [thisWeek, lastWeek, turnsFrom] = [mondayOf(today), addDays(mondayOf(today), -7), addDays(today, 1 - turnDays)];
  const kept = await lastWeeksOf(table, councilId, personId, 3);
  const of = (week: LocalDate) => kept.find(({ row }) => row.week === week);
  const latest = of(thisWeek);
  if (latest !== undefined && now - latest.row.at < againMs) return;
  const turns = await turnsOf(table, councilId, personId);
  const countable = await countableOf(record, lastWeek, turns.map(({ turn }) => turn), table, now);
  const weekOf = (week: LocalDate, previous: PersonWeek | undefined) => personWeek(week, { personId, at: now }, countable, { was: of(week)?.row, previous, turnsFrom, today });
  const before = weekOf(lastWeek, kept.find(({ row }) => row.week < lastWeek)?.row);
  const { kind } = await table.transact([personWeekOperation(councilId, before, of(lastWeek)?.version), personWeekOperation(councilId, weekOf(thisWeek, before), latest?.version)]);
  if (kind !== 'done') return;
  await forgetTurns(table, turns, turnsFrom);
  // Once a week of everybody is enough for the adding up never to be forgotten; from then on it puts itself in again.
  if (latest === undefined) await table.transact([dueOperation(nextFold(now), { kind: 'figures', councilId })]);
}

async function countableOf(record: PersonRecord, fromDay: LocalDate, turns: Countable['turns'], table: Table, now: Instant): Promise<Countable> {
  const { councilId, personId, household: { timeZone: zone }, budget } = record;
  const from = toInstant(addDays(fromDay, -toldLateDays), '00:00' as LocalTime, zone);
  const [heard, visitBook, alerts, activities, wellbeing] = await Promise.all([
    heardReports(table, councilId, personId, from), wholeBook(record, table, from),
    alertStore(table).list(councilId, personId, alertIdFrom(from), alertIdFrom(now)), activityStore(table).ofPerson(councilId, personId, fromDay, localDate(now, zone)),
    wellbeingOf(table, councilId, personId),
  ]);
  return { record: { household: record.household, requestBook: record.requestBook, outcomeBook: record.outcomeBook, visitBook }, heard, alerts, entries: budget?.recent ?? [], turns, activities, wellbeing };
}
