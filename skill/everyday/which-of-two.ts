import { ask, type Answer } from '../answer.ts';
import type { PendingOf, Reply } from '../pending-question.ts';
import type { Said } from '../slots.ts';
import { asIf, type Turn } from '../turn.ts';
import { didNotCatch } from './fallback.ts';
import { wordsFor } from './intent-words.ts';
import { usualHelp } from './launch.ts';
import { takeUpDue } from './on-the-way.ts';

/** "The first", "that one", "the visits one", "yes" after we offered two guesses; "no" and "neither" go a step further. */
export function replyToWhichOfTwo(turn: Turn, pending: PendingOf<'which-of-two'>, reply: Reply): Answer | Promise<Answer> | 'not-an-answer' {
  const { first, second } = pending;
  if (reply.kind === 'no') return isGoingOn(first) ? leaveIt(turn) : didNotCatch(turn, [first.intent, second.intent]);
  if (reply.kind === 'next') return isGoingOn(first) ? somethingElse() : didNotCatch(turn, [first.intent, second.intent]);
  const chosen = chosenFrom(pending, reply);
  return chosen === undefined ? 'not-an-answer' : take(turn, chosen);
}

/** One of the two said in its own words: "when Priya comes". */
export function namedOfTwo(turn: Turn): Answer | Promise<Answer> | undefined {
  const { pending } = turn.memory;
  if (pending?.kind !== 'which-of-two') return undefined;
  const named = [pending.first, pending.second].find(({ intent }) => intent === turn.intent && intent !== 'AMAZON.NextIntent');
  return named === undefined ? undefined : take(turn, { ...named, slots: { ...named.slots, ...turn.slots } });
}

function chosenFrom({ first, second }: PendingOf<'which-of-two'>, reply: Reply): Said | undefined {
  if (reply.kind === 'yes') return first;
  const position = reply.kind === 'choice' ? reply.position : reply.kind === 'amount' && reply.minutes === undefined ? reply.number : undefined;
  if (position !== undefined) return [first, second][position - 1];
  if (reply.kind !== 'choice' || reply.id !== undefined || reply.words !== undefined) return undefined;
  if (reply.quality === undefined || reply.quality === 'first-listed') return first;
  if (reply.quality === 'last-listed' || reply.quality === 'another') return second;
  const about = [first, second].filter(({ intent }) => `about-${wordsFor(intent)?.topic ?? ''}` === reply.quality);
  return about.length === 1 ? about[0] : undefined;
}

async function take(turn: Turn, said: Said): Promise<Answer> {
  if (isGoingOn(said)) return (await takeUpDue(turn, ['All right.'])) ?? somethingElse();
  if (said.intent === 'AMAZON.NextIntent') return somethingElse();
  return { ...(await turn.dialogue.answer(asIf(turn, said.intent, said.slots))), answers: said };
}

const isGoingOn = ({ intent }: Said) => intent === 'ResumeIntent';

/** A no is a no to what was being asked as well. */
async function leaveIt(turn: Turn): Promise<Answer> {
  const { aside } = turn.memory;
  const left = aside === undefined ? 'not-an-answer' : await turn.dialogue.reply(turn, aside.pending, { kind: 'no' });
  return left === 'not-an-answer' ? somethingElse() : { ...left, aside: 'dropped' };
}

function somethingElse(): Answer {
  return { ...ask(['All right.'], 'What would you like?', { kind: 'anything-else' }, usualHelp), aside: 'put-off' };
}
