import { columnFields, type ColumnField, type Columns, type VisitSource } from '../../models/visits-in/index.ts';
import type { ColumnsAsked } from './visits-in-port.ts';

const columnText: Readonly<Record<ColumnField, { readonly text: string; readonly hint?: string }>> = {
  ref: { text: 'Number of the visit', hint: 'The one your system has for it, and keeps when the visit moves' }, client: { text: 'Client', hint: 'The council’s number, or your system’s own for them' }, date: { text: 'Day' }, start: { text: 'Planned start' }, end: { text: 'Planned end' },
  endDate: { text: 'Day it ends', hint: 'Not needed for a night: an end before the start is the next day' }, minutes: { text: 'Minutes it takes' }, worker: { text: 'Care worker’s number' }, workerName: { text: 'Care worker’s name' }, task: { text: 'What for' }, status: { text: 'Status' }, arrived: { text: 'Arrived' }, left: { text: 'Left' },
  cancelledBy: { text: 'Cancelled by' }, cancelReason: { text: 'Why it was cancelled' }, group: { text: 'What ties a double-up together', hint: 'Access calls it a workplan' }, timeCritical: { text: 'Time-critical' },
};

/** The page that asks which column says what, with what is likely chosen already. */
export function columnsAsked({ id, name }: VisitSource, { headings, examples }: Omit<ColumnsAsked, 'kind'>, chosen: Columns) {
  return { template: 'console/pages/visit-columns.njk', title: `${name}: which column says what?`, model: {
    action: `/visits-in/sources/${id}/columns`, headings, examples,
    fields: columnFields.map((field) => ({ field, ...columnText[field], items: [{ value: '', text: 'Not in the file' }, ...headings.map((heading) => ({ value: heading, text: heading, selected: chosen[field] === heading }))] })),
  } };
}
