import { columnFields, faultsOfColumns, howToMendColumns, type ColumnsFault } from '../../../models/visits-in/index.ts';
import { textIn } from '../form-text.ts';
import { page, type Asked } from '../page.ts';
import { columnsAsked } from '../visit-columns-form.ts';
import { sourceIn } from './visit-source.ts';

const mostHeadings = 100;
const fieldOf: Readonly<Record<ColumnsFault, string>> = { 'no-ref': 'ref', 'no-client': 'client', 'no-start': 'start', 'no-end': 'end' };

/** Which column of a source's files says what. The headings are those of the file that was sent last. */
export const visitColumnsPage = page({
  name: 'visit-columns', path: '/visits-in/sources/:sourceId/columns', rule: 'bring-visits-in',
  view: async (asked) => {
    const { source } = await sourceIn(asked);
    const headings = headingsIn(asked.form);
    const known = headings.length > 0 ? headings : Object.values(source.columns ?? {});
    return columnsAsked(source, { headings: known, examples: [] }, headings.length > 0 ? columnsIn(asked.form) : source.columns ?? {});
  },
  submit: async (asked) => {
    const { source, version } = await sourceIn(asked);
    const columns = columnsIn(asked.form);
    const faults = faultsOfColumns(columns);
    if (faults.length > 0) return { faults: faults.map((fault) => ({ field: fieldOf[fault], message: howToMendColumns[fault] })) };
    const kept = await asked.services.visitsIn.keepSource({ ...source, columns }, version);
    if (kept === 'changed-meanwhile') return { faults: [{ field: 'ref', message: 'Somebody else changed this source while you looked. Send it once more' }] };
    return { go: `/visits-in/sources/${source.id}`, said: kept === 'unknown' ? 'uncertain' : 'columns-kept' };
  },
});

function headingsIn(form: Asked['form']): readonly string[] {
  const sent = form['heading'];
  return (typeof sent === 'string' ? [sent] : sent ?? []).slice(0, mostHeadings).map((heading) => heading.slice(0, 120));
}

/** What was chosen, of the headings there are. */
function columnsIn(form: Asked['form']) {
  const headings = headingsIn(form);
  return Object.fromEntries(columnFields.flatMap((field) => {
    const heading = textIn(form[field]);
    return heading !== '' && headings.includes(heading) ? [[field, heading]] : [];
  }));
}
