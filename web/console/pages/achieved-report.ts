import { addCounts, countOf, partsOutside, type CountName } from '../../../models/figures/index.ts';
import { parts } from '../achieved-parts.ts';
import { chartSvg } from '../chart.ts';
import { outsideFile, outsideTables, shownTable, type FigureTable } from '../figure-table.ts';
import { page, type Asked } from '../page.ts';
import { periodAsked } from '../period-asked.ts';
import { dayText } from '../words.ts';
import { achievedPeriods, inShort } from './achieved.ts';

/** What a council could send to its funder: nobody is named, no small number is in it, and it says what cannot be concluded. */
export const achievedReportPage = page({
  name: 'achieved-report', path: '/achieved/report', rule: 'see-achieved',
  view: async (asked) => {
    const { period, weeks, tables } = await reportIn(asked);
    const shownWeeks = weeks.map(({ week, days }) => ({ week, counts: addCounts(Object.values(days)) }));
    const ofWeek = (...names: CountName[]) => partsOutside(shownWeeks.map(({ counts }) => countOf(counts, ...names))).map((part) => (typeof part === 'number' ? part : 0));
    return { template: 'console/pages/achieved-report.njk', title: `${asked.services.council.name}: what My Care achieved`, model: {
      asked: period, weeks: weeks.length, tables: outsideTables(tables).map((table) => ({ label: table.label, shown: shownTable(table) })),
      chart: weeks.length === 0 ? undefined : await chartSvg({
        id: 'talk', title: 'Turns of talk by week', description: 'One bar for each week: turns that were understood, and those that were not. Numbers are to the nearest 5, and a week that is left out of the table has no bar.', labels: shownWeeks.map(({ week }) => dayText(week)),
        series: [{ name: 'Understood', values: ofWeek('turns.understood', 'turns.mended') }, { name: 'Not understood, or asked again', values: ofWeek('turns.asked-again', 'turns.fallback') }],
      }),
    } };
  },
});

export const achievedReportFilePage = page({
  name: 'achieved-report-file', path: '/achieved/report.csv', rule: 'see-achieved',
  view: async (asked) => {
    const { period, tables } = await reportIn(asked);
    return outsideFile('what-it-achieved.csv', `${asked.services.council.name}: what My Care achieved. ${period.text}`, tables);
  },
});

/** The report is by week whatever the stretch: days of a small council are all small numbers. */
async function reportIn(asked: Asked<'signed-in'>) {
  const { services: { figures } } = asked;
  const period = periodAsked(asked, achievedPeriods);
  const weeks = await figures.weeks(period.from, period.to);
  const figured = { weeks, period: period.period, questionText: () => undefined };
  const [, howSoon] = parts.alerts.tables(figured);
  const [, days] = parts.requests.tables(figured);
  const [, goals, wellbeing] = parts.outcomes.tables(figured);
  const of = (what: 'understood' | 'not-understood') => weeks.map(({ week }) => `${what}@${week}`);
  const byWeek: FigureTable = { label: 'Turns of talk by week', sums: [{ whole: 'understood', parts: of('understood') }, { whole: 'turns', parts: ['understood', ...of('not-understood')] }], head: ['Week from', 'Understood', 'Not understood, or asked again', 'People who spoke'], rows: weeks.map(({ week, days: each, people }) => {
    const sum = addCounts(Object.values(each));
    return [dayText(week), { count: countOf(sum, 'turns.understood', 'turns.mended'), key: `understood@${week}` }, { count: countOf(sum, 'turns.asked-again', 'turns.fallback'), key: `not-understood@${week}` }, { count: people.spoke }];
  }) };
  return { period, weeks, tables: [inShort(weeks, period.period), byWeek, howSoon, days, goals, wellbeing].filter((table) => table !== undefined) };
}
