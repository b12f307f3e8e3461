import { countOf, type CouncilWeek, type Period } from '../../../models/figures/index.ts';
import { mayDo } from '../../../models/access/index.ts';
import { all, parts, turns } from '../achieved-parts.ts';
import { shownTable, type Figure, type FigureTable } from '../figure-table.ts';
import { page } from '../page.ts';
import { periodAsked } from '../period-asked.ts';

export const achievedPeriods: readonly Period[] = [4, 13, 52];

/** What the service achieved, in a few lines, with the parts that hold more. */
export const achievedPage = page({
  name: 'achieved', path: '/achieved', rule: 'see-achieved',
  view: async (asked) => {
    const { services, identity } = asked;
    const period = periodAsked(asked, achievedPeriods);
    const weeks = await services.figures.weeks(period.from, period.to);
    return { template: 'console/pages/achieved.njk', title: 'What it achieved', model: {
      asked: period, weeks: weeks.length, table: shownTable(inShort(weeks, period.period), [undefined, undefined, ...shortParts.map((part) => `/achieved/${part}${period.query}`)]),
      parts: Object.entries(parts).map(([key, { title }]) => ({ title, href: `/achieved/${key}${period.query}` })), maySeeFairness: mayDo(identity, 'see-fairness', { councilId: services.council.id }),
    } };
  },
});

/** Where each line of the short table, after the first two, has its part. */
const shortParts = ['use', 'understood', 'alerts', 'requests', 'requests', 'outcomes', 'outcomes'] as const;

/** The whole in a few lines: people, and then each part's first number. */
export function inShort(weeks: readonly CouncilWeek[], period: Period): FigureTable {
  const counts = all({ weeks });
  const n = (...names: Parameters<typeof countOf>[1][]) => countOf(counts, ...names);
  const people = weeks.at(-1)?.peopleIn[period] ?? { all: 0, spoke: 0, visited: 0, told: 0, asked: 0 };
  const rows: readonly (readonly [string, Figure])[] = [
    ['People looked after, in the last week', { count: weeks.at(-1)?.people.all ?? 0 }], ['People who spoke with it', { count: people.spoke }],
    ['Turns of talk', { count: turns(counts), key: 'turns' }], ['Understood, at once or at the next try', { part: n('turns.understood', 'turns.mended'), whole: turns(counts), keys: ['understood', 'turns'] }],
    ['Alerts that needed an answer, and had one', { part: n('alerts.told') - n('alerts.by.nobody'), whole: n('alerts.told'), keys: ['alerts.answered', 'alerts.told'] }],
    ['Requests agreed', { count: n('requests.agreed-at-once', 'requests.agreed-later') }], ['Money set aside', { pence: n('pence.set-aside'), from: n('entries.set-aside') }],
    ['Feedback given', { count: n('feedback.given') }], ['Goals rated better than before, of those rated again', { part: n('goals.better'), whole: n('goals.better', 'goals.same', 'goals.worse'), keys: ['goals.better', 'goals.rated'] }],
  ];
  return { label: 'In short', isList: true, head: ['What', 'How many'], rows };
}
