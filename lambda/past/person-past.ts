import { alertIdFrom, isOfRule, occurrencesOf, type Alert, type AlertKind, type AlertRule, type PastFacts } from '../../models/alert/index.ts';
import { figuresFrom } from '../../models/budget/index.ts';
import { visitAt, visitTimeline, visitsBetween, type CareVisit, type HeardReport, type VisitTimeline } from '../../models/care-visit/index.ts';
import { jobsAsAt } from '../../models/job/index.ts';
import { addDays, localDate, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import { alertKnowledge } from '../alerts/alert-knowledge.ts';
import type { CouncilToTell } from '../alerts/engine-parts.ts';
import type { AlertStore, PersonToTell } from '../store/alert-store.ts';
import { heardReports, visitsOfHistory } from '../store/heard-rows.ts';
import { personRecords } from '../store/person-records.ts';
import type { Table } from '../store/table.ts';
import { replay, wentOf, type Gone } from './replay.ts';

/** What is tried: one kind, over so long, under these rules. */
interface Trial { readonly kind: AlertKind; readonly from: Instant; readonly until: Instant; readonly rulesNow: readonly AlertRule[]; readonly rulesTried: readonly AlertRule[] }

/** One person's past month: what went, what the rules as they are make of it, and what those tried would have made of it. */
export interface PersonPast {
  readonly zone: string;
  readonly went: readonly Gone[];
  readonly asNow: readonly Gone[];
  readonly asTried: readonly Gone[];
  /** Visits of which not everything that was said at the time was kept. */
  readonly visitsInPart: number;
}

const dayMs = 86_400_000;
/** Alerts are found by when what they are about occurs: news of a visit or of money may come long before or after that. */
const aroundDays: Partial<Record<AlertKind, number>> = { 'visit-changed': 60, 'visit-cancelled': 60, 'budget-low': 60, 'money-may-be-taken-back': 90 };

/** Which kinds a change of one kind's rule has an effect on. */
function kindsTouched(kind: AlertKind): readonly AlertKind[] {
  return kind === 'visit-not-heard-of' ? [kind, 'backup-plan-started'] : [kind];
}

/** Looks at one person's past; undefined when they are not there. */
export async function personPast(table: Table, store: AlertStore, council: CouncilToTell & { readonly id: CouncilId }, personId: PersonId, trial: Trial): Promise<PersonPast | undefined> {
  const { kind, from, until, rulesNow, rulesTried } = trial;
  const around = (aroundDays[kind] ?? 2) * dayMs;
  const isOfVisits = ['visit-reminder', 'visit-not-heard-of', 'backup-plan-started', 'visit-late'].includes(kind);
  const [person, alerts, heard, older, entries] = await Promise.all([
    store.whomToTell(council.id, personId), store.list(council.id, personId, alertIdFrom((from - around) as Instant), alertIdFrom((until + around) as Instant)),
    isOfVisits ? heardReports(table, council.id, personId, (from - 2 * dayMs) as Instant) : [], isOfVisits ? visitsOfHistory(table, council.id, personId, from) : [], kind === 'budget-low' ? personRecords(table).entries(council.id, personId) : [],
  ]);
  if (person === undefined) return undefined;
  const { record } = person;
  const zone = record.household.timeZone;
  const ids = new Set(record.visitBook.visits.map(({ id }) => id));
  const book = { ...record.visitBook, visits: [...older.filter(({ id }) => !ids.has(id)), ...record.visitBook.visits] };
  const visits = isOfVisits ? visitsBetween(book, addDays(localDate(from, zone), -1), addDays(localDate(until, zone), 2), zone) : [];
  const byVisit = (reports: readonly HeardReport[]) => Map.groupBy(reports, ({ report }) => report.visitId);
  const [heardOf, toldOf] = [byVisit(heard), byVisit(lateAsTold(alerts))];
  const timelines = visits.map((visit) => visitTimeline(visit, { heard: heardOf.get(visit.id) ?? [], otherwise: toldOf.get(visit.id) ?? [] }, book, zone));
  const facts: PastFacts = { councilId: council.id, personId, zone, book, timelines, budget: record.budget, entries, alerts };
  const personAt = asTheyWere(person, timelines, facts);
  const kinds = kindsTouched(kind);
  const under = (rules: readonly AlertRule[]) => replay(kinds.flatMap((each) => occurrencesOf(each, facts, rules, from, until)), kinds, { personAt, council: { ...council, rules, zone }, knows: alertKnowledge, kept: alerts, from, until });
  return {
    zone, went: wentOf(alerts, kinds, from, until), asNow: under(rulesNow), asTried: under(rulesTried),
    visitsInPart: timelines.filter(({ isWhole }, place) => !isWhole && isBetween(visits[place], from, until)).length,
  };
}

/** Before reports were kept, how late a visit was said to be is known where somebody was told of it. */
function lateAsTold(alerts: readonly Alert[]): readonly HeardReport[] {
  return alerts.filter(({ kind, facts }) => kind === 'visit-late' && isOfRule({ kind, facts })).map(({ facts, plannedFor }) => (
    { heardAt: plannedFor, report: { visitId: String(facts['visitId']), at: plannedFor, said: 'running-late', ...(typeof facts['lateByMinutes'] === 'number' && { lateByMinutes: facts['lateByMinutes'] }) } }
  ));
}

/** The person at a moment: the visit an alert is about and their money as they were then, all else as it is. */
function asTheyWere({ record, reach, routines }: PersonToTell, timelines: readonly VisitTimeline[], { book, budget, entries }: PastFacts): (at: Instant, alert: Alert) => PersonToTell {
  const byId = new Map(timelines.map((timeline) => [timeline.visitId, timeline]));
  const visitsAt = (at: Instant, id: string) => [byId.get(id)].flatMap((timeline) => (timeline === undefined ? [] : visitAt(timeline, at) ?? []));
  const { personId, councilId, link, household, requestBook, outcomeBook, messageBook, jobBook, alertBoard } = record;
  return (at, { facts }) => ({
    reach, routines, record: {
      personId, councilId, link, household, requestBook, outcomeBook, messageBook, jobBook: jobsAsAt(jobBook, at), alertBoard, unfinished: undefined, visitBook: { ...book, rounds: [], visits: visitsAt(at, String(facts['visitId'])) },
      budget: budget === undefined || entries.length === 0 ? budget : { ...budget, figures: figuresFrom(entries, at) },
    },
  });
}

function isBetween(visit: CareVisit | undefined, from: Instant, until: Instant): boolean {
  return visit !== undefined && visit.startsAt >= from && visit.startsAt < until;
}
