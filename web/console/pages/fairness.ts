import { actorOf } from '../../../models/access/index.ts';
import { failedShares, keepsFailing, shareOf, type FailedShare, type Fairness } from '../../../models/figures/index.ts';
import { chartSvg } from '../chart.ts';
import { shownTable, textOf } from '../figure-table.ts';
import { page } from '../page.ts';

const mostShown = 20;
const shareText: Readonly<Record<FailedShare, string>> = { 0: 'None', 10: 'Up to 10%', 20: '11% to 20%', 30: '21% to 30%', more: 'More' };

/** Whom the speaker keeps failing, and what could help each of them. Names are only here, and every look is written down with each of them. */
export const fairnessPage = page({
  name: 'fairness', path: '/achieved/fairness', rule: 'see-fairness',
  view: async ({ services, query, identity, now }) => {
    const period = query['weeks'] === '13' ? '13' : '4';
    const [found, listed] = await Promise.all([services.figures.fairness(), services.people.find('')]);
    const names = new Map(listed.map(({ personId, name }) => [personId, name]));
    const shown = (found?.[period].most ?? []).filter((each) => names.has(each.personId) && keepsFailing(each)).slice(0, mostShown);
    await Promise.all(shown.map(async ({ personId }) => services.audit.write({ who: actorOf(identity), personId, what: 'fairness', why: 'look', at: now })));
    const choice = (weeks: string, text: string) => ({ text, href: `?weeks=${weeks}`, isCurrent: weeks === period });
    return { template: 'console/pages/fairness.njk', title: 'Whom the speaker keeps failing', model: {
      choices: [choice('4', '4 weeks'), choice('13', 'Quarter')], isCounted: found !== undefined, ...(found !== undefined && await shares(found, period)),
      lines: shown.map(({ personId, turns, failed }) => ({ href: `/people/${personId}`, name: names.get(personId) ?? '', turns, failed, share: textOf({ part: failed, whole: turns }) })),
    } };
  },
});

async function shares(found: Fairness, period: '4' | '13'): Promise<{ readonly chart: string; readonly table: object }> {
  const { people } = found[period];
  const all = failedShares.reduce((sum, each) => sum + people[each], 0);
  return {
    chart: await chartSvg({ id: 'shares', title: 'People by how much of what they say fails', description: 'One bar for each share of turns that failed, from none to more than 30 of each hundred. The numbers are in the table below.', labels: failedShares.map((each) => shareText[each]), series: [{ name: 'People', values: failedShares.map((each) => people[each]) }] }),
    table: shownTable({ label: 'People by how much of what they say fails', head: ['Of what they say, this much fails', 'People', 'Of all'], rows: failedShares.map((each) => [shareText[each], { count: people[each] }, shareOf(people[each], all) === undefined ? '–' : { part: people[each], whole: all }]) }),
  };
}
