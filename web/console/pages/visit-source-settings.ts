import { mostHeardEveryHours, sourceIdFor, type VisitSource } from '../../../models/visits-in/index.ts';
import { textIn } from '../form-text.ts';
import { page, type Asked, type Fault } from '../page.ts';
import { sourceIn } from './visit-source.ts';

type Here = Asked<'signed-in'>;
const mostWorkers = 2_000;
const newSource: Omit<VisitSource, 'id'> = { name: '', provider: { id: '', name: '', phone: '', officeContact: '', lateAfterMinutes: 15 }, names: 'first-name-first', workerNames: {}, heardEveryHours: 24 };

/** What a source is called, whose visits it has, and how care workers are named in it. */
export const visitSourceSettingsPage = page({
  name: 'visit-source-settings', path: '/visits-in/sources/:sourceId/settings', rule: 'bring-visits-in',
  view: async (asked) => {
    const { source } = await foundIn(asked);
    const { form } = asked;
    const typed = (field: string, usual: string) => (form[field] === undefined ? usual : textIn(form[field]));
    return { template: 'console/pages/visit-source-settings.njk', title: source.name === '' ? 'Add a source' : source.name, model: { agencies: await asked.services.visitsIn.agencies(), values: {
      name: typed('name', source.name), agency: typed('agency', source.provider.name), phone: typed('phone', source.provider.phone), office: typed('office', source.provider.officeContact), hours: typed('hours', String(source.heardEveryHours)), names: typed('names', source.names),
      workers: typed('workers', Object.entries(source.workerNames).map(([id, name]) => `${id}, ${name}`).join('\n')),
    } } };
  },
  submit: async (asked) => {
    const { source, version } = await foundIn(asked);
    const read = await sourceRead(asked, source);
    if ('faults' in read) return read;
    const kept = await asked.services.visitsIn.keepSource(read.source, version);
    if (kept === 'changed-meanwhile') return { faults: [{ field: 'name', message: 'Somebody else changed this source while you looked. Look at it again, and send it once more' }] };
    return { go: `/visits-in/sources/${read.source.id}`, said: kept === 'unknown' ? 'uncertain' : 'kept' };
  },
});

async function foundIn(asked: Here): Promise<{ readonly source: VisitSource; readonly version: number }> {
  return asked.params['sourceId'] === 'new' ? { source: { ...newSource, id: '' }, version: 0 } : sourceIn(asked);
}

async function sourceRead({ services, form }: Here, before: VisitSource): Promise<{ readonly source: VisitSource } | { readonly faults: readonly Fault[] }> {
  const plain = (field: string, most: number) => textIn(form[field]).replaceAll(/[\p{C}\s]+/gu, ' ').slice(0, most);
  const [name, agency, hours] = [plain('name', 80), plain('agency', 80), textIn(form['hours'])];
  const workers = workersIn(textIn(form['workers']));
  const faults: Fault[] = [
    ...(name === '' ? [{ field: 'name', message: 'Enter what you call it, like “Kindly Care rota”' }] : []), ...(agency === '' ? [{ field: 'agency', message: 'Enter the care agency whose visits it has' }] : []),
    ...(/^\d{1,3}$/.test(hours) && Number(hours) >= 1 && Number(hours) <= mostHeardEveryHours ? [] : [{ field: 'hours', message: `Enter whole hours from 1 to ${mostHeardEveryHours}` }]),
    ...(typeof workers === 'string' ? [{ field: 'workers', message: workers }] : []),
  ];
  if (faults.length > 0 || typeof workers === 'string') return { faults };
  const known = (await services.visitsIn.agencies()).find((each) => each.name.toLowerCase() === agency.toLowerCase());
  // The agency of a source that has brought visits stays the same, whatever it is called.
  const providerId = before.provider.id !== '' ? before.provider.id : known?.id ?? sourceIdFor(agency, (await services.visitsIn.agencies()).map(({ id }) => id));
  const id = before.id !== '' ? before.id : sourceIdFor(name, ['new', ...(await services.visitsIn.sources()).map((each) => each.id)]);
  return { source: {
    ...before, id, name, provider: { ...before.provider, id: providerId, name: agency, phone: plain('phone', 40), officeContact: plain('office', 60) || 'somebody' }, heardEveryHours: Number(hours), names: form['names'] === 'surname-first' ? 'surname-first' : 'first-name-first', workerNames: workers,
  } };
}

/** "E014, Priya" line by line. */
function workersIn(text: string): Readonly<Record<string, string>> | string {
  const lines = text.split(/\r?\n/).map((line) => line.replaceAll(/\p{C}+/gu, ' ').trim()).filter((line) => line !== '');
  if (lines.length > mostWorkers) return `At most ${mostWorkers} care workers can be named`;
  const pairs = lines.map((line) => /^(\S[^,;\t]{0,79}?)\s*[,;\t]\s*(\p{L}[\p{L}\p{M}'’ -]{0,39})$/u.exec(line));
  const wrong = pairs.indexOf(null);
  if (wrong !== -1) return `Line ${wrong + 1}: write the number, a comma and the first name, like “E014, Priya”`;
  return Object.fromEntries(pairs.flatMap((pair) => (pair === null ? [] : [[pair[1] ?? '', (pair[2] ?? '').trim()]])));
}
