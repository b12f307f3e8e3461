import { alertKinds, isOpen, type Alert, type AlertChange } from '../../models/alert/index.ts';
import type { RecordChange } from '../../models/person-record/index.ts';
import type { RequestBook } from '../../models/service-request/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import type { KeptRecord } from './kept-record.ts';
import { deskPartition } from './keys.ts';
import { documentOf } from './row-document.ts';
import type { Operation, Table } from './table.ts';

/** A request that waits for a decision: whose, which, and since when. */
export interface WaitingRequest { readonly personId: PersonId; readonly requestId: string; readonly askedAt: Instant }
/** An open alert that staff have to see to. */
export interface DeskAlert { readonly personId?: PersonId; readonly alertId: string }

/** Keeps the council's list of waiting requests in step with one person's, in the same transaction. */
export function queueOperations({ councilId, personId, requestBook: before }: KeptRecord, { requestBook: after }: RecordChange): readonly Operation[] {
  if (after === undefined) return [];
  const [was, is] = [waitingIn(before), waitingIn(after)];
  return [
    ...was.filter(({ id }) => !is.some((each) => each.id === id)).map((request): Operation => ({ do: 'delete', key: queueKey(councilId, personId, request.id, request.askedAt), when: [] })),
    ...is.filter(({ id }) => !was.some((each) => each.id === id)).map((request): Operation => ({ do: 'put', row: { ...queueKey(councilId, personId, request.id, request.askedAt), version: 1, doc: documentOf({ personId, requestId: request.id, askedAt: request.askedAt }) }, when: [] })),
  ];
}

/** What puts somebody's waiting requests on the list for the first time. */
export function firstQueueOperations(councilId: CouncilId, personId: PersonId, book: RequestBook): readonly Operation[] {
  return waitingIn(book).map(({ id, askedAt }): Operation => ({ do: 'put', row: { ...queueKey(councilId, personId, id, askedAt), version: 1, doc: documentOf({ personId, requestId: id, askedAt }) }, when: [] }));
}

/** The requests that wait, the longest first. Costs as much as there are waiting, however many people there are. */
export async function waitingRequests(table: Table, council: CouncilId): Promise<readonly WaitingRequest[]> {
  const rows = await everyRow(table, { by: 'pk', pk: deskPartition(council), from: 'waiting#', to: 'waiting#~' });
  return rows.map(({ doc }) => (JSON.parse(doc) as { readonly value: WaitingRequest }).value);
}

/** Keeps the desk's list of open alerts in step with one alert, in the same transaction. */
export function deskOperations({ before, after }: AlertChange): readonly Operation[] {
  const [was, is] = [before !== undefined && isForDesk(before.alert), isForDesk(after)];
  if (was === is) return [];
  const key = { pk: deskPartition(after.councilId), sk: `on-desk#${after.id}#${after.personId ?? ''}` };
  if (!is) return [{ do: 'delete', key, when: [] }];
  return [{ do: 'put', row: { ...key, version: 1, doc: documentOf({ alertId: after.id, ...(after.personId !== undefined && { personId: after.personId }) }) }, when: [] }];
}

/** The open alerts of the desk, by when they occurred. */
export async function deskAlerts(table: Table, council: CouncilId): Promise<readonly DeskAlert[]> {
  const rows = await everyRow(table, { by: 'pk', pk: deskPartition(council), from: 'on-desk#', to: 'on-desk#~' });
  return rows.map(({ doc }) => (JSON.parse(doc) as { readonly value: DeskAlert }).value);
}

function waitingIn({ requests }: RequestBook): RequestBook['requests'] {
  return requests.filter(({ state }) => state === 'needs-review' || state === 'disputed');
}

function queueKey(council: CouncilId, person: PersonId, requestId: string, askedAt: Instant): { pk: string; sk: string } {
  return { pk: deskPartition(council), sk: `waiting#${new Date(askedAt).toISOString()}#${person}#${requestId.replaceAll('#', '-')}` };
}

/** Staff have it once it is theirs by its kind, they were told, or it is urgent and was told to anybody. */
function isForDesk(alert: Alert): boolean {
  if (!isOpen(alert)) return false;
  return (alertKinds[alert.kind].for === 'desk' && alert.state !== 'planned') || alert.attempts.some(({ to }) => to.kind === 'desk') || (alert.urgency === 'urgent' && alert.firstToldAt !== undefined);
}
