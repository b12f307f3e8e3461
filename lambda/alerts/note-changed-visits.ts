import { manyChanged, roundCount, stretchesAt } from '../../models/alert/index.ts';
import type { CareProvider } from '../../models/care-visit/index.ts';
import type { Clock, CouncilId, PersonId } from '../../models/shared/index.ts';
import { changedVisitOperation, countChangedVisits } from '../store/changed-visit-rows.ts';
import type { Table } from '../store/table.ts';
import type { AlertDesk } from './alert-desk.ts';

interface Needs { readonly table: Table; readonly alerts: Pick<AlertDesk, 'add' | 'find' | 'amend'>; readonly clock: Clock }
interface Changed { readonly councilId: CouncilId; readonly personId: PersonId; readonly visitIds: readonly string[]; readonly provider: Pick<CareProvider, 'id' | 'name'> }

const mostCounted = 1_000;
const atOnce = 100;

/**
 * Counts visits that a provider moved or cancelled. From ten within a quarter of an hour on, staff have one item about all of
 * them, whose number grows; one that began in the quarter before goes on. False when it is not certain that they were counted.
 */
export async function noteChangedVisits({ councilId, personId, visitIds, provider }: Changed, { table, alerts, clock }: Needs): Promise<boolean> {
  const now = clock();
  const { current, before } = stretchesAt(now);
  for (let from = 0; from < visitIds.length; from += atOnce) {
    const counting = visitIds.slice(from, from + atOnce).map((visitId) => changedVisitOperation(councilId, provider.id, current, personId, visitId));
    if ((await table.transact(counting)).kind !== 'done') return false;
  }
  const counted = await countChangedVisits(table, councilId, provider.id, current, mostCounted);
  const earlier = counted < mostCounted ? await countChangedVisits(table, councilId, provider.id, before, mostCounted - counted) : 0;
  const count = roundCount(counted + earlier);
  if (count === undefined) return true;
  const older = manyChanged(councilId, provider, before, count, now);
  const isGoingOn = await alerts.find({ councilId, alertId: older.id }) !== undefined;
  const item = isGoingOn ? older : manyChanged(councilId, provider, current, count, now);
  const { id: alertId, facts } = item;
  const raised = await alerts.amend({ councilId, alertId }, (alert) => (Number(alert.facts['count']) >= count ? alert : { ...alert, facts }));
  return raised === 'no-such-alert' ? (await alerts.add(item)).kind !== 'unknown' : raised !== 'unknown';
}
