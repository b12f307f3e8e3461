import { actorOf, type WorkerIdentity } from '../../models/access/index.ts';
import { activityOf, isTooEarly, visitById, visitsBetween, type CareVisit, type VisitNote } from '../../models/care-visit/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { CouncilId, LocalDate } from '../../models/shared/index.ts';
import type { Recorded, RecordedResult, VisitWorkDesk, WorkVisit } from '../../web/console/visit-work-port.ts';
import { engineLog } from '../alerts/engine-log.ts';
import { reportVisit } from '../alerts/visit-report.ts';
import type { Services } from '../services.ts';
import { activityStore } from '../store/activity-rows.ts';
import { peopleOfProvider } from '../store/provider-rows.ts';
import { homeOf, renewVisitCode, visitCodeOf } from '../store/visit-code-rows.ts';
import { keepVisitNote, visitNotes } from '../store/visit-note-rows.ts';
import { StoreDoesNotAnswer } from '../store/store-errors.ts';
import { workerStore } from '../store/worker-rows.ts';

const minuteMs = 60_000;

/** Visits of one council's people, for their care workers. What they say of a visit goes the way of what their agency's system says. */
export function visitWorkDesk(services: Services, council: CouncilId): VisitWorkDesk {
  const { table, records } = services;
  const activities = activityStore(table);
  return {
    visits: async ({ providerId }, workerId, from, to) => {
      const people = await peopleOfProvider(table, council, providerId);
      const theirs = people.filter(({ workers, hasUnallocated }) => hasUnallocated || workers.some(({ id }) => id === workerId));
      const found = await Promise.all(theirs.map(async ({ personId }) => records.byPerson(council, personId)));
      return found.filter((record) => isVisitedBy(record, providerId)).flatMap((record) => (record === undefined ? [] : visitsAt(record, from, to)))
        .filter(({ visit: { workerIds } }) => workerIds.length === 0 || workerIds.includes(workerId)).sort((one, other) => one.visit.startsAt - other.visit.startsAt);
    },
    visitsAt,
    colleagues: async ({ providerId, workerId }) => (await workerStore(table).workers(council, providerId)).filter(({ id, stoppedAt }) => id !== workerId && stoppedAt === undefined),
    homeBy: async ({ providerId }, code) => {
      const personId = await homeOf(table, council, code);
      const record = personId === undefined ? undefined : await records.byPerson(council, personId);
      return isVisitedBy(record, providerId) ? record : undefined;
    },
    openedByCode: async ({ providerId, workerId }, { personId, visit }, at) => {
      const result = await keepVisitNote(table, council, { id: `code-${workerId}-${Math.floor(at / minuteMs)}`.replaceAll('#', '-'), personId, providerId, visitId: visit.id, on: visit.on, workerId, at, said: 'code' });
      if (result === 'unknown') throw new StoreDoesNotAnswer('that a visit was opened in the home may not have been kept');
    },
    record: async (identity, record, visit, said) => {
      if (isTooEarly(visit, said.at)) return { kind: 'refused', reason: 'too-early' };
      const about = { personId: record.personId, providerId: identity.providerId, visitId: visit.id, on: visit.on, workerId: identity.workerId, id: said.id, at: said.at };
      switch (said.what) {
        case 'arrived': case 'left': return attend(identity, record, visit, said, services);
        case 'tasks': return kept(await keepVisitNote(table, council, { ...about, said: 'tasks', done: said.done } satisfies VisitNote));
        case 'note': return kept(await keepVisitNote(table, council, { ...about, said: 'note', words: said.words } satisfies VisitNote));
        case 'activity': return kept(await activities.keep(council, activityOf({ ...said, workerId: identity.workerId }, { personId: record.personId, providerId: identity.providerId, visit })));
        case 'take-back': return kept(await activities.takeBack(council, { ...about, id: said.activityId }, said.at));
      }
    },
    written: async (person, from, to) => {
      const [notes, done] = await Promise.all([visitNotes(table, council, person, from, to), activities.ofPerson(council, person, from, to)]);
      return { notes, activities: done };
    },
    code: (person) => visitCodeOf(table, council, person),
    renewCode: (person, by, at) => renewVisitCode(table, council, person, by, at),
  };
}

/** Whoever has left is visited by nobody. */
function isVisitedBy(record: PersonRecord | undefined, providerId: string): boolean {
  return record?.visitBook.provider.id === providerId && record.household.left === undefined;
}

function visitsAt({ personId, visitBook, household: { name, timeZone } }: PersonRecord, from: LocalDate, to: LocalDate): readonly WorkVisit[] {
  return visitsBetween(visitBook, from, to, timeZone).filter(({ forRequestId }) => forRequestId === undefined).map((visit) => ({ personId, preferred: name.preferred, zone: timeZone, visit, workers: visitBook.workers }));
}

function kept(result: 'kept' | 'kept-before' | 'taken-back' | 'not-there' | 'another-under-this-id' | 'unknown'): RecordedResult {
  if (result === 'unknown') return { kind: 'unknown' };
  return result === 'not-there' || result === 'another-under-this-id' ? { kind: 'refused', reason: result } : { kind: 'kept' };
}

/** Coming and going, by the same code as an agency's system uses: alerts agree with it, and a repeat changes nothing. */
async function attend(identity: WorkerIdentity, record: PersonRecord, visit: CareVisit, { what, id, at }: Recorded & { readonly what: 'arrived' | 'left' }, { table, records, alerts, clock, wake, rules, log }: Services): Promise<RecordedResult> {
  const { councilId, personId } = record;
  if (isTold(visit, identity, what)) return { kind: 'kept' };
  const outcome = await reportVisit({
    councilId, personId, report: { visitId: visit.id, at, said: what === 'arrived' ? 'started' : 'left', workerId: identity.workerId }, idempotencyKey: `work-${identity.id}-${id}`.replaceAll('#', '-'),
    by: { actor: actorOf(identity), worker: { id: identity.workerId, firstName: identity.name } },
  }, { table, records, alerts, clock, wake, log: engineLog(log), rules: await rules.of(councilId) });
  if (outcome.kind === 'noted') return { kind: 'kept' };
  if (outcome.kind === 'unknown') return { kind: 'unknown' };
  // The same may have come twice at once: what is kept now is what counts.
  const after = await records.byPerson(councilId, personId);
  const now = after === undefined ? undefined : visitById(after.visitBook, visit.id, after.household.timeZone);
  if (now !== undefined && isTold(now, identity, what)) return { kind: 'kept' };
  return { kind: 'refused', reason: outcome.kind === 'refused' ? outcome.reason : 'no-such-visit' };
}

function isTold({ attendance = [] }: CareVisit, { workerId }: WorkerIdentity, what: 'arrived' | 'left'): boolean {
  const theirs = attendance.find((each) => each.workerId === workerId);
  return theirs !== undefined && (what === 'arrived' || theirs.leftAt !== undefined);
}
