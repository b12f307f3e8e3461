import { goalFor, isExcluded } from '../../models/outcome/index.ts';
import { leaveWord } from '../../models/message/index.ts';
import { categoryNamed, findServices, needWords } from '../../models/service/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import { unfinishedAfter } from '../everyday/aside.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { around, directoryOf } from '../service/services-near.ts';
import { serviceFacts } from '../service/service-facts.ts';
import { costWords } from '../service/speech.ts';
import { quote, say } from '../ssml.ts';
import { asIf, type Turn } from '../turn.ts';
import { capitalised } from '../words/index.ts';
import { onlyPounds } from '../words/said-pounds.ts';
import { budgetLeft } from './budget-left.ts';

/** "Can I use it for the bingo?" Answered from the person's own plan, quoting the line, or handed to the adviser. Never guessed. */
export async function canIUseBudget(turn: Turn): Promise<Answer> {
  const thing = turn.slots['thing']?.value;
  if (thing === undefined) return tell('Ask me about one thing, like: can I use it for bingo.');
  const pounds = onlyPounds(thing);
  if (pounds !== undefined) return budgetLeft(asIf(turn, 'BudgetLeftIntent', { pounds: { value: pounds } }));
  const { outcomeBook, household } = turn.record;
  const category = categoryNamed(thing);
  if (isExcluded(outcomeBook.excluded, category ?? thing) || isExcluded(outcomeBook.excluded, thing)) return askAdviser(turn, thing, ['Your plan says the money isn’t for that.']);
  const goal = (category === undefined ? undefined : goalFor(outcomeBook.goals, category)) ?? goalFor(outcomeBook.goals, thing);
  if (goal === undefined) return askAdviser(turn, thing, ['I can’t see that in your plan, so I won’t guess.']);
  const fits = say`Your plan says ${quote(goal.words)}, and ${withArticle(category === undefined ? thing : needWords(category))} fits that.`;
  const [found] = findServices(await directoryOf(turn), { ...around(turn), ...(category === undefined ? { words: thing } : { category }), limit: 1 });
  if (found === undefined) return tell(fits, `If you’re not sure, ask ${household.council.adviser}.`);
  return {
    ...ask([fits, `${capitalised(found.name)} is ${costWords(found)}.`], 'Shall I ask for it?', { kind: 'start-request', serviceId: found.service.id }, 'Say yes please to ask for it, or no thank you.'),
    focus: { serviceId: found.service.id, offered: [found.service.id] }, facts: { ...serviceFacts(found), 'in-short': fits },
  };
}

function askAdviser(turn: Turn, thing: string, first: readonly string[]): Answer {
  const { adviser } = turn.record.household.council;
  return ask([...first, `I can ask your adviser, ${adviser}.`], 'Shall I?', { kind: 'ask-adviser', words: thing }, `Say yes please and I’ll leave the question for ${adviser}.`);
}

export function replyToAskAdviser(turn: Turn, { words }: PendingOf<'ask-adviser'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return tell('Right you are.');
  if (reply.kind !== 'yes') return 'not-an-answer';
  const { council, name } = turn.record.household;
  const word = { id: `${turn.actionId}-question`, to: { kind: 'council' as const, name: council.adviser }, about: 'budget-question', words: `${name.preferred} asks: can the budget be used for ${words}?`, leftAt: turn.now };
  return carryOut(turn, (now) => ({
    answer: tell(`I’ve left the question for ${council.adviser}.`, 'Nothing is spent meanwhile.'),
    change: { messageBook: leaveWord(now.record.messageBook, word), ...unfinishedAfter(now, 'ask-adviser'), audit: [{ action: 'question-left', by: 'person', about: 'budget' }] },
  }));
}

/** "a lunch club", but "gardening". */
function withArticle(words: string): string {
  if (!/(?:club|group|centre|choir|class|rail|safe|loop|frame|aid|lesson|taxi|library|hairdresser)$/.test(words) || /^(?:a|an|the|my|our) /.test(words)) return words;
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
