import { ask, type Answer } from '../answer.ts';
import { ownEntry } from '../own-entry.ts';
import type { Turn } from '../turn.ts';
import { answersTo } from './answers-to.ts';
import { firstHelpLines } from './help-lines.ts';
import { keepOpen, openQuestion } from './open-question.ts';

const otherHelp = 'For help right now, ring 999 or press your alarm.';

/** In the middle of a question, what would answer it; else what can be asked. And where help is if it is the other kind that is wanted. */
export function help(turn: Turn): Answer {
  const answers = openQuestion(turn) === undefined ? undefined : ownEntry(answersTo, turn.memory.pending?.kind);
  return answers === undefined ? whatCanBeAsked(turn) : keepOpen(turn, answers, otherHelp);
}

function whatCanBeAsked(turn: Turn): Answer {
  const { listLength } = turn.record.household.passport;
  const choices = ['who’s coming today', 'how much have I got', 'I need someone for the garden'].slice(0, Math.max(2, listLength));
  return {
    ...ask(
      [`You can say: ${choices.join('. Or: ')}.`, otherHelp],
      'What would you like?', { kind: 'anything-else' },
      'You can also say: any messages, or what happened to my request. To hear something again, say repeat.',
    ),
    screen: { kind: 'list', title: 'You can say', items: firstHelpLines.map((primary, index) => ({ id: `phrase-${index + 1}`, primary })) },
  };
}
