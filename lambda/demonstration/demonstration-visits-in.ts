import { visitsBetween } from '../../models/care-visit/index.ts';
import { addDays, localDate, localTime, type Instant, type PersonId } from '../../models/shared/index.ts';
import { nextLookAt, type VisitSource } from '../../models/visits-in/index.ts';
import { alertDesk } from '../alerts/alert-desk.ts';
import { alertStore } from '../store/alert-store.ts';
import { personRecords } from '../store/person-records.ts';
import { rotaCalendarStore } from '../store/rota-calendar-rows.ts';
import { ruleStore } from '../store/rule-rows.ts';
import type { Table } from '../store/table.ts';
import { visitSourceStore } from '../store/visit-source-rows.ts';
import { visitRuns } from '../visits-in/visit-runs.ts';
import { demonstrationZone, harrow } from './around-harrow.ts';
import type { DemonstrationPerson } from './demonstration-person.ts';

const kindlyRota: Omit<VisitSource, 'provider'> = { id: 'kindly-care-rota', name: 'Kindly Care rota', names: 'first-name-first', workerNames: { priya: 'Priya', sam: 'Sam', blessing: 'Blessing', asha: 'Asha' }, heardEveryHours: 24 };
const daysAhead = 7;

/** The agency's rota for the week, sent by Mr Okafor this morning and not brought in yet: it says what is known, and some things that are not. */
export async function seedVisitsIn(table: Table, people: readonly DemonstrationPerson[], now: Instant): Promise<void> {
  const [first] = people;
  if (first === undefined) return;
  const sources = visitSourceStore(table);
  const source: VisitSource = { ...kindlyRota, provider: first.visitBook.provider };
  await sources.keep(harrow, source, 0);
  for (const { personId } of people) await sources.link(harrow, source.id, clientOf(personId), personId);
  const quiet = { event: () => undefined, fault: () => undefined };
  const clock = () => now;
  const alerts = alertDesk({ store: alertStore(table), clock, channels: {}, log: quiet, councils: () => Promise.resolve({ desk: [] }), wait: () => Promise.resolve() }, () => undefined);
  const runs = visitRuns({ table, clock, alerts, records: personRecords(table), rules: ruleStore(table, clock), wake: () => undefined, log: quiet }, harrow, () => 'kindly-care-week');
  const checked = await runs.check({ source, fileName: 'rota-this-week.csv', bytes: Buffer.from(rotaOf(people, now)), by: 'staff:okafor' });
  if (checked.kind === 'begun') await runs.finish(checked.run.id);
  await seedCalendars(table, people, now);
}

/** Two calendars of the rota: one that was read within the hour, and one whose address is not right any more. */
async function seedCalendars(table: Table, [first]: readonly DemonstrationPerson[], now: Instant): Promise<void> {
  if (first === undefined) return;
  const store = rotaCalendarStore(table);
  const ago = (minutes: number) => (now - minutes * 60_000) as Instant;
  const common = { sourceId: kindlyRota.id, addedBy: 'staff:okafor', addedAt: ago(9 * 24 * 60) };
  const today = localDate(now, demonstrationZone);
  await store.keep(harrow, {
    ...common, id: 'kindly-care-calendar-1', number: 1, secretAddress: 'https://rota.kindly-care.example/client/5d1f0c7e2b9a4e63/rota.ics', personId: first.personId, nextAt: nextLookAt('kindly-care-calendar-1', now),
    last: { at: ago(200), confirmedAt: ago(20), digest: 'as-it-was-this-morning', marks: { etag: '"rota-212"' }, span: { from: today, to: addDays(today, daysAhead) }, visits: 14, changed: 0, missing: 1, faults: 1, alerts: 0, forPerson: first.personId, isWaiting: false },
  }, 0);
  await store.keep(harrow, {
    ...common, id: 'kindly-care-calendar-2', number: 2, secretAddress: 'https://rota.kindly-care.example/client/8e07d3b1c44f9a20/rota.ics', nextAt: nextLookAt('kindly-care-calendar-2', now), failure: { why: 'answered', status: 404, since: ago(30 * 60), at: ago(35) },
  }, 0);
}

function clientOf(person: PersonId): string {
  return `KC-${person.toUpperCase()}`;
}

/** In the columns that Access hands on: the week's visits, double-ups in two rows, one of them by somebody else, one that is new, one for a client nobody knows, and a row with a slip in it. */
function rotaOf(people: readonly DemonstrationPerson[], now: Instant): string {
  const from = addDays(localDate(now, demonstrationZone), 1);
  const row = (ref: number, on: string, starts: string, ends: string, worker: string, client: string) => [70_100 + ref, on.split('-').reverse().join('/'), starts, ends, worker, client, ''].join(',');
  const known = people.flatMap(({ personId, visitBook }) => visitsBetween({ ...visitBook, visits: [] }, from, addDays(from, daysAhead - 1), demonstrationZone).map((visit) => ({ visit, client: clientOf(personId) })));
  const rows = known.flatMap(({ visit, client }, place) => visit.workerIds.map((worker, which) => row(2 * place + which, visit.on, visit.from, localTime(visit.endsAt, demonstrationZone), place === 2 ? 'asha' : worker, client)));
  return [
    'Visit ID,Visits Date,Visit Start Time,Visit End Time,Employee ID,Customer ID,Workplan ID', ...rows,
    row(800, addDays(from, 2), '14:00', '14:15', 'asha', clientOf(people[0]?.personId ?? ('' as PersonId))), row(801, addDays(from, 1), '09:00', '09:30', 'sam', 'KC-PENDLE'), row(802, addDays(from, 1), '25:00', '09:30', 'sam', clientOf(people[0]?.personId ?? ('' as PersonId))), '',
  ].join('\r\n');
}
