import { fourFacts, type FourFacts } from '../../models/budget/index.ts';
import { daysBetween } from '../../models/shared/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { isGuarded } from '../household/private-answers.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Line } from '../ssml.ts';
import { asIf, type Turn } from '../turn.ts';
import { fullDayWords, moneyWords } from '../words/index.ts';
import { noBudget } from './speech.ts';

const worthSayingDays = 70;

/** "Will they take any of it back?" */
export function takenBack(turn: Turn): Answer {
  const { budget } = turn.record;
  if (budget === undefined) return noBudget(turn);
  const facts = fourFacts(budget, turn.today);
  if (facts.takenBack === undefined) return tell('Nothing is due to go back to the council as things stand.', `Your budget is next looked at on ${fullDayWords(budget.settings.reviewOn, turn.today)}.`);
  return offerIdeas([goesBack(facts, turn)]);
}

/** Said once, unasked, at the end of an answer about money: in time to use it, and never where it may not be heard. */
export function nudgeAboutMoney(turn: Turn, answer: Answer): Answer | undefined {
  const { budget } = turn.record;
  if (!aboutMoney.includes(turn.intent) || turn.memory.hasNudged === true || budget === undefined || isGuarded(turn)) return undefined;
  const facts = fourFacts(budget, turn.today);
  if (facts.takenBack === undefined || daysBetween(turn.today, facts.takenBack.on) > worthSayingDays) return undefined;
  return { ...answer, ...offerIdeas([...answer.tell, `One more thing. ${goesBack(facts, turn)}`]), hasNudged: true };
}

const aboutMoney: readonly string[] = ['BudgetLeftIntent', 'BudgetSummaryIntent', 'SpendingIntent'];

function goesBack({ takenBack: facts }: FourFacts, { today }: Turn): string {
  return facts === undefined ? '' : `${moneyWords(facts.amountPence)} may go back to the council on ${fullDayWords(facts.on, today)} if it isn’t used.`;
}

function offerIdeas(facts: readonly Line[]): Answer {
  return ask(facts, 'Shall I suggest something?', { kind: 'want-ideas' }, 'Say yes please and I’ll suggest something that fits your plan.');
}

export function replyToWantIdeas(turn: Turn, _pending: PendingOf<'want-ideas'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  return reply.kind === 'yes' ? turn.dialogue.answer(asIf(turn, 'SuggestServiceIntent', {})) : 'not-an-answer';
}
