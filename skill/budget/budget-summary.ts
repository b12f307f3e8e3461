import { fourFacts } from '../../models/budget/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { asIf, type Turn } from '../turn.ts';
import { fullDayWords, moneyWords } from '../words/index.ts';
import { budgetLeft } from './budget-left.ts';
import { amountFacts, noBudget } from './speech.ts';

/** "Tell me about my budget": left, put aside, spent; then what it went on, if wanted. */
export function budgetSummary(turn: Turn): Answer {
  const { budget } = turn.record;
  if (budget === undefined) return noBudget(turn);
  const facts = fourFacts(budget, turn.today);
  const { screen } = budgetLeft(turn);
  return {
    ...ask(
      [
        `You have ${moneyWords(facts.leftPence)} left to use, with ${moneyWords(facts.setAsidePence)} put aside.`,
        `You’ve spent ${moneyWords(facts.spentThisPeriodPence)} since ${fullDayWords(facts.period.from, turn.today)}.`,
      ],
      'Would you like to hear what it went on?', { kind: 'hear-spending' }, 'Say yes please to hear what you’ve spent it on.',
    ),
    ...(screen !== undefined && { screen }), facts: amountFacts(`${moneyWords(facts.leftPence)} left to use.`, `Until ${fullDayWords(facts.period.nextFrom, turn.today)}.`),
  };
}

export function replyToHearSpending(turn: Turn, _pending: PendingOf<'hear-spending'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  return reply.kind === 'yes' ? turn.dialogue.answer(asIf(turn, 'SpendingIntent', {})) : 'not-an-answer';
}
