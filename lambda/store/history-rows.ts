import type { RecordChange } from '../../models/person-record/index.ts';
import type { KeptRecord } from './kept-record.ts';
import { historyKey } from './keys.ts';
import { documentOf } from './row-document.ts';
import type { Operation } from './table.ts';

interface Listed { readonly id: string }

/**
 * What a book no longer has room for is not lost: whatever is in a list before a change and not after it goes to the
 * history, one row for each list and change.
 */
export function historyOperations(pk: string, record: KeptRecord, change: RecordChange): readonly Operation[] {
  const { requestBook, messageBook, visitBook, outcomeBook, jobBook } = change;
  const gone: (readonly [list: string, things: readonly Listed[]])[] = [
    ['request', requestBook === undefined ? [] : missing(record.requestBook.requests, requestBook.requests)],
    ['message', messageBook === undefined ? [] : missing(record.messageBook.forPerson, messageBook.forPerson)],
    ['word-left', messageBook === undefined ? [] : missing(record.messageBook.wordLeft, messageBook.wordLeft)],
    ['visit', visitBook === undefined ? [] : missing(record.visitBook.visits, visitBook.visits)],
    ['visit-change', visitBook === undefined ? [] : missing(record.visitBook.changeRequests, visitBook.changeRequests)],
    ['job', jobBook === undefined ? [] : missing(record.jobBook.jobs, jobBook.jobs)],
    ['feedback', outcomeBook === undefined ? [] : missing(record.outcomeBook.feedback, outcomeBook.feedback)],
  ];
  return gone.filter(([, things]) => things.length > 0).map(([list, things]): Operation => (
    { do: 'put', row: { pk, sk: historyKey(list, change.at, change.idempotencyKey), version: 1, doc: documentOf(things) }, when: [{ if: 'absent' }] }
  ));
}

function missing(before: readonly Listed[], after: readonly Listed[]): readonly Listed[] {
  const stays = new Set(after.map((each) => each.id));
  return before.filter((each) => !stays.has(each.id));
}
