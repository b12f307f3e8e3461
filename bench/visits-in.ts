import ICAL from 'ical.js';
import nodeIcal from 'node-ical';
import { instant } from '../models/shared/index.ts';
import { readCalendar } from '../lambda/visits-in/calendar/read-calendar.ts';
import { readCsv } from '../lambda/visits-in/read-csv.ts';
import { bigCalendar, bigCsv } from './big-files.ts';
import { table, times } from './figures.ts';

const now = instant(Date.UTC(2026, 11, 1, 8, 0));
const source = { names: 'first-name-first' as const, workerNames: {} };
const zone = 'Europe/London';
const rows = [1_000, 10_000, 100_000];
const events = [100, 1_000, 10_000];

/** Reading visits: whether the time a row takes stays flat, how much memory it takes, and a calendar against two readers of calendars by themselves. */
export async function visitsIn(): Promise<void> {
  const found = [];
  for (const count of rows) {
    const text = bigCsv(count);
    await readCsv(text, { source, zone, now });
    found.push({ count, ...await measured(() => readCsv(text, { source, zone, now })) });
  }
  const least = found[0] === undefined ? 1 : found[0].tookMs / found[0].count;
  table('Visits from a CSV file (every row read, checked and put to its visit)', ['rows', 'took', 'a row, against the fewest', 'memory of the process at most'], found.map(({ count, tookMs, mostMb }) => [count.toLocaleString('en-GB'), `${Math.round(tookMs)} ms`, times(tookMs / count, least), `${mostMb} MB`]));

  const calendars = [];
  for (const count of events) {
    const text = bigCalendar(count);
    const own = await measured(() => readCalendar(text, { source, zone, now, fileName: 'feed.ics' }));
    const linesAlone = await measured(() => Promise.resolve(ICAL.parse(text) as unknown));
    const other = await measured(() => Promise.resolve(nodeIcal.sync.parseICS(text)));
    calendars.push([count.toLocaleString('en-GB'), `${(text.length / 1e6).toFixed(1)} MB`, `${Math.round(own.tookMs)} ms`, times(own.tookMs, linesAlone.tookMs), times(own.tookMs, other.tookMs)]);
  }
  table('Visits from a calendar', ['events', 'size', 'took', 'against ical.js reading lines alone', 'against bare node-ical'], calendars);
}

/** How long it took, and the most memory the whole process had meanwhile. */
async function measured(work: () => Promise<unknown>): Promise<{ readonly tookMs: number; readonly mostMb: number }> {
  let most = process.memoryUsage.rss();
  const timer = setInterval(() => { most = Math.max(most, process.memoryUsage.rss()); }, 10);
  const started = performance.now();
  await work();
  const tookMs = performance.now() - started;
  clearInterval(timer);
  return { tookMs, mostMb: Math.round(Math.max(most, process.memoryUsage.rss()) / 1e6) };
}
