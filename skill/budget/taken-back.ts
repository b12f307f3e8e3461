import { fourFacts, type FourFacts } from '../../models/budget/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Line } from '../ssml.ts';
import { asIf, type Turn } from '../turn.ts';
import { fullDayWords, moneyWords } from '../words/index.ts';
import { noBudget } from './speech.ts';

/** "Will they take any of it back?" */
export function takenBack(turn: Turn): Answer {
  const { budget } = turn.record;
  if (budget === undefined) return noBudget(turn);
  const facts = fourFacts(budget, turn.today);
  if (facts.takenBack === undefined) return tell('Nothing is due to go back to the council as things stand.', `Your budget is next looked at on ${fullDayWords(budget.settings.reviewOn, turn.today)}.`);
  return offerIdeas([goesBack(facts.takenBack, turn)]);
}

/** "24 pounds may go back to the council on Sunday the 31st of January if it isn’t used." */
export function goesBack(facts: NonNullable<FourFacts['takenBack']>, { today }: Turn): string {
  return `${moneyWords(facts.amountPence)} may go back to the council on ${fullDayWords(facts.on, today)} if it isn’t used.`;
}

export function offerIdeas(facts: readonly Line[]): Answer {
  return ask(facts, 'Shall I suggest something?', { kind: 'want-ideas' }, 'Say yes please and I’ll suggest something that fits your plan.');
}

export function replyToWantIdeas(turn: Turn, _pending: PendingOf<'want-ideas'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  return reply.kind === 'yes' ? turn.dialogue.answer(asIf(turn, 'SuggestServiceIntent', {})) : 'not-an-answer';
}
