import type { Alert } from '../../models/alert/index.ts';
import { reportOnVisit, visitById, withWorker, type CareVisit, type CareWorker, type ReportResult, type VisitReport } from '../../models/care-visit/index.ts';
import type { CouncilId, PersonId } from '../../models/shared/index.ts';
import { changeVisits, type ChangingVisits, type VisitsToChange } from './change-visits.ts';

interface Reported { readonly councilId: CouncilId; readonly personId: PersonId; readonly report: VisitReport; readonly idempotencyKey: string;
  /** A care worker who says it themselves; without one it is their agency's system. */
  readonly by?: { readonly actor: string; readonly worker: CareWorker };
}
type Refusal = Extract<ReportResult, { kind: 'refused' }>;
export type ReportOutcome =
  | { readonly kind: 'noted'; readonly visit: CareVisit; readonly alerts: readonly Alert[] }
  | Refusal
  | { readonly kind: 'no-such-person' | 'unknown' };

/** The agency's word on one visit, kept with what somebody must be told of it. */
export async function reportVisit({ report, by, ...whose }: Reported, needs: ChangingVisits): Promise<ReportOutcome> {
  let visit: CareVisit | undefined;
  const outcome = await changeVisits(whose, ({ visitBook, household: { timeZone: zone } }, now): VisitsToChange | Refusal => {
    const book = by === undefined ? visitBook : withWorker(visitBook, by.worker);
    const before = visitById(book, report.visitId, zone);
    const noted = reportOnVisit(book, report, now, zone);
    if (noted.kind === 'refused') return noted;
    if (before === undefined) return { kind: 'refused', reason: 'no-such-visit' };
    visit = noted.visit;
    return { kind: 'to-change', book: noted.book, noted: [{ before, after: noted.visit }], heard: [report], audit: [{ action: 'visit-report', by: by?.actor ?? 'agency', about: report.said }] };
  }, needs);
  if (outcome.kind !== 'changed') return outcome;
  return visit === undefined ? { kind: 'unknown' } : { kind: 'noted', visit, alerts: outcome.alerts };
}
