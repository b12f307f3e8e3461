import { recordFeedback, themeOf, type Feedback } from '../../models/outcome/index.ts';
import { addDays } from '../../models/shared/index.ts';
import { visitsBetween } from '../../models/care-visit/index.ts';
import { ask, tell, type Answer } from '../answer.ts';
import { isGuarded } from '../household/private-answers.ts';
import { carryOut } from '../carry-out.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Turn } from '../turn.ts';
import { workerWords } from '../care-visit/speech.ts';

const longestWords = 300;

/** "It went well, she was lovely." Kept in the person's own words, with the visit it is most likely about. */
export function howItWent(turn: Turn): Answer | Promise<Answer> {
  const words = turn.slots['words']?.value.slice(0, longestWords);
  if (words === undefined) return ask([], 'How did it go?', { kind: 'how-did-it-go' }, 'Say: it went, and then your own words.');
  const about = lastVisit(turn);
  const feedback: Feedback = { id: turn.actionId, about, words, at: turn.now, theme: themeOf(words, about) };
  return carryOut(turn, (now) => ({
    answer: tell('Thank you. I’ve kept that in your own words.', ...(isGuarded(turn) ? [] : [`It’s noted for ${about.name}.`])),
    change: { outcomeBook: recordFeedback(now.record.outcomeBook, feedback), audit: [{ action: 'feedback-kept', by: 'person', about: about.kind }] },
  }));
}

function lastVisit({ record: { visitBook }, today, zone, now }: Turn): Feedback['about'] {
  const been = visitsBetween(visitBook, addDays(today, -2), today, zone).filter((visit) => visit.startsAt <= now && visit.status !== 'cancelled' && visit.status !== 'missed');
  const last = been.at(-1);
  return last === undefined ? { kind: 'general', name: 'your record' } : { kind: 'visit', id: last.id, name: `the visit from ${workerWords(visitBook, last)}` };
}

/** Free words come by their own intent; here only "nothing, leave it" can be heard. */
export function replyToHowDidItGo(_turn: Turn, _pending: PendingOf<'how-did-it-go'>, reply: Reply): Answer | 'not-an-answer' {
  return reply.kind === 'no' ? tell('Right you are.') : 'not-an-answer';
}
