import { needWords } from '../../models/service/index.ts';
import { periodOf, recentEntriesKept, spendingBetween, type Budget } from '../../models/budget/index.ts';
import { add, addDays, noMoney, weekdayOf, type Pence } from '../../models/shared/index.ts';
import { tell, type Answer } from '../answer.ts';
import { daysIn, type DayRange } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { countWord, fullDayWords, moneyWords, monthName, spacedListWords } from '../words/index.ts';
import { amountFacts, noBudget } from './speech.ts';

/** "What did I spend last month?" "How much went on taxis?" The period's total, and what most of it went on. */
export function spending(turn: Turn): Answer {
  const { budget } = turn.record;
  if (budget === undefined) return noBudget(turn);
  const asked = daysIn(turn.slots['period']?.value, turn.today);
  const days = asked ?? periodOf(budget.settings, turn.today);
  const when = asked === undefined ? `since ${fullDayWords(days.from, turn.today)}` : whenWords(days, turn);
  if (days.from > turn.today) return tell('That hasn’t come yet.', 'You can ask what you’ve spent so far.');
  const about = turn.slots['need'];
  const { totalPence, lines } = spendingBetween(budget.recent, days.from, days.to, about?.id ?? about?.value);
  const on = about === undefined ? '' : ` on ${about.id === undefined ? about.value : needWords(about.id)}`;
  const early = tooFarBack(budget, days) ? ['I can only look back so far. The council has the rest.'] : [];
  if (lines.length === 0) return tell(`You didn’t spend anything${on} ${when} that I know of.`, ...early);
  const groups = grouped(lines);
  const [first] = groups;
  const most = groups.slice(0, 2).map((group) => `${group.what}, ${moneyWords(group.amountPence)}`);
  return {
    ...tell(`You spent ${moneyWords(totalPence)}${on} ${when}.`, groups.length === 1 && first !== undefined ? `It was ${first.what}${timesWords(first.times)}.` : `Most went on ${spacedListWords(most)}.`, ...early),
    facts: amountFacts(`${moneyWords(totalPence)}${on}.`),
    screen: {
      kind: 'list', title: `${moneyWords(totalPence)} spent${on}`,
      items: lines.slice(0, 7).map((line, index) => ({ id: `line-${index + 1}`, primary: line.what, secondary: `${moneyWords(line.amountPence)}, ${fullDayWords(line.on, turn.today)}` })),
    },
  };
}

/** The same thing several times is one thing, with its sum. Dearest first. */
function grouped(lines: ReturnType<typeof spendingBetween>['lines']): readonly { what: string; amountPence: Pence; times: number }[] {
  const groups = new Map<string, { what: string; amountPence: Pence; times: number }>();
  for (const { what, amountPence } of lines) {
    const known = groups.get(what);
    groups.set(what, { what, amountPence: add(known?.amountPence ?? noMoney, amountPence), times: (known?.times ?? 0) + 1 });
  }
  return [...groups.values()].sort((a, b) => b.amountPence - a.amountPence);
}

function timesWords(times: number): string {
  return times === 1 ? '' : times === 2 ? ', twice' : `, ${countWord(times)} times`;
}

function whenWords({ from, to }: DayRange, { today }: Turn): string {
  if (from === to) return from === today ? 'today' : `on ${fullDayWords(from, today)}`;
  const isMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7);
  if (isMonth) return `in ${monthName(from)}`;
  const last = to < today ? to : today;
  if (addDays(from, 6) === to && weekdayOf(from) === 1 && last === to) return `in the week of ${fullDayWords(from, today)}`;
  const [first, until] = [fullDayWords(from, today), fullDayWords(last, today)];
  const month = ` of ${monthName(last)}`;
  return `from ${from.slice(0, 7) === last.slice(0, 7) && until.endsWith(month) ? first.replace(new RegExp(`${month}$`), '') : first} to ${until}`;
}

function tooFarBack({ recent }: Budget, { from }: DayRange): boolean {
  const oldest = recent.at(-1);
  return recent.length >= recentEntriesKept && oldest !== undefined && from < oldest.on;
}
