import { addCounts, countOf, type CountName, type Counts, type CouncilWeek, type Period, type Sum } from '../../models/figures/index.ts';
import { instruments } from '../../models/outcome/index.ts';
import { alertKindList, kindText } from './alert-kind-words.ts';
import type { Chart } from './chart.ts';
import type { Figure, FigureTable } from './figure-table.ts';
import { dayText } from './words.ts';

/** What figures are made of: whole weeks in order, how long the stretch is, and how things that can be asked are called. */
export interface Figured { readonly weeks: readonly CouncilWeek[]; readonly period: Period; readonly questionText: (intent: string) => string | undefined }

/** One part of what the service achieved: its chart, its tables, and what to know of them. */
export interface Part {
  readonly title: string;
  readonly chart: (of: Figured) => Chart;
  /** The first is the chart's own. */
  readonly tables: (of: Figured) => readonly FigureTable[];
  readonly notes: readonly string[];
}

/** A day in four weeks, a week in anything longer. */
interface Step { readonly text: string; readonly counts: Counts; readonly spoke?: number }

type PartName = 'use' | 'understood' | 'alerts' | 'requests' | 'outcomes';
type Series = readonly (readonly [text: string, ...names: CountName[]])[];

const turnSeries: Series = [['Understood', 'turns.understood'], ['At the next try', 'turns.mended'], ['Asked again', 'turns.asked-again'], ['Not understood', 'turns.fallback']];
const answerSeries: Series = [['The person', 'alerts.by.person'], ['Family or friend', 'alerts.by.family', 'alerts.by.friend'], ['Agency or council', 'alerts.by.agency', 'alerts.by.council', 'alerts.by.desk'], ['Nobody', 'alerts.by.nobody']];
const requestSeries: Series = [['Agreed at once', 'requests.agreed-at-once'], ['Agreed by an adviser', 'requests.agreed-later'], ['Declined', 'requests.declined'], ['Ran out', 'requests.ran-out']];
const feedbackSeries: Series = [['Good', 'feedback.good'], ['All right', 'feedback.all-right'], ['Not good', 'feedback.not-good'], ['In words alone', 'feedback.unrated']];

export const parts: Readonly<Record<PartName, Part>> = {
  use: {
    title: 'Use',
    chart: (of) => chart('use', 'What was said to the speaker', [['Turns', 'turns.understood', 'turns.mended', 'turns.asked-again', 'turns.fallback']], of),
    tables: (of) => [
      { label: of.period === 4 ? 'Turns by day' : 'Turns by week', head: ['When', 'Turns', ...(of.period === 4 ? [] : ['People who spoke'])], rows: steps(of).map(({ text, counts, spoke }) => [text, { count: turns(counts) }, ...(of.period === 4 ? [] : [{ count: spoke ?? 0 }])]) },
      { label: 'What was asked', head: ['Question', 'Times'], rows: asked(of).map(([text, count]) => [text, { count }]) },
    ],
    notes: ['A turn is one thing that somebody said. Opening the skill, and pressing on a screen, are none.', 'No words are kept: each turn is kept for seven days as what it was taken for, and from then on as a number.'],
  },
  understood: {
    title: 'Understood or not',
    chart: (of) => chart('understood', 'How turns went', turnSeries, of),
    tables: (of) => [table(of, of.period === 4 ? 'How turns went, by day' : 'How turns went, by week', turnSeries, [['Understood in the end', (counts, when) => ({ part: countOf(counts, 'turns.understood', 'turns.mended'), whole: turns(counts), keys: [`understood@${when}`, `turns@${when}`] })]],
      (when) => sharedOut(turnSeries, 2, when, `understood@${when}`, `turns@${when}`))],
    notes: ['At the next try: understood straight after a turn that was not.', 'Asked again: something was heard, and not clearly enough to act on. Not understood: nothing was made of it.'],
  },
  alerts: {
    title: 'Alerts',
    chart: (of) => chart('alerts', 'Alerts that needed an answer, by who answered', answerSeries, of),
    tables: (of) => [
      table(of, 'Who answered', answerSeries, [['Answered', (counts, when) => ({ part: countOf(counts, 'alerts.told') - countOf(counts, 'alerts.by.nobody'), whole: countOf(counts, 'alerts.told'), keys: [`answered@${when}`, `told@${when}`] })]],
        (when) => sharedOut(answerSeries, 3, when, `answered@${when}`, `told@${when}`)),
      breakdown(of, 'How soon', 'From the first telling', [['Within 5 minutes', 'alerts.within.5'], ['Within 15 minutes', 'alerts.within.15'], ['Within an hour', 'alerts.within.60'], ['Within 4 hours', 'alerts.within.240'], ['Later', 'alerts.within.more'], ['Not at all', 'alerts.by.nobody']], { sums: [{ whole: 'alerts.answered', parts: ['alerts.within.5', 'alerts.within.15', 'alerts.within.60', 'alerts.within.240', 'alerts.within.more'] }, { whole: 'alerts.told', parts: ['alerts.answered', 'alerts.by.nobody'] }] }),
      byKind(all(of)),
    ],
    notes: ['Counted are alerts that need an answer and that somebody was told of, on the day of the first telling.', 'An answer means that somebody saw to it. It does not say that help came.'],
  },
  requests: {
    title: 'Requests and money',
    chart: (of) => chart('requests', 'What became of requests', requestSeries, of),
    tables: (of) => [
      table(of, 'What became of requests', [['Asked for', 'requests.asked'], ['For a goal in the plan', 'requests.for-goal'], ...requestSeries], [
        ['Set aside', (counts) => ({ pence: countOf(counts, 'pence.set-aside'), from: countOf(counts, 'entries.set-aside') })], ['Paid out', (counts) => ({ pence: countOf(counts, 'pence.spent'), from: countOf(counts, 'entries.spent') })],
      ]),
      breakdown(of, 'Days to a decision', 'From the asking', [['The same day', 'requests.within.0'], ['1 or 2 days', 'requests.within.2'], ['3 to 5 days', 'requests.within.5'], ['6 to 10 days', 'requests.within.10'], ['Longer', 'requests.within.more']]),
    ],
    notes: ['Asked for and decided are counted each on their own day: what was agreed in a week may have been asked for before it.', 'Days are those of the calendar. Agreed at once: the rules could say yes, and nobody had to.', 'Money set aside is promised, and not spent until it is paid out.'],
  },
  outcomes: {
    title: 'Outcomes and feedback',
    chart: (of) => chart('outcomes', 'How people said things went', feedbackSeries, of),
    tables: (of) => [
      table(of, 'Feedback', feedbackSeries, []),
      breakdown(of, 'Goals', 'What happened', [['Set', 'goals.set'], ['Reached', 'goals.reached'], ['Given up or changed', 'goals.ended'], ['Rated better than before', 'goals.better'], ['Rated the same', 'goals.same'], ['Rated worse', 'goals.worse']], { isList: true, sums: [{ whole: 'goals.rated', parts: ['goals.better', 'goals.same', 'goals.worse'] }] }),
      wellbeingTable(all(of)),
    ],
    notes: ['Wellbeing: the four questions of the Office for National Statistics, for those who answered them twice or more. Better is a point or more up; of anxiety, down.', 'Whoever feels worse may answer less often. What changed need not have changed because of this service.'],
  },
};

export function isPart(name: string): name is PartName {
  return Object.hasOwn(parts, name);
}

/** What all the weeks came to. */
export function all({ weeks }: Pick<Figured, 'weeks'>): Counts {
  return addCounts(weeks.flatMap(({ days }) => Object.values(days)));
}

export function turns(counts: Counts): number {
  return countOf(counts, 'turns.understood', 'turns.mended', 'turns.asked-again', 'turns.fallback');
}

function steps({ weeks, period }: Figured): readonly Step[] {
  if (period === 4) return weeks.flatMap(({ days }) => Object.entries(days).map(([day, counts]) => ({ text: dayText(day as CouncilWeek['week']), counts })));
  return weeks.map(({ week, days, people }) => ({ text: dayText(week), counts: addCounts(Object.values(days)), spoke: people.spoke }));
}

function chart(id: string, title: string, series: Series, of: Figured): Chart {
  const each = steps(of);
  const last = each.at(-1)?.text ?? '';
  return {
    id, title, description: `${of.period === 4 ? 'A bar for each day' : 'A bar for each week'}, from ${each[0]?.text ?? ''} to ${last}${series.length > 1 ? `, made up of: ${series.map(([text]) => text.toLowerCase()).join(', ')}` : ''}. The numbers are in the table below.`,
    labels: each.map(({ text }) => text), series: series.map(([name, ...names]) => ({ name, values: each.map(({ counts }) => countOf(counts, ...names)) })),
  };
}

function table(of: Figured, label: string, series: Series, more: readonly (readonly [text: string, figure: (counts: Counts, when: string) => Figure])[], sumsOf: (when: string) => readonly Sum[] = () => []): FigureTable {
  const each = steps(of);
  return {
    label, head: [of.period === 4 ? 'Day' : 'Week from', ...series.map(([text]) => text), ...more.map(([text]) => text)], sums: each.flatMap(({ text }) => sumsOf(text)),
    rows: each.map(({ text, counts }) => [text, ...series.map(([, ...names]): Figure => ({ count: countOf(counts, ...names), key: keyOf(names, text) })), ...more.map(([, figure]) => figure(counts, text))]),
  };
}

const keyOf = (names: readonly CountName[], when: string): string => `${names.join('+')}@${when}`;

/** The first so many of a series come to one number of that time, and with the rest to another. */
function sharedOut(series: Series, first: number, when: string, part: string, whole: string): readonly Sum[] {
  const keys = series.map(([, ...names]) => keyOf(names, when));
  return [{ whole: part, parts: keys.slice(0, first) }, { whole, parts: [part, ...keys.slice(first)] }];
}

function breakdown(of: Figured, label: string, first: string, series: Series, more: Pick<FigureTable, 'isList' | 'sums'> = {}): FigureTable {
  const counts = all(of);
  return { label, ...more, head: [first, 'How many'], rows: series.map(([text, ...names]) => [text, { count: countOf(counts, ...names), key: names.join('+') }]) };
}

function byKind(counts: Counts): FigureTable {
  const told = alertKindList.filter((kind) => countOf(counts, `alerts.told.${kind}`) > 0);
  return { label: 'By kind', head: ['Kind', 'Told', 'Answered'], rows: told.map((kind) => [kindText[kind], { count: countOf(counts, `alerts.told.${kind}`) }, { count: countOf(counts, `alerts.answered.${kind}`) }]) };
}

/** The four questions of the Office for National Statistics, each against the time before. */
function wellbeingTable(counts: Counts): FigureTable {
  return { label: 'Wellbeing against the time before (Office for National Statistics)', isList: true, head: ['Question', 'Better', 'The same', 'Worse'], rows: instruments.ons4.questions.map(({ id, short }) => [short, ...(['better', 'same', 'worse'] as const).map((how): Figure => ({ count: countOf(counts, `wellbeing.${how}.${id}`) }))]) };
}

/** What was asked, the most often first. */
function asked({ weeks, questionText }: Figured): readonly (readonly [string, number])[] {
  return (Object.entries(all({ weeks })) as [CountName, number][]).flatMap(([name, count]) => {
    const text = name.startsWith('asked.') ? questionText(name.slice('asked.'.length)) : undefined;
    return text === undefined ? [] : [[text.charAt(0).toUpperCase() + text.slice(1), count] as const];
  }).sort(([one, more], [other, fewer]) => fewer - more || one.localeCompare(other, 'en-GB'));
}
