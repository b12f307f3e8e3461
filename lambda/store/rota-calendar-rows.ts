import * as z from 'zod/mini';
import type { RotaCalendar } from '../../models/visits-in/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { branded, flagKept, instantKept, maybeTextKept, namedKept, numberKept, personIdKept, textKept, whenAsked } from './kept-values.ts';
import { rotaCalendarKey, rotaCalendarsPartition } from './keys.ts';
import { documentOf, documentWith, valueIn } from './row-document.ts';
import type { Table } from './table.ts';

const rotaCalendarKept = whenAsked<RotaCalendar>(() => branded<RotaCalendar>(z.looseObject({
  id: namedKept, sourceId: namedKept, number: numberKept, secretAddress: namedKept, personId: z.exactOptional(personIdKept), addedBy: namedKept, addedAt: instantKept, nextAt: instantKept,
  last: z.exactOptional(z.looseObject({
    at: instantKept, confirmedAt: instantKept, digest: namedKept, marks: z.looseObject({ etag: maybeTextKept, lastModified: maybeTextKept }), span: z.exactOptional(z.looseObject({ from: textKept, to: textKept })),
    visits: numberKept, changed: numberKept, missing: numberKept, faults: numberKept, alerts: numberKept, runId: maybeTextKept, forPerson: z.exactOptional(personIdKept), isWaiting: flagKept,
  })),
  failure: z.exactOptional(z.looseObject({ why: namedKept, since: instantKept, at: instantKept, status: z.exactOptional(numberKept), words: maybeTextKept })),
})));

export interface KeptCalendar { readonly calendar: RotaCalendar; readonly version: number }

/** The calendars of a council's sources that are read from their addresses. */
export interface RotaCalendarStore {
  all(council: CouncilId): Promise<readonly KeptCalendar[]>;
  find(council: CouncilId, id: string): Promise<KeptCalendar | undefined>;
  /** Only on the version it was read at; 0 for a new one. */
  keep(council: CouncilId, calendar: RotaCalendar, version: number): Promise<'kept' | 'changed-meanwhile' | 'unknown'>;
  remove(council: CouncilId, id: string): Promise<'kept' | 'unknown'>;
}

export function rotaCalendarStore(table: Table): RotaCalendarStore {
  return {
    all: async (council) => (await everyRow(table, { by: 'pk', pk: rotaCalendarsPartition(council) })).map((row) => ({ calendar: valueIn(row, rotaCalendarKept), version: row.version })),
    find: async (council, id) => {
      const row = /^[A-Za-z0-9-]{1,80}$/.test(id) ? await table.get(rotaCalendarKey(council, id)) : undefined;
      return row === undefined ? undefined : { calendar: valueIn(row, rotaCalendarKept), version: row.version };
    },
    keep: async (council, calendar, version) => {
      const key = rotaCalendarKey(council, calendar.id);
      const before = version === 0 ? undefined : await table.get(key);
      const doc = before === undefined ? documentOf(calendar) : documentWith(before.doc, rotaCalendarKept, calendar);
      const { kind } = await table.transact([{ do: 'put', row: { ...key, version: version + 1, doc }, when: [version === 0 ? { if: 'absent' } : { if: 'version-is', version }] }]);
      return kind === 'done' ? 'kept' : kind === 'refused' ? 'changed-meanwhile' : 'unknown';
    },
    remove: async (council, id) => ((await table.transact([{ do: 'delete', key: rotaCalendarKey(council, id), when: [] }])).kind === 'done' ? 'kept' : 'unknown'),
  };
}
