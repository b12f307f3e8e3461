import type { FourFacts } from '../../models/budget/index.ts';
import { pence, type Pence } from '../../models/shared/index.ts';
import { tell, type Answer, type Facts } from '../answer.ts';
import { phone, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { fullDayWords, moneyWords } from '../words/index.ts';

/** Never a bare balance: what is left, until when, and what it is after. */
export function leftWords(facts: FourFacts, today: Turn['today']): readonly string[] {
  const until = fullDayWords(facts.period.nextFrom, today);
  const left = facts.leftPence < 0
    ? `You have used ${moneyWords(facts.leftPence)} more than has come in so far. More comes in on ${until}.`
    : `You have ${moneyWords(facts.leftPence)} left to use before ${until}.`;
  return facts.setAsidePence === 0 ? [left] : [left, `That is after putting aside ${moneyWords(facts.setAsidePence)} for things already booked.`];
}

/** "Can I afford thirty quid?" Yes or no first, then what it would leave. */
export function affordWords(facts: FourFacts, asked: Pence, today: Turn['today']): readonly string[] {
  const until = fullDayWords(facts.period.nextFrom, today);
  if (facts.leftPence < 0) return ['No.', ...leftWords(facts, today).slice(0, 1)];
  const left = `You have ${moneyWords(facts.leftPence)} left to use before ${until}`;
  const after = pence(facts.leftPence - asked);
  return after < 0 ? ['No.', `${left}, which is ${moneyWords(pence(asked - facts.leftPence))} short of that.`] : ['Yes.', `${left}, so ${moneyWords(asked)} would leave ${moneyWords(after)}.`];
}

/** An amount, whichever way it is asked for, and the day that goes with it. */
export function amountFacts(amount: string, day?: string): Facts {
  return { 'in-short': amount, price: amount, 'how-many': amount, ...(day !== undefined && { day, time: day }) };
}

/** When we hold no budget for this person. */
export function noBudget(turn: Turn): Answer {
  const { council } = turn.record.household;
  return tell('I don’t hold a budget for you.', say`${council.name} can tell you more, on ${phone(council.phone)}.`);
}
