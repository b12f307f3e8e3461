import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import type { Answer } from '../answer.ts';
import { fitToHear } from '../fit-to-hear.ts';
import { render } from '../render.ts';
import type { Turn } from '../turn.ts';
import { remember } from './remember.ts';

/** Says an answer to a person we know, at the length and pace they can take in, and remembers it for the next turn. */
export function speak(input: HandlerInput, turn: Turn, said: Answer): Response {
  const envelope = input.requestEnvelope;
  const answer = fitToHear(said);
  const after = remember(turn, answer);
  if (envelope.session !== undefined) input.attributesManager.setSessionAttributes({ ...after });
  const { household } = turn.record;
  return render(answer, { passport: answer.passport ?? household.passport, mayShowCard: household.privacy.answers === 'open' }, envelope);
}
