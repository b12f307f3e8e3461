import { ask, listLength, tell, type Answer } from '../answer.ts';
import { quote, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { countWord } from '../words/index.ts';

/** "What am I working towards?" The plan's own words. */
export function myGoals(turn: Turn): Answer {
  const { goals } = turn.record.outcomeBook;
  const { council, passport } = turn.record.household;
  if (goals.length === 0) return tell('I can’t see any goals in your plan yet.', `You can ask ${council.adviser} about it.`);
  const most = Math.min(listLength(passport), goals.length);
  const read = goals.slice(0, most).map((goal) => say`${quote(goal.words)}.`);
  const rest = goals.length > most ? [`And ${countWord(goals.length - most)} more.`] : [];
  return {
    ...ask(
      [`Your plan says ${goals.length === 1 ? 'one thing' : `${countWord(goals.length)} things`}.`, ...read, ...rest],
      'Shall I suggest something that fits?', { kind: 'want-ideas' }, 'Say yes please and I’ll find something that fits your plan.',
    ),
    screen: { kind: 'list', title: 'What I’m working towards', items: goals.map((goal) => ({ id: goal.id, primary: goal.words })) },
  };
}
