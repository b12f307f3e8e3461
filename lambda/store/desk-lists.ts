import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod/mini';
import { alertKinds, isOpen, type Alert, type AlertChange } from '../../models/alert/index.ts';
import type { RecordChange } from '../../models/person-record/index.ts';
import { requestStates, reviewReasons, waitingLines, type RequestBook, type WaitingLine } from '../../models/service-request/index.ts';
import { noMoney, type CouncilId, type PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import type { KeptRecord } from './kept-record.ts';
import { deskPartition } from './keys.ts';
import { flagKept, instantKept, maybeTextKept, namedKept, penceKept, personIdKept, whenAsked } from './kept-values.ts';
import type { RecentlyDecoded } from './recently-decoded.ts';
import { documentOf, valueIn } from './row-document.ts';
import type { Operation, Table } from './table.ts';

/** An open alert that staff have to see to. */
export interface DeskAlert { readonly personId?: PersonId; readonly alertId: string }

/** Keeps the council's list of waiting requests in step with one person's, in the same transaction. */
export function queueOperations({ councilId, personId, requestBook: before }: KeptRecord, { requestBook: after }: RecordChange): readonly Operation[] {
  if (after === undefined) return [];
  const [was, is] = [waitingLines(personId, before), waitingLines(personId, after)];
  return [
    ...was.filter(({ requestId }) => !is.some((each) => each.requestId === requestId)).map((line): Operation => ({ do: 'delete', key: queueKey(councilId, line), when: [] })),
    ...is.filter((line) => !was.some((each) => isDeepStrictEqual(each, line))).map((line) => putLine(councilId, line)),
  ];
}

/** What puts somebody's waiting requests on the list for the first time. */
export function firstQueueOperations(councilId: CouncilId, personId: PersonId, book: RequestBook): readonly Operation[] {
  return waitingLines(personId, book).map((line) => putLine(councilId, line));
}

type KeptLine = Partial<WaitingLine> & Pick<WaitingLine, 'personId' | 'requestId' | 'askedAt'>;
/** A line of an older version says only whose it is, and since when. */
const lineKept = whenAsked<KeptLine>(() => z.looseObject({
  personId: personIdKept, requestId: namedKept, askedAt: instantKept, state: z.exactOptional(z.enum(requestStates)), since: z.exactOptional(instantKept), reasons: z.exactOptional(z.array(z.enum(reviewReasons))), category: maybeTextKept, costPence: z.exactOptional(penceKept),
  isAnswered: z.exactOptional(z.literal(true)), firstYes: z.exactOptional(z.looseObject({ id: namedKept, isApprover: flagKept })),
}));

/** The requests that wait, the longest first. Costs as much as there are waiting, however many people there are. */
export async function waitingRequests(table: Table, council: CouncilId, recent: RecentlyDecoded): Promise<readonly WaitingLine[]> {
  const rows = await everyRow(table, { by: 'pk', pk: deskPartition(council), from: 'waiting#', to: 'waiting#~' });
  return rows.map((row) => {
    const line = recent.decoded(row, (each) => valueIn(each, lineKept));
    return { state: 'needs-review', since: line.askedAt, reasons: [], category: '', costPence: noMoney, ...line };
  });
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

function putLine(council: CouncilId, line: WaitingLine): Operation {
  return { do: 'put', row: { ...queueKey(council, line), version: 1, doc: documentOf(line) }, when: [] };
}

function queueKey(council: CouncilId, { personId, requestId, askedAt }: WaitingLine): { pk: string; sk: string } {
  return { pk: deskPartition(council), sk: `waiting#${new Date(askedAt).toISOString()}#${personId}#${requestId.replaceAll('#', '-')}` };
}

/** Staff have it once it is theirs by its kind, they were told, or it is urgent and was told to anybody. */
function isForDesk(alert: Alert): boolean {
  if (!isOpen(alert)) return false;
  return (alertKinds[alert.kind].for === 'desk' && alert.state !== 'planned') || alert.attempts.some(({ to }) => to.kind === 'desk') || (alert.urgency === 'urgent' && alert.firstToldAt !== undefined);
}
