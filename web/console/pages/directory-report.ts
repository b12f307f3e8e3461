import type { DirectoryReport, RecordTold } from '../directory-report-port.ts';
import { page } from '../page.ts';
import { csvRow, momentText } from '../words.ts';

const perPage = 100;
const outcomeText: Readonly<Record<RecordTold['outcome'], string>> = { refused: 'Refused', kept: 'Kept as it was', 'used-with-doubts': 'Used with doubts' };
const standsText: Readonly<Record<Exclude<DirectoryReport['outcome'], 'read-in'>, string>> = {
  'not-fetched': 'The feed could not be read', 'no-services': 'No service of the feed could be used. Ask whoever runs it to look at it', 'far-fewer': 'The feed had less than half of what it had before, which may be a slip at its end. If it is right, whoever runs My Care can say so',
  'not-saved': 'The new directory could not be kept for certain. It is read again in the night',
};

/** What became of the directory when its feed was read last: used, used with doubts, refused and why. */
export const directoryReportPage = page({
  name: 'directory-report', path: '/catalogue/last-read', rule: 'change-catalogue',
  view: async ({ services, query }) => {
    const report = await services.catalogue.lastReading();
    const zone = services.council.timeZone;
    const records = report?.records ?? [];
    const pages = Math.max(1, Math.ceil(records.length / perPage));
    const number = Math.min(pages, Math.max(1, Number.parseInt(query['page'] ?? '1', 10) || 1));
    return { template: 'console/pages/directory-report.njk', title: 'How the feed was last read', model: {
      report, page: number, pages, at: report === undefined ? undefined : momentText(report.at, zone), readInAt: report?.readInAt === undefined ? undefined : momentText(report.readInAt, zone), stands: report === undefined || report.outcome === 'read-in' ? undefined : standsText[report.outcome],
      rows: records.slice((number - 1) * perPage, number * perPage).map(({ id, name, outcome, words }) => [{ text: name ?? id }, { text: outcomeText[outcome] }, { text: words }]),
    } };
  },
});

/** Every record that was not simply used, to send to whoever runs the feed. */
export const directoryReportFilePage = page({
  name: 'directory-report-file', path: '/catalogue/last-read.csv', rule: 'change-catalogue',
  view: async ({ services }) => {
    const records = (await services.catalogue.lastReading())?.records ?? [];
    const text = csvRow(['Record', 'Name', 'What became of it', 'Why']) + records.map(({ id, name = '', outcome, words }) => csvRow([id, name, outcomeText[outcome], words])).join('');
    return { file: { name: 'directory-report.csv', type: 'text/csv', text } };
  },
});
