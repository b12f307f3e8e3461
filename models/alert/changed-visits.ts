import { isAwaited, visitById, type CareVisit, type VisitBook } from '../care-visit/index.ts';
import type { Instant } from '../shared/index.ts';
import type { Alert } from './alert.ts';
import { idsIn } from './cancelled-visits.ts';
import type { PlannedAlert } from './new-alert.ts';

/** So many that change at once are told one by one; more than that are one message. */
const toldOneByOne = 3;

/** News of moved visits that came in one breath, as a roster does: one message where there are many. `name` tells this breath from others. */
export function groupChanged(planned: readonly PlannedAlert[], name: string): readonly PlannedAlert[] {
  const changed = planned.filter(({ kind }) => kind === 'visit-changed');
  const [first] = changed;
  if (first === undefined || changed.length <= toldOneByOne) return planned;
  const visitIds = JSON.stringify(changed.map(({ facts }) => String(facts?.['visitId'])));
  const { thread: _, ...rest } = first;
  return [
    ...planned.filter(({ kind }) => kind !== 'visit-changed'),
    { ...rest, occursAt: first.plannedFor, name: `visits.${name.replaceAll(/[^A-Za-z0-9:@_-]/g, '-').slice(-100)}`, facts: { visitIds, ...(first.facts?.['providerId'] !== undefined && { providerId: first.facts['providerId'] }) } },
  ];
}

/** Whether an alert is about many visits changed at once. */
export function isChangedGroup({ kind, facts }: Pick<Alert, 'kind' | 'facts'>): boolean {
  return kind === 'visit-changed' && typeof facts['visitIds'] === 'string';
}

/** The visits of such a group that are still to come, the first first. */
export function changedOf({ facts }: Pick<Alert, 'facts'>, book: VisitBook, now: Instant, zone: string): readonly CareVisit[] {
  return idsIn(facts).map((id) => visitById(book, id, zone)).filter((visit) => visit !== undefined).filter((visit) => isAwaited(visit) && visit.startsAt > now).toSorted((one, other) => one.startsAt - other.startsAt);
}
