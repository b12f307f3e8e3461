import { fourFacts } from '../../models/budget/index.ts';
import { tell, type Answer } from '../answer.ts';
import { penceIn } from '../slots.ts';
import type { Turn } from '../turn.ts';
import { capitalised, fullDayWords, moneyWords } from '../words/index.ts';
import { affordWords, amountFacts, leftWords, noBudget } from './speech.ts';

/** "How much have I got?" */
export function budgetLeft(turn: Turn): Answer {
  const { budget } = turn.record;
  if (budget === undefined) return noBudget(turn);
  const facts = fourFacts(budget, turn.today);
  const asked = penceIn(turn.slots['pounds']?.value);
  if (asked !== undefined) return tell(...affordWords(facts, asked, turn.today));
  const [left, aside] = leftWords(facts, turn.today);
  const isShort = turn.record.household.passport.isShort || aside === undefined;
  return {
    ...tell(left ?? '', ...(isShort ? [] : [aside])),
    facts: amountFacts(facts.leftPence < 0 ? left ?? '' : `${moneyWords(facts.leftPence)} left.`, `Until ${fullDayWords(facts.period.nextFrom, turn.today)}.`),
    screen: {
      kind: 'detail', title: 'Your budget',
      lines: [
        `Left to use: ${moneyWords(facts.leftPence)}`, `Put aside: ${moneyWords(facts.setAsidePence)}`,
        `Spent since ${fullDayWords(facts.period.from, turn.today)}: ${moneyWords(facts.spentThisPeriodPence)}`,
        ...(facts.keptBackPence > 0 ? [`${capitalised('kept back for emergencies')}: ${moneyWords(facts.keptBackPence)}`] : []),
      ],
      hint: 'Say: what did I spend it on',
    },
  };
}
