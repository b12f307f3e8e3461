import { alertKinds, alertsForVisitReport, cancelledGroupsAt, groupCancelled, groupChanged, keepBoard, newAlert, stillTrueOfVisit, type Alert, type AlertChange, type AlertRule, type KeptAlert, type PlannedAlert } from '../../models/alert/index.ts';
import type { CareVisit, VisitBook, VisitReport } from '../../models/care-visit/index.ts';
import type { PersonRecord, PersonRecords, RecordChange } from '../../models/person-record/index.ts';
import type { Clock, CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import type { Table } from '../store/table.ts';
import type { AlertDesk } from './alert-desk.ts';
import type { EngineLog } from './engine-parts.ts';
import { noteChangedVisits } from './note-changed-visits.ts';

export interface ChangingVisits {
  readonly table: Table;
  readonly records: PersonRecords;
  readonly alerts: AlertDesk;
  readonly clock: Clock;
  readonly rules: readonly AlertRule[];
  /** Tells the engine that something is due at once. */
  readonly wake: () => void;
  readonly log: EngineLog;
}

/** The book as it is to be, each visit that somebody may have to be told of as it was and is, and the reports that made it so. */
export interface VisitsToChange {
  readonly kind: 'to-change';
  readonly book: VisitBook;
  readonly noted: readonly { readonly before: CareVisit; readonly after: CareVisit }[];
  readonly heard: readonly VisitReport[];
  readonly audit: RecordChange['audit'];
}

interface Whose { readonly councilId: CouncilId; readonly personId: PersonId; readonly idempotencyKey: string }
type Changed = { readonly kind: 'changed'; readonly alerts: readonly Alert[] } | { readonly kind: 'no-such-person' | 'unknown' };

const mostTries = 5;

/**
 * Changes one person's visits by a provider's word: what it changes and what somebody must be told of it are kept in one transaction,
 * all of it or none, and alerts that it makes untrue fall silent at once ("nobody has come" when somebody has). Decided anew when the record changed meanwhile.
 */
export async function changeVisits<Otherwise extends { readonly kind: string }>({ councilId, personId, idempotencyKey }: Whose, decide: (record: PersonRecord, now: Instant) => VisitsToChange | Otherwise, needs: ChangingVisits): Promise<Changed | Otherwise> {
  const { records, clock } = needs;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record = await records.byPerson(councilId, personId);
    if (record === undefined) return { kind: 'no-such-person' };
    const now = clock();
    const decided = decide(record, now);
    if (!isToChange(decided)) return decided;
    const { book, noted, heard, audit } = decided;
    const planned = groupChanged(noted.flatMap(({ before, after }) => alertsForVisitReport(before, after, { councilId, personId, book, rules: needs.rules }, now)), idempotencyKey);
    const changes = await changesFor(planned, new Map(noted.map(({ after }) => [after.id, after])), now, needs);
    const alerts = changes.map(({ after }) => after);
    const alertBoard = changes.reduce((board, change) => keepBoard(board, change.before?.alert, change.after, now, record.household.timeZone), record.alertBoard);
    const result = await records.save(record, { idempotencyKey, at: now, visitBook: book, ...(heard.length > 0 && { heard }), ...(alerts.length > 0 && { alerts: changes, alertBoard }), audit });
    if (result.kind === 'unknown') return { kind: 'unknown' };
    if (result.kind === 'changed-meanwhile') continue;
    needs.wake();
    await quieten(record, new Set(noted.map(({ after }) => after.id)), alerts, needs);
    await count(planned, { councilId, personId, provider: book.provider }, needs);
    return { kind: 'changed', alerts };
  }
  return { kind: 'unknown' };
}

function isToChange(decided: { readonly kind: string }): decided is VisitsToChange {
  return decided.kind === 'to-change';
}

/** A cancellation is told together with the person's others, those of this very change included; everything else by itself. */
async function changesFor(planned: readonly PlannedAlert[], visits: ReadonlyMap<string, CareVisit>, now: Instant, { alerts }: ChangingVisits): Promise<readonly AlertChange[]> {
  const changes = new Map<string, AlertChange>();
  for (const each of planned) {
    const visit = visits.get(String(each.facts?.['visitId']));
    if (each.kind !== 'visit-cancelled' || visit === undefined) {
      const after = newAlert(each);
      changes.set(after.id, { after });
      continue;
    }
    const { councilId, personId } = each;
    const [current, next] = await Promise.all(cancelledGroupsAt(now).map(async (occursAt): Promise<KeptAlert | undefined> => {
      const { id: alertId } = newAlert({ ...each, occursAt, name: 'visits' });
      const pending = changes.get(alertId);
      return pending === undefined ? alerts.kept({ councilId, alertId, ...(personId !== undefined && { personId }) }) : { alert: pending.after, version: pending.before?.version ?? 0 };
    }));
    const { after, before } = groupCancelled(each, visit, [current, next], now);
    const pending = changes.get(after.id);
    const was = pending === undefined ? before : pending.before;
    changes.set(after.id, { after, ...(was !== undefined && { before: was }) });
  }
  return [...changes.values()];
}

/** What was told of these visits and is so no more, or is told anew, needs no answer now. */
async function quieten({ councilId, personId }: PersonRecord, visitIds: ReadonlySet<string>, fresh: readonly Alert[], { alerts, records, clock }: ChangingVisits): Promise<void> {
  if (visitIds.size === 0) return;
  const after = await records.byPerson(councilId, personId);
  if (after === undefined) return;
  const zone = after.household.timeZone;
  const over = after.alertBoard.alerts.filter(({ id, kind, facts, isOpen }) => isOpen && visitIds.has(String(facts['visitId'])) && !fresh.some((alert) => alert.id === id)
    && (fresh.some((alert) => alert.kind === kind && alert.facts['visitId'] === facts['visitId']) || !stillTrueOfVisit({ kind, facts }, after.visitBook, clock(), zone).isTrue) && alertKinds[kind].topic === 'visits');
  const untold = await waitingBefore(fresh, { councilId, personId }, alerts);
  await Promise.all([...new Set([...over.map(({ id }) => id), ...untold])].map((alertId) => alerts.withdraw({ councilId, personId, alertId })));
}

/** What was raised a moment ago of the same visit and told to nobody yet: it is on no board, and would be told with old words. */
async function waitingBefore(fresh: readonly Alert[], { councilId, personId }: Pick<PersonRecord, 'councilId' | 'personId'>, alerts: AlertDesk): Promise<readonly string[]> {
  const found = await Promise.all(fresh.filter(({ facts }) => typeof facts['visitId'] === 'string').map(async ({ id, kind, facts }) => {
    const [minute = id] = id.split('.');
    const same = await alerts.list(councilId, personId, minute, `${minute}.~`);
    return same.filter((each) => each.state === 'planned' && each.kind === kind && each.facts['visitId'] === facts['visitId'] && !fresh.some((alert) => alert.id === each.id));
  }));
  return found.flat().map(({ id }) => id);
}

/** Staff have one item about many changed at once: these count towards it. */
async function count(planned: readonly PlannedAlert[], whose: Omit<Parameters<typeof noteChangedVisits>[0], 'visitIds'>, needs: ChangingVisits): Promise<void> {
  const visitIds = planned.filter(({ kind }) => kind === 'visit-cancelled' || kind === 'visit-changed').flatMap(({ facts }) => (typeof facts?.['visitIds'] === 'string' ? JSON.parse(facts['visitIds']) as string[] : [String(facts?.['visitId'])]));
  if (visitIds.length > 0 && !await noteChangedVisits({ ...whose, visitIds }, needs)) needs.log.fault('changed-visit-not-counted', {}, undefined);
}
