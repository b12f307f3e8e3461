import { activityKinds } from '../../../models/care-visit/index.ts';
import { countOf, type ProviderWeek } from '../../../models/figures/index.ts';
import { PageProblem } from '../../errors.ts';
import { activityText } from '../activity-words.ts';
import { chartSvg } from '../chart.ts';
import { outsideFile, shownTable, textOf, type FigureTable } from '../figure-table.ts';
import { page, type Asked } from '../page.ts';
import { periodAsked } from '../period-asked.ts';
import { countsOf, endNames, visitHead, visitRow } from '../visit-figures.ts';
import { dayText } from '../words.ts';

const periods = [4, 13] as const;

/** One provider's visits week by week, the measures of NICE QS123 statement 2 that we can tell, and what was done against what was planned. */
export const providerPage = page({
  name: 'provider', path: '/providers/:providerId', rule: 'see-providers',
  view: async (asked) => {
    const weeks = await weeksIn(asked);
    const period = periodAsked(asked, periods);
    return { template: 'console/pages/provider.njk', title: weeks.at(-1)?.name ?? '', model: {
      asked: period, id: asked.params['providerId'], measures: measuresOf(weeks).map((each) => ({ ...each, share: textOf(each), part: String(each.part), whole: String(each.whole) })), weeks: shownTable(weeksTable(weeks)), chart: await chartOf(weeks),
      hasActivities: activitiesTable(weeks).rows.length > 0, activities: shownTable(activitiesTable(weeks)),
    } };
  },
});

export const providerFilePage = page({
  name: 'provider-file', path: '/providers/:providerId/figures.csv', rule: 'see-providers',
  view: async (asked) => {
    const weeks = await weeksIn(asked);
    const measures: FigureTable = { label: 'NICE quality standard 123, statement 2', isList: true, head: ['Measure', 'Numerator', 'Denominator', 'Of each hundred'], rows: measuresOf(weeks).map(({ name, part, whole }) => [name, { count: part }, { count: whole }, { part, whole }]) };
    return outsideFile('provider.csv', `${weeks.at(-1)?.name ?? ''}. ${periodAsked(asked, periods).text}`, [measures, weeksTable(weeks), activitiesTable(weeks)]);
  },
});

async function weeksIn(asked: Asked<'signed-in'>): Promise<readonly ProviderWeek[]> {
  const { from, to } = periodAsked(asked, periods);
  const weeks = await asked.services.figures.provider(asked.params['providerId'] ?? '', from, to);
  if (weeks.length === 0) throw new PageProblem(404, 'Nothing has been counted of that provider in these weeks, or it is not there any more.');
  return weeks;
}

/** The process measures. Source: NICE, Home care for older people (QS123), statement 2, 22 June 2016. NICE counts older people; we count everybody, whatever their age. */
function measuresOf(weeks: readonly ProviderWeek[]): readonly { readonly name: string; readonly how: string; readonly part: number; readonly whole: number }[] {
  const counts = countsOf(weeks);
  const last = weeks.at(-1);
  return [
    { name: 'a) People whose plan says how missed or late visits are responded to', how: 'Numerator: people whose backup plan names whom to tell. Denominator: people who use this provider. In the last of these weeks.', part: last?.withPlan ?? 0, whole: last?.people ?? 0 },
    { name: 'b) Planned visits that were missed', how: 'Numerator: visits that the provider reported as missed. Denominator: planned visits, cancelled ones left out.', part: countOf(counts, 'visits.missed'), whole: countOf(counts, 'visits.planned') },
  ];
}

function weeksTable(weeks: readonly ProviderWeek[]): FigureTable {
  return { label: 'Visits by week', head: ['Week from', 'People', ...visitHead], rows: weeks.map((week) => [dayText(week.week), { count: week.people }, ...visitRow(countsOf([week]))]) };
}

function activitiesTable(weeks: readonly ProviderWeek[]): FigureTable {
  const counts = countsOf(weeks);
  const planned = countOf(counts, 'visits.planned');
  const minutes = (kind: 'minutes' | 'planned-minutes', activity: (typeof activityKinds)[number]) => ({ count: Math.round(countOf(counts, `activity.${kind}.${activity}`) / 60) });
  const money = (kind: 'pence' | 'planned-pence', activity: (typeof activityKinds)[number]) => ({ pence: countOf(counts, `activity.${kind}.${activity}`), from: planned });
  const done = activityKinds.filter((each) => countOf(counts, `activity.minutes.${each}`, `activity.planned-minutes.${each}`) > 0);
  return { label: 'What was done, against the plan', head: ['What', 'Hours planned', 'Hours recorded', 'Money planned', 'Money recorded'], rows: done.map((each) => [activityText[each], minutes('planned-minutes', each), minutes('minutes', each), money('planned-pence', each), money('pence', each)]) };
}

async function chartOf(weeks: readonly ProviderWeek[]): Promise<string> {
  return chartSvg({
    id: 'weeks', title: 'Visits by week', description: 'One bar for each week, made up of visits on time, late, missed, and those of which nothing was heard. The numbers are in the table below.',
    labels: weeks.map(({ week }) => dayText(week)), series: endNames.map(([name, text]) => ({ name: text, values: weeks.map((week) => countOf(countsOf([week]), name)) })),
  });
}
