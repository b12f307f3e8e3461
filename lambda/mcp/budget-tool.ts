import * as z from 'zod';
import { fourFacts } from '../../models/budget/index.ts';
import { leftWords } from '../../skill/budget/speech.ts';
import { fullDayWords, moneyWords } from '../../skill/words/index.ts';
import { tool } from './tool.ts';

export const budgetLeftTool = tool({
  name: 'budget_left', title: 'Budget left', deed: 'money', isPrivate: true, input: z.strictObject({}),
  about: 'What is left of the personal budget, until when, what is set aside and what was spent. Amounts in pence.',
  run: ({ record: { budget, household }, key: { identity }, today }) => {
    const name = household.name.preferred;
    if (budget === undefined) return Promise.resolve({ words: `My Care holds no budget for ${name}. ${household.council.name} can say more, on ${household.council.phone}.`, facts: { budget: null } });
    const facts = fourFacts(budget, today);
    const { leftPence, setAsidePence, spentThisPeriodPence, keptBackPence, period, takenBack } = facts;
    const until = fullDayWords(period.nextFrom, today);
    const others = leftPence < 0 ? `${name} has used ${moneyWords(leftPence)} more than has come in so far. More comes in on ${until}.` : `${name} has ${moneyWords(leftPence)} left to use before ${until}.`;
    const aside = setAsidePence === 0 ? '' : ` That is after putting aside ${moneyWords(setAsidePence)} for things already booked.`;
    return Promise.resolve({
      words: identity.kind === 'person' ? leftWords(facts, today).join(' ') : others + aside,
      facts: { budget: {
        left_pence: leftPence, set_aside_pence: setAsidePence, spent_this_period_pence: spentThisPeriodPence, kept_back_pence: keptBackPence, period_from: period.from, more_comes_in_on: period.nextFrom,
        ...(takenBack !== undefined && { may_be_taken_back: { pence: takenBack.amountPence, on: takenBack.on } }),
      } },
    });
  },
});
