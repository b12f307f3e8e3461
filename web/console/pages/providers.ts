import { countOf, shareOf, type ProviderWeek } from '../../../models/figures/index.ts';
import { chartSvg } from '../chart.ts';
import { outsideFile, shownTable, type FigureTable } from '../figure-table.ts';
import { page, type Asked } from '../page.ts';
import { periodAsked } from '../period-asked.ts';
import { countsOf, visitHead, visitRow } from '../visit-figures.ts';

const periods = [4, 13] as const;
const mostDrawn = 12;

/** Every provider's visits side by side: how many were on time, late, missed, or never heard of. */
export const providersPage = page({
  name: 'providers', path: '/providers', rule: 'see-providers',
  view: async (asked) => {
    const period = periodAsked(asked, periods);
    const providers = await providersIn(asked);
    return { template: 'console/pages/providers.njk', title: 'Providers', model: { asked: period, table: shownTable(tableOf(providers), providers.map(({ id }) => `/providers/${encodeURIComponent(id)}${period.query}`)), count: providers.length, chart: await chartOf(providers) } };
  },
});

export const providersFilePage = page({
  name: 'providers-file', path: '/providers.csv', rule: 'see-providers',
  view: async (asked) => outsideFile('providers.csv', `${asked.services.council.name}: visits by provider. ${periodAsked(asked, periods).text}`, [tableOf(await providersIn(asked))]),
});

interface Provider { readonly id: string; readonly name: string; readonly people: number; readonly counts: ReturnType<typeof countsOf> }

/** By name. People are those of the last week. */
async function providersIn(asked: Asked<'signed-in'>): Promise<readonly Provider[]> {
  const { from, to } = periodAsked(asked, periods);
  const byId = Map.groupBy(await asked.services.figures.providers(from, to), ({ id }: ProviderWeek) => id);
  return [...byId].map(([id, weeks]) => ({ id, name: weeks.at(-1)?.name ?? id, people: weeks.at(-1)?.people ?? 0, counts: countsOf(weeks) })).sort((one, other) => one.name.localeCompare(other.name, 'en-GB'));
}

function tableOf(providers: readonly Provider[]): FigureTable {
  return { label: 'Visits by provider', isList: true, head: ['Provider', 'People', ...visitHead], rows: providers.map(({ name, people, counts }) => [name, { count: people }, ...visitRow(counts)]) };
}

async function chartOf(providers: readonly Provider[]): Promise<string | undefined> {
  const shares = providers.flatMap(({ name, counts }) => {
    const share = shareOf(countOf(counts, 'visits.on-time'), countOf(counts, 'visits.planned') - countOf(counts, 'visits.untimed'));
    return share === undefined ? [] : [{ name, share }];
  }).sort((one, other) => one.share - other.share).slice(0, mostDrawn);
  if (shares.length === 0) return undefined;
  return chartSvg({ id: 'on-time', title: 'Visits on time, of each hundred planned', description: `One bar for each provider${providers.length > shares.length ? `, the ${shares.length} with the fewest on time` : ''}, the lowest first. The numbers are in the table below.`, labels: shares.map(({ name }) => name), series: [{ name: 'On time', values: shares.map(({ share }) => share) }], isShare: true });
}
