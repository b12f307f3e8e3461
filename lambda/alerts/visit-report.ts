import { alertKinds, alertsForVisitReport, cancelledGroupsAt, groupCancelled, keepBoard, newAlert, stillTrueOfVisit, type Alert, type AlertChange, type AlertRule, type PlannedAlert } from '../../models/alert/index.ts';
import { reportOnVisit, visitById, withWorker, type CareVisit, type CareWorker, type ReportResult, type VisitReport } from '../../models/care-visit/index.ts';
import type { PersonRecord, PersonRecords } from '../../models/person-record/index.ts';
import type { Clock, CouncilId, PersonId } from '../../models/shared/index.ts';
import type { Table } from '../store/table.ts';
import type { AlertDesk } from './alert-desk.ts';
import type { EngineLog } from './engine-parts.ts';
import { noteChangedVisit } from './note-changed-visit.ts';

interface Needs {
  readonly table: Table;
  readonly records: PersonRecords;
  readonly alerts: AlertDesk;
  readonly clock: Clock;
  readonly rules: readonly AlertRule[];
  /** Tells the engine that something is due at once. */
  readonly wake: () => void;
  readonly log: EngineLog;
}

interface Reported { readonly councilId: CouncilId; readonly personId: PersonId; readonly report: VisitReport; readonly idempotencyKey: string;
  /** A care worker who says it themselves; without one it is their agency's system. */
  readonly by?: { readonly actor: string; readonly worker: CareWorker };
}
type Refusal = Extract<ReportResult, { kind: 'refused' }>;
export type ReportOutcome =
  | { readonly kind: 'noted'; readonly visit: CareVisit; readonly alerts: readonly Alert[] }
  | Refusal
  | { readonly kind: 'no-such-person' | 'unknown' };

const mostTries = 5;

/**
 * The agency's word on a visit: what it changes and what somebody must be told of it are kept in one transaction, and alerts
 * that it makes untrue fall silent at once ("nobody has come" when somebody has).
 */
export async function reportVisit(reported: Reported, needs: Needs): Promise<ReportOutcome> {
  const { councilId, personId, report, idempotencyKey, by } = reported;
  const { records, clock } = needs;
  for (let tries = 0; tries < mostTries; tries += 1) {
    const record = await records.byPerson(councilId, personId);
    if (record === undefined) return { kind: 'no-such-person' };
    const { household: { timeZone: zone } } = record;
    const book = by === undefined ? record.visitBook : withWorker(record.visitBook, by.worker);
    const now = clock();
    const before = visitById(book, report.visitId, zone);
    const noted = reportOnVisit(book, report, now, zone);
    if (noted.kind === 'refused' || before === undefined) return noted.kind === 'refused' ? noted : { kind: 'refused', reason: 'no-such-visit' };
    const planned = alertsForVisitReport(before, noted.visit, { councilId, personId, book, rules: needs.rules }, now);
    const changes = await Promise.all(planned.map(async (each) => changeFor(each, noted.visit, needs)));
    const alerts = changes.map(({ after }) => after);
    const alertBoard = changes.reduce((board, change) => keepBoard(board, change.before?.alert, change.after, now, zone), record.alertBoard);
    const result = await records.save(record, {
      idempotencyKey, at: now, visitBook: noted.book, heard: report, ...(alerts.length > 0 && { alerts: changes, alertBoard }),
      audit: [{ action: 'visit-report', by: by?.actor ?? 'agency', about: report.said }],
    });
    if (result.kind === 'unknown') return { kind: 'unknown' };
    if (result.kind === 'changed-meanwhile') continue;
    needs.wake();
    await quieten(record, noted.visit, alerts, needs);
    if (alerts.some(({ kind }) => kind === 'visit-cancelled' || kind === 'visit-changed') && !await noteChangedVisit({ councilId, personId, visitId: noted.visit.id, provider: book.provider }, needs)) {
      needs.log.fault('changed-visit-not-counted', {}, undefined);
    }
    return { kind: 'noted', visit: noted.visit, alerts };
  }
  return { kind: 'unknown' };
}

/** A cancellation is told together with the person's others; everything else by itself. */
async function changeFor(planned: PlannedAlert, visit: CareVisit, { alerts, clock }: Needs): Promise<AlertChange> {
  if (planned.kind !== 'visit-cancelled') return { after: newAlert(planned) };
  const now = clock();
  const { councilId, personId } = planned;
  const [current, next] = await Promise.all(cancelledGroupsAt(now).map(async (occursAt) => alerts.kept({ councilId, alertId: newAlert({ ...planned, occursAt, name: 'visits' }).id, ...(personId !== undefined && { personId }) })));
  return groupCancelled(planned, visit, [current, next], now);
}

/** What was told of this visit and is so no more, or is told anew, needs no answer now. */
async function quieten(record: PersonRecord, visit: CareVisit, fresh: readonly Alert[], { alerts, records, clock }: Needs): Promise<void> {
  const after = await records.byPerson(record.councilId, record.personId);
  if (after === undefined) return;
  const zone = after.household.timeZone;
  const over = after.alertBoard.alerts.filter(({ id, kind, facts, isOpen }) => isOpen && facts['visitId'] === visit.id && !fresh.some((alert) => alert.id === id)
    && (fresh.some((alert) => alert.kind === kind) || !stillTrueOfVisit({ kind, facts }, after.visitBook, clock(), zone).isTrue) && alertKinds[kind].topic === 'visits');
  await Promise.all(over.map(({ id }) => alerts.withdraw({ councilId: record.councilId, personId: record.personId, alertId: id })));
}
