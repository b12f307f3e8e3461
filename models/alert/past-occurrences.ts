import { figuresFrom, periodOf, type Budget, type BudgetEntry } from '../budget/index.ts';
import type { VisitBook, VisitTimeline } from '../care-visit/index.ts';
import { localDate, toInstant, type CouncilId, type Instant, type LocalTime, type PersonId } from '../shared/index.ts';
import type { Alert } from './alert.ts';
import type { AlertRule } from './alert-rule.ts';
import type { AlertKind } from './kinds.ts';
import type { PlannedAlert } from './new-alert.ts';
import { planNewsAlerts } from './news-alerts.ts';
import { alertsForVisitReport, planVisitAlerts } from './visit-alerts.ts';

/** What is still known of one person’s past. */
export interface PastFacts {
  readonly councilId: CouncilId;
  readonly personId: PersonId;
  readonly zone: string;
  readonly book: VisitBook;
  readonly timelines: readonly VisitTimeline[];
  readonly budget: Budget | undefined;
  readonly entries: readonly BudgetEntry[];
  /** The alerts that were planned or raised then, as they are kept. */
  readonly alerts: readonly Alert[];
}

/** Something to tell that came up in the past: what it was, when we knew, and, for what we know from the alert alone, from when it was no longer so. */
export interface Occurrence { readonly at: Instant; readonly planned: PlannedAlert; readonly isOfFacts: boolean; readonly untrueFrom?: Instant }

const hourMs = 3_600_000;
/** The engine plans so far ahead. */
const plannedAheadMs = 36 * hourMs;
const aDayMs = 24 * hourMs;

/**
 * What there would have been to tell of one kind between two moments, had these rules been followed. What a rule decides the being of
 * (reminders, silence, the backup plan, lateness, little money) is planned anew from the visits, reports and ledger by the engine’s own rules; what
 * no rule decides the being of is taken from the alerts that were kept.
 */
export function occurrencesOf(kind: AlertKind, facts: PastFacts, rules: readonly AlertRule[], from: Instant, until: Instant): readonly Occurrence[] {
  const ofFacts = (at: Instant, planned: PlannedAlert): Occurrence => ({ at, planned, isOfFacts: true });
  const kept = facts.alerts.filter((alert) => alert.kind === kind && !isOfRule(alert)).map(asPlanned);
  switch (kind) {
    case 'visit-reminder': case 'visit-not-heard-of': case 'backup-plan-started': return [...plannedOfVisits(kind, facts, rules, from, until).map(([at, planned]) => ofFacts(at, planned)), ...kept];
    case 'visit-late': return [...lateReports(facts, rules, from, until).map(([at, planned]) => ofFacts(at, planned)), ...kept];
    case 'budget-low': return [...moneyLow(facts, rules, from, until).map(([at, planned]) => ofFacts(at, planned)), ...kept];
    default: return kept;
  }
}

/** Whether a rule decided that there was anything to tell, so that another rule might have decided otherwise. */
export function isOfRule({ kind, facts }: Pick<Alert, 'kind' | 'facts'>): boolean {
  if (kind === 'budget-low') return facts['belowPounds'] !== undefined;
  return ['visit-reminder', 'visit-not-heard-of', 'backup-plan-started', 'visit-late'].includes(kind) && facts['visitId'] !== undefined && facts['routineId'] === undefined;
}

type Found = readonly [at: Instant, planned: PlannedAlert];

/** A visit is planned for when the engine first sees it ahead, and again when it has moved. */
function plannedOfVisits(kind: AlertKind, { timelines, book, ...whose }: PastFacts, rules: readonly AlertRule[], from: Instant, until: Instant): readonly Found[] {
  return timelines.flatMap(({ moments }) => moments.flatMap(({ from: since, visit }, place): readonly Found[] => {
    if (place > 0 && moments[place - 1]?.visit.startsAt === visit.startsAt) return [];
    const at = Math.max(from, since, visit.startsAt - plannedAheadMs) as Instant;
    if (at >= until) return [];
    return planVisitAlerts({ ...whose, rules, book: { ...book, rounds: [], visits: [visit] } }, at, (visit.startsAt + 2 * aDayMs) as Instant).filter((each) => each.kind === kind).map((planned) => [at, planned]);
  }));
}

function lateReports({ timelines, book, councilId, personId }: PastFacts, rules: readonly AlertRule[], from: Instant, until: Instant): readonly Found[] {
  return timelines.flatMap(({ moments }) => moments.flatMap(({ from: at, visit, isReport }, place): readonly Found[] => {
    const before = moments[place - 1]?.visit;
    if (!isReport || before === undefined || at < from || at >= until) return [];
    return alertsForVisitReport(before, visit, { councilId, personId, book, rules }, at).filter(({ kind }) => kind === 'visit-late').map((planned) => [at, planned]);
  }));
}

/** The ledger looked at when money moved and when a period began; the first time in a period is the one that is told. */
function moneyLow({ budget, entries, councilId, personId, zone }: PastFacts, rules: readonly AlertRule[], from: Instant, until: Instant): readonly Found[] {
  if (budget === undefined) return [];
  const periodStarts = Array.from({ length: Math.ceil((until - from) / (7 * aDayMs)) }, (_, week) => toInstant(periodOf(budget.settings, localDate((from + week * 7 * aDayMs) as Instant, zone)).from, midnight, zone));
  const moments = [...new Set<number>([from, ...periodStarts, ...entries.map(({ at }) => at)])].filter((at) => at >= from && at < until).sort((one, other) => one - other) as Instant[];
  const seen = new Set<string>();
  return moments.flatMap((at) => planNewsAlerts({ councilId, personId, zone, rules, budget: { ...budget, figures: figuresFrom(entries, at) }, requestBook: { requests: [] }, messageBook: { forPerson: [], wordLeft: [] } }, at)
    .filter((planned) => planned.kind === 'budget-low' && !seen.has(String(planned.occursAt)) && seen.add(String(planned.occursAt)).size > 0).map((planned): Found => [at, planned]));
}

const midnight = '00:00' as LocalTime;

/** A kept alert as it was when it came up, with when it stopped being so, as far as its own end tells. */
function asPlanned({ id, councilId, personId, kind, urgency, thread, facts, plannedFor, expiresAt, decisions, firstToldAt }: Alert): Occurrence {
  const [stamp = '', , ...name] = id.split('.');
  const last = decisions.at(-1);
  const isOver = last?.reason === 'end:no-longer-true' || last?.reason === 'end:superseded' || (last?.reason === 'end:withdrawn' && firstToldAt !== undefined);
  return {
    at: plannedFor, isOfFacts: false, ...(isOver && { untrueFrom: last.at }),
    planned: { councilId, kind, occursAt: Date.parse(`${stamp.slice(0, 4)}-${stamp.slice(4, 6)}-${stamp.slice(6, 8)}T${stamp.slice(9, 11)}:${stamp.slice(11, 13)}Z`) as Instant, name: name.join('.'), thread, facts, plannedFor, urgency, ...(personId !== undefined && { personId }), ...(expiresAt !== undefined && { expiresAt }) },
  };
}
