import { activityKinds, type ActivityKind, type CareVisit, type CareWorker } from '../../models/care-visit/index.ts';
import { localTime, type Instant } from '../../models/shared/index.ts';
import { timeText } from './words.ts';
import type { WorkVisit } from './visit-work-port.ts';

export const activityText: Readonly<Record<ActivityKind, string>> = {
  'personal-care': 'Personal care', meals: 'Meals and drinks', medicines: 'Help with medicines', home: 'Cleaning and laundry', shopping: 'Shopping', 'going-out': 'Going out',
  learning: 'Learning to do something', company: 'Company', appointment: 'An appointment', night: 'Night support', other: 'Something else',
};
export const activityItems = activityKinds.map((value) => ({ value, text: activityText[value] }));

/** "8:30am to 9:15am" */
export function hoursText({ startsAt, endsAt }: Pick<CareVisit, 'startsAt' | 'endsAt'>, zone: string): string {
  return `${timeText(localTime(startsAt, zone))} to ${timeText(localTime(endsAt, zone))}`;
}

/** How a visit stands, for one of its care workers. */
export function standText(visit: CareVisit, workerId: string, workers: readonly CareWorker[], zone: string): string {
  const at = (moment: Instant) => timeText(localTime(moment, zone));
  const mine = visit.attendance?.find((each) => each.workerId === workerId);
  const others = visit.workerIds.filter((id) => id !== workerId).map((id) => ({ name: nameOf(id, workers), there: visit.attendance?.find((each) => each.workerId === id) }));
  const waited = others.filter(({ there }) => there?.leftAt === undefined).map(({ name }) => name).join(' and ');
  if (visit.status === 'cancelled') return 'Cancelled. Nobody needs to go.';
  if (visit.status === 'completed' || visit.status === 'short') return mine?.leftAt === undefined ? 'Done' : `Done. You left at ${at(mine.leftAt)}.`;
  if (mine?.leftAt !== undefined) return `You left at ${at(mine.leftAt)}. It is done when ${waited === '' ? 'the other care worker' : waited} has come and left too.`;
  const came = others.filter(({ there }) => there !== undefined).map(({ name, there }) => ` ${name} came at ${at(there?.arrivedAt ?? visit.startsAt)}.`).join('');
  if (mine !== undefined) return `You came at ${at(mine.arrivedAt)}.${visit.status === 'part-started' && waited !== '' ? ` Waiting for ${waited}.` : came}`;
  return `${visit.status === 'missed' ? 'Told as missed. If you are there, say so.' : 'Not begun by you.'}${came}`;
}

/** "with Sam", for a visit by two. */
export function withText({ workerIds }: CareVisit, workerId: string, workers: readonly CareWorker[]): string {
  const others = workerIds.filter((id) => id !== workerId);
  return others.length === 0 || !workerIds.includes(workerId) ? '' : `with ${others.map((id) => nameOf(id, workers)).join(' and ')}`;
}

export function nameOf(id: string, workers: readonly CareWorker[]): string {
  return workers.find((worker) => worker.id === id)?.firstName ?? 'another care worker';
}

/** Where one visit is recorded. */
export function visitHref({ personId, visit }: Pick<WorkVisit, 'personId' | 'visit'>): string {
  return `/work/visits/${personId}/${encodeURIComponent(visit.id)}`;
}

/** Why something that was recorded cannot be so, and what to do. */
export const refusalText: Readonly<Record<string, string>> = {
  'too-early': 'This visit is more than 3 hours away. Check that it is the right one',
  'not-yet': 'That is in the future. Check the time on your phone',
  'out-of-order': 'We know something of this visit that would not fit, such as that it is over or cancelled. Nothing was changed. Ring your office',
  'everybody-is-there': 'As many care workers as this visit has are there already. Ring your office',
  'not-there': 'You have not come to this visit yet. Press “I am here” first',
  'no-such-visit': 'This visit is not there any more. Ring your office',
  'another-under-this-id': 'This form was sent before with something else in it. Open the visit again and write it anew',
  'gone-by': 'That time has gone by',
};
