import { ask, tell, type Answer } from '../answer.ts';
import { carryOut } from '../carry-out.ts';
import { firstToCall } from '../household/first-to-call.ts';
import { leaveWordFor } from '../message/leave-word.ts';
import { askSomebodyElse } from '../household/somebody-else.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import { simplerFromNowOn } from '../speech-passport/simpler.ts';
import { phone, say } from '../ssml.ts';
import type { Turn } from '../turn.ts';
import { answersTo } from './answers-to.ts';
import { ownEntry } from '../own-entry.ts';
import { questionToKeep } from './aside.ts';
import { offeredWords, topicWords, wordsFor } from './intent-words.ts';
import { heardIn, likeliestTwo, placeOf } from './likeliest.ts';
import { keepOpen, openQuestion } from './open-question.ts';

/**
 * Not understood: first what would answer our question, or the two likeliest things; then less to choose from in simpler
 * words; then a person. Never the same words twice, and a question of ours is never lost by it.
 */
export function didNotCatch(turn: Turn, rejected: readonly string[] = []): Answer | Promise<Answer> {
  const kept = questionToKeep(turn);
  if (turn.memory.misses === 0) return openQuestion(turn) === undefined ? whichOfTwo(turn, rejected) : whatWouldAnswer(turn);
  if (turn.memory.misses === 1) return simplerFromNowOn(turn, kept === undefined ? oneTopic(turn, rejected) : goOnOr(turn));
  return tryAnotherWay(turn);
}

function whatWouldAnswer(turn: Turn): Answer {
  const help = ownEntry(answersTo, turn.memory.pending?.kind);
  return { ...keepOpen(turn, 'I didn’t catch that.', ...(help === undefined ? [] : [help])), isMiss: true };
}

function whichOfTwo(turn: Turn, rejected: readonly string[]): Answer {
  const [first, second] = likeliestTwo(placeOf(turn), rejected);
  return {
    ...ask(
      ['I didn’t catch that.'], `Is it ${offeredWords(first)}, or ${offeredWords(second)}?`, { kind: 'which-of-two', first, second },
      'You can say the first one, or the second one. Or say something else.',
    ),
    isMiss: true,
  };
}

const stillNotClear = 'Sorry, still not clear to me.';

/** One thing to say yes or no to, in a word. */
function oneTopic(turn: Turn, rejected: readonly string[]): Answer {
  const [likeliest] = likeliestTwo(placeOf(turn), rejected);
  const { words, said } = topicWords[wordsFor(likeliest.intent)?.topic ?? 'visits'];
  return { ...ask([stillNotClear], `Is it ${words}?`, { kind: 'is-that-right', ...said }, 'Say yes please, or tell me what you’d like instead.'), isMiss: true };
}

/** In the middle of something: to go on with it, or what was heard if anything was. */
function goOnOr(turn: Turn): Answer {
  const [heard] = heardIn({ heard: turn.guesses });
  const other = heard ?? { intent: 'AMAZON.NextIntent', slots: {} };
  return {
    ...ask(
      [stillNotClear], heard === undefined ? 'Shall we go on with that, or something else?' : `Shall we go on with that, or is it ${offeredWords(other)}?`,
      { kind: 'which-of-two', first: { intent: 'ResumeIntent', slots: {} }, second: other }, 'Say go on with that, and I’ll ask you again. Or say something else.',
    ),
    isMiss: true,
  };
}

function tryAnotherWay(turn: Turn): Answer {
  const { household } = turn.record;
  const ring = say`You can ring the care line on ${phone(household.council.careLinePhone)}.`;
  const relative = firstToCall(household);
  const isAskedAlready = turn.memory.pending?.kind === 'call-me';
  if (relative === undefined) return { ...tell('Let’s try another way.', ring), isMiss: true, isGoodbye: true };
  return {
    ...ask(
      [isAskedAlready ? 'I still can’t make that out.' : 'Let’s try another way.', ring],
      isAskedAlready ? `Shall I leave word for ${relative.name} to ring you?` : `Would you like me to ask ${relative.name} to call you?`,
      { kind: 'call-me', memberId: relative.id }, `Say yes please, and I’ll leave word for ${relative.name}.`,
    ),
    isMiss: true,
  };
}

export function replyToCallMe(turn: Turn, { memberId }: PendingOf<'call-me'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  if (reply.kind === 'no') return { ...tell('Right you are.'), isGoodbye: true };
  if (reply.kind === 'meant') return askSomebodyElse(turn, reply, 'messages', ({ id }) => ({ kind: 'call-me', memberId: id }));
  if (reply.kind !== 'yes') return 'not-an-answer';
  return carryOut(turn, (now) => leaveWordFor(now, memberId, 'Please ring', 'Asked you to ring, please.'));
}
