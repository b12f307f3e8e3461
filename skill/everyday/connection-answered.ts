import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { usualPassport } from '../../models/household/index.ts';
import { ask, type Answer } from '../answer.ts';
import { render } from '../render.ts';
import { usualHelp } from './launch.ts';

/** Amazon hands the person back to us after a dialogue of its own: the talk goes on, whatever came of it. */
export function connectionAnswered(input: HandlerInput): Response {
  const answer: Answer = hasFailed(input.requestEnvelope.request)
    ? ask(['That didn’t go through, so nothing has changed.'], 'What would you like to do?', { kind: 'anything-else' }, usualHelp)
    : ask(['We’re back.'], 'What would you like to know?', { kind: 'anything-else' }, usualHelp);
  return render(answer, { passport: usualPassport, mayShowCard: false }, input.requestEnvelope);
}

function hasFailed(request: unknown): boolean {
  const { status, cause } = request as { status?: { code?: unknown }; cause?: { status?: { code?: unknown } } };
  const code = status?.code ?? cause?.status?.code;
  return (typeof code === 'string' || typeof code === 'number') && Number(code) !== 200;
}
