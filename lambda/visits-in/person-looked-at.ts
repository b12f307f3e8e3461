import type { AlertRule } from '../../models/alert/index.ts';
import { bringIn, type BroughtIn, type PersonProblem, type RunLine, type VisitRun, type VisitSource } from '../../models/visits-in/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { changeVisits, type VisitsToChange } from '../alerts/change-visits.ts';
import { engineLog } from '../alerts/engine-log.ts';
import type { Services } from '../services.ts';
import type { PersonsVisits } from '../store/visit-run-rows.ts';

/** What bringing visits in needs of the rest. */
export type BringingServices = Pick<Services, 'table' | 'records' | 'alerts' | 'clock' | 'wake' | 'rules' | 'log'>;

export interface LookingAt {
  readonly services: BringingServices;
  readonly council: CouncilId;
  readonly run: Pick<VisitRun, 'id' | 'state' | 'attempts' | 'by' | 'span'>;
  readonly source: VisitSource;
  readonly zone: string;
  /** Numbers of visits in rows that could not be read: what cannot be read is not gone. */
  readonly brokenRefs: ReadonlySet<string>;
  readonly rules: readonly AlertRule[];
}

interface LookedAt { readonly lines: readonly RunLine[]; readonly alerts: number }

/** What a run would do to one person's visits while it is checked; once it is brought in, what it did: all of it in one change with the alerts it raises, or nothing. */
export async function personLookedAt({ personId, visits }: PersonsVisits, { services, council, run, source, zone, brokenRefs, rules }: LookingAt): Promise<LookedAt> {
  const problem = (what: PersonProblem): LookedAt => ({ lines: [{ kind: 'person', personId, problem: what }], alerts: 0 });
  const refs = new Set([...brokenRefs, ...visits.flatMap((visit) => visit.refs)]);
  const asBroughtIn = ({ household: { left }, visitBook }: PersonRecord, now: Instant): BroughtIn | { readonly kind: PersonProblem } => {
    if (left !== undefined) return { kind: 'has-left' };
    const brought = bringIn(visitBook, visits, { source, now, zone, refs, ...(run.span !== undefined && { span: run.span }) });
    return brought.kind === 'refused' ? { kind: brought.reason } : brought;
  };
  if (run.state === 'checking') {
    const record = await services.records.byPerson(council, personId);
    const would = record === undefined ? undefined : asBroughtIn(record, services.clock());
    return would === undefined ? { lines: [], alerts: 0 } : would.kind === 'brought-in' ? { lines: linesOf(would, personId), alerts: 0 } : problem(would.kind);
  }
  let brought: BroughtIn | undefined;
  const decide = (record: PersonRecord, now: Instant): VisitsToChange | BroughtIn | { readonly kind: PersonProblem } => {
    const is = asBroughtIn(record, now);
    if (is.kind !== 'brought-in' || !is.isChanged) return is;
    brought = is;
    return { kind: 'to-change', book: is.book, noted: is.noted, heard: is.reports, audit: [{ action: 'visits-brought-in', by: run.by, about: source.id }] };
  };
  try {
    const outcome = await changeVisits({ councilId: council, personId, idempotencyKey: `visits-in-${run.id}-${run.attempts}` }, decide, { ...services, log: engineLog(services.log), rules });
    switch (outcome.kind) {
      case 'changed': return { lines: brought === undefined ? [] : linesOf(brought, personId), alerts: outcome.alerts.length };
      case 'brought-in': return { lines: linesOf(outcome, personId), alerts: 0 };
      case 'no-such-person': return { lines: [], alerts: 0 };
      case 'unknown': return problem('uncertain');
      default: return problem(outcome.kind);
    }
  } catch (cause) {
    // One person's trouble is no other's: the rest are brought in, and this one is told of.
    services.log.fault('visits-not-brought-in', {}, cause);
    return problem('failed');
  }
}

function linesOf({ lines, missing }: BroughtIn, personId: PersonsVisits['personId']): readonly RunLine[] {
  return [...lines.map((line) => ({ kind: 'visit', personId, line }) as const), ...missing.map((each) => ({ kind: 'missing', personId, missing: each }) as const)];
}
