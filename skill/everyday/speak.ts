import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { Answer } from '../answer.ts';
import { fitToHear } from '../fit-to-hear.ts';
import type { Memory } from '../memory.ts';
import { render } from '../render.ts';
import type { Turn } from '../turn.ts';

/** Says an answer to a person we know, at the length and pace they can take in, and remembers it for the next turn. */
export function speak(input: HandlerInput, turn: Turn, said: Answer): Response {
  const envelope = input.requestEnvelope;
  const answer = fitToHear(said);
  const after = remember(turn, answer);
  if (envelope.session !== undefined) input.attributesManager.setSessionAttributes({ ...after });
  const { household } = turn.record;
  return render(answer, { passport: answer.passport ?? household.passport, mayShowCard: household.privacy.answers === 'open' }, envelope);
}

function remember(turn: Turn, answer: Answer): Memory {
  const { memory, record } = turn;
  const isWorthRepeating = answer.isMiss !== true;
  const last = isWorthRepeating ? lastOf(answer) : memory.last;
  const pinPassed = memory.pinPassed === true || answer.pinPassed === true;
  return {
    council: record.councilId,
    person: record.personId,
    misses: answer.isMiss === true ? memory.misses + 1 : 0,
    ...(answer.ask !== undefined && { pending: answer.ask.pending }),
    ...((answer.focus ?? memory.focus) !== undefined && { focus: { ...memory.focus, ...answer.focus } }),
    ...(last !== undefined && { last }),
    ...(pinPassed && { pinPassed }),
    ...((memory.hasNudged === true || answer.hasNudged === true) && { hasNudged: true }),
  };
}

function lastOf(answer: Answer): NonNullable<Memory['last']> {
  return {
    tell: answer.tell,
    ...(answer.ask !== undefined && { words: answer.ask.words, reprompt: answer.ask.reprompt }),
    ...(answer.screen !== undefined && { screen: answer.screen }),
  };
}
