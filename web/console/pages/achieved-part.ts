import { PageProblem } from '../../errors.ts';
import { isPart, parts, type Figured, type Part } from '../achieved-parts.ts';
import { chartSvg } from '../chart.ts';
import { outsideFile, shownTable } from '../figure-table.ts';
import { page, type Asked } from '../page.ts';
import { periodAsked } from '../period-asked.ts';
import { achievedPeriods } from './achieved.ts';

/** One part of what the service achieved: its chart, its tables, and what to know of them. */
export const achievedPartPage = page({
  name: 'achieved-part', path: '/achieved/:part', rule: 'see-achieved',
  view: async (asked) => {
    const { name, part, figured, period } = await partIn(asked);
    const tables = part.tables(figured);
    return { template: 'console/pages/achieved-part.njk', title: part.title, model: {
      asked: period, part: name, notes: part.notes, weeks: figured.weeks.length, chart: figured.weeks.length === 0 ? undefined : await chartSvg(part.chart(figured)), chartTitle: part.chart(figured).title,
      tables: tables.map((table) => ({ label: table.label, isEmpty: table.rows.length === 0, shown: shownTable(table) })), others: Object.entries(parts).map(([key, { title }]) => ({ title, href: `/achieved/${key}${period.query}`, isCurrent: key === name })),
    } };
  },
});

export const achievedFilePage = page({
  name: 'achieved-file', path: '/achieved/:part/figures.csv', rule: 'see-achieved',
  view: async (asked) => {
    const { name, part, figured, period } = await partIn(asked);
    return outsideFile(`${name}.csv`, `${asked.services.council.name}: ${part.title}. ${period.text}`, part.tables(figured));
  },
});

async function partIn(asked: Asked<'signed-in'>): Promise<{ readonly name: string; readonly part: Part; readonly figured: Figured; readonly period: ReturnType<typeof periodAsked> }> {
  const { services: { figures }, params } = asked;
  const name = params['part'] ?? '';
  if (!isPart(name)) throw new PageProblem(404, 'There is no such part of the figures, or it is not there any more.');
  const period = periodAsked(asked, achievedPeriods);
  return { name, part: parts[name], period, figured: { weeks: await figures.weeks(period.from, period.to), period: period.period, questionText: (intent) => figures.questionText(intent) } };
}
