import { alertIdFrom } from '../../models/alert/index.ts';
import { goesBefore, type keepForDays } from '../../models/person-record/index.ts';
import { localDate, type CouncilId, type Instant, type PersonId } from '../../models/shared/index.ts';
import { documentOf } from './row-document.ts';
import { auditKey, historyKey, personPartition } from './keys.ts';
import type { Operation, Table } from './table.ts';

interface Range { readonly kind: keyof typeof keepForDays; readonly from: string; readonly to: string }

const zone = 'Europe/London';
const atOnce = 90;
/** At one look; the rest at the next. */
const mostPages = 40;

/** Lets go of what is written beside one record and has been kept long enough. Says how many rows went, and leaves a line of it in the audit. */
export async function letGo(table: Table, council: CouncilId, person: PersonId, now: Instant): Promise<number> {
  const pk = personPartition(council, person);
  let gone = 0;
  for (const { from, to } of rangesAt(now)) {
    for (let page = 0; page < mostPages; page += 1) {
      const { rows } = await table.query({ by: 'pk', pk, from, to, limit: atOnce });
      if (rows.length === 0) break;
      const { kind } = await table.transact(rows.map(({ sk }): Operation => ({ do: 'delete', key: { pk, sk }, when: [] })));
      if (kind !== 'done') return gone;
      gone += rows.length;
      if (rows.length < atOnce) break;
    }
  }
  if (gone > 0) await table.transact([{ do: 'put', row: { pk, sk: auditKey(now, 'let-go'), version: 1, doc: documentOf({ action: 'let-go', by: 'retention', about: `${gone} rows` }) }, when: [] }]);
  return gone;
}

/** Keys that hold their time, up to the moment before which each kind goes. */
function rangesAt(now: Instant): readonly Range[] {
  const before = (kind: Range['kind']) => goesBefore(kind, now);
  const iso = (kind: Range['kind']) => new Date(before(kind)).toISOString();
  const day = (kind: Range['kind']) => localDate(before(kind), zone);
  const history = (kind: Range['kind'], lists: readonly string[]) => lists.map((list): Range => ({ kind, from: `history#${list}#`, to: historyKey(list, before(kind), '') }));
  return [
    ...['alert', 'desk-work'].map((prefix): Range => ({ kind: 'alerts', from: `${prefix}#`, to: `${prefix}#${alertIdFrom(before('alerts'))}` })),
    { kind: 'reports', from: 'heard#', to: `heard#${iso('reports')}` },
    ...history('history', ['request', 'visit', 'visit-change', 'feedback']), ...history('messages', ['message', 'word-left', 'job']),
    ...['activity', 'visit-note'].map((prefix): Range => ({ kind: 'visitRecords', from: `${prefix}#`, to: `${prefix}#${day('visitRecords')}` })),
    { kind: 'audit', from: 'audit#', to: `audit#${iso('audit')}` },
    { kind: 'turns', from: 'turn#', to: `turn#${day('turns')}` },
  ];
}
