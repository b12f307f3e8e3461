import { periodOf, recentEntriesKept, spendingBetween, type Budget } from '../../models/budget/index.ts';
import { tell, type Answer } from '../answer.ts';
import { daysIn, type DayRange } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { capitalised, fullDayWords, listWords, moneyWords, monthName } from '../words/index.ts';
import { noBudget } from './speech.ts';

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
  const on = about === undefined ? '' : ` on ${about.value}`;
  const early = tooFarBack(budget, days) ? ['I can only look back so far. The council has the rest.'] : [];
  if (lines.length === 0) return tell(`You didn’t spend anything${on} ${when} that I know of.`, ...early);
  const most = lines.toSorted((a, b) => b.amountPence - a.amountPence).slice(0, 2).map((line) => `${line.what}, ${moneyWords(line.amountPence)}`);
  return {
    ...tell(`You spent ${moneyWords(totalPence)}${on} ${when}.`, ...(lines.length === 1 ? [`${capitalised(most[0] ?? '')}.`] : [`The most was ${listWords(most)}.`]), ...early),
    screen: {
      kind: 'list', title: `${moneyWords(totalPence)} spent${on}`,
      items: lines.slice(0, 7).map((line, index) => ({ id: `line-${index + 1}`, primary: line.what, secondary: `${moneyWords(line.amountPence)}, ${fullDayWords(line.on, turn.today)}` })),
    },
  };
}

function whenWords({ from, to }: DayRange, { today }: Turn): string {
  if (from === to) return from === today ? 'today' : `on ${fullDayWords(from, today)}`;
  const isMonth = from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7);
  return isMonth ? `in ${monthName(from)}` : `from ${fullDayWords(from, today)} to ${fullDayWords(to < today ? to : today, today)}`;
}

function tooFarBack({ recent }: Budget, { from }: DayRange): boolean {
  const oldest = recent.at(-1);
  return recent.length >= recentEntriesKept && oldest !== undefined && from < oldest.on;
}
