import { isComing, visitById, visitsBetween, type CareVisit, type VisitReport } from '../../models/care-visit/index.ts';
import { addDays, localDate, localTime, personId as asPersonId } from '../../models/shared/index.ts';
import { upperFirst, workerWords } from '../../skill/care-visit/speech.ts';
import { whenWords } from '../../skill/words/index.ts';
import type { AgencyDesk, AgencyWord } from '../../web/agency/agency-port.ts';
import { engineLog } from '../alerts/engine-log.ts';
import { reportVisit, type ReportOutcome } from '../alerts/visit-report.ts';
import type { Services } from '../services.ts';
import { demonstrationZone, harrow } from './around-harrow.ts';

const mostShown = 4;
const lateMinutes = 20;

/** The demonstration's agency, behind its page. */
export function agencyDesk({ table, records, alerts, clock, wake, rules, log }: Services, people: AgencyDesk['people'], newId: () => string): AgencyDesk {
  return {
    people,
    visits: async (personId) => {
      const record = await records.byPerson(harrow, asPersonId(personId));
      if (record === undefined) return [];
      const { visitBook: book, household: { timeZone: zone } } = record;
      const now = clock();
      const today = localDate(now, zone);
      return visitsBetween(book, today, addDays(today, 2), zone).filter((visit) => visit.endsAt > now).slice(0, mostShown)
        .map((visit) => ({ id: visit.id, who: upperFirst(workerWords(book, visit)), when: upperFirst(whenWords(visit.on, visit.from, today)), state: stateWords(visit) }));
    },
    report: async (personId, visitId, said) => {
      const person = asPersonId(personId);
      const record = await records.byPerson(harrow, person);
      const visit = record === undefined ? undefined : visitById(record.visitBook, visitId, record.household.timeZone);
      if (visit === undefined) return 'There is no such visit any more.';
      return outcomeWords(await reportVisit({ councilId: harrow, personId: person, report: reportOf(visit, said, clock()), idempotencyKey: `agency-${newId()}` }, { table, records, alerts, clock, wake, log: engineLog(log), rules: await rules.of(harrow) }));
    },
  };
}

function reportOf(visit: CareVisit, said: AgencyWord, at: VisitReport['at']): VisitReport {
  const about = { visitId: visit.id, at };
  switch (said) {
    case 'en-route': return { ...about, said };
    case 'late': return { ...about, said: 'running-late', lateByMinutes: (visit.lastReport?.lateByMinutes ?? 0) + lateMinutes };
    case 'started': case 'left': return { ...about, said, workerId: whoNext(visit, said) };
    case 'moved': return { ...about, said, ...anHourLater(visit) };
    case 'cancelled': return { ...about, said, by: 'agency', reason: 'nobody is free' };
  }
}

/** The visit an hour after its time, by the clock on the wall. */
function anHourLater({ startsAt }: CareVisit): Pick<Extract<VisitReport, { said: 'moved' }>, 'on' | 'from'> {
  const later = (startsAt + 3_600_000) as CareVisit['startsAt'];
  return { on: localDate(later, demonstrationZone), from: localTime(later, demonstrationZone) };
}

/** In a double-up, whoever has not come yet comes next, and whoever is there leaves. */
function whoNext({ workerIds, attendance = [] }: CareVisit, said: 'started' | 'left'): string {
  const there = attendance.filter(({ leftAt }) => leftAt === undefined).map(({ workerId }) => workerId);
  const next = said === 'left' ? there[0] : workerIds.find((id) => !attendance.some(({ workerId }) => workerId === id));
  return next ?? workerIds[0] ?? '';
}

function outcomeWords(outcome: ReportOutcome): string {
  if (outcome.kind === 'noted') return outcome.alerts.length === 0 ? 'Noted. Nobody needs to be told.' : 'Noted, and told.';
  return outcome.kind === 'refused' ? 'That does not fit what is known of the visit, so nothing was changed.' : 'It is not certain that this was kept. Look again in a moment.';
}

function stateWords(visit: CareVisit): string {
  if (visit.status === 'cancelled') return 'Cancelled';
  if (visit.lastReport?.said === 'running-late') return `Running about ${visit.lastReport.lateByMinutes ?? '?'} minutes late`;
  return isComing(visit) ? { planned: 'Planned', confirmed: 'Confirmed', 'en-route': 'On the way', started: 'There now', 'part-started': 'One of two is there' }[visit.status as 'planned'] : 'Over';
}
