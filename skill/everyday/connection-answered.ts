import type { HandlerInput } from 'ask-sdk-core';
import type { Response } from 'ask-sdk-model';
import { usualPassport } from '../../models/household/index.ts';
import { ask, type Answer } from '../answer.ts';
import { dialogue } from '../converse.ts';
import { recall } from '../memory.ts';
import { permissionAnswer, permissionAnswered } from '../reminder/permission.ts';
import { render } from '../render.ts';
import type { SkillServices } from '../services.ts';
import { turnFor } from '../turn.ts';
import { whoIsSpeaking } from '../who-is-speaking.ts';
import { offerMore } from './anything-else.ts';
import { usualHelp } from './launch.ts';
import { speak } from './speak.ts';

/** Amazon hands the person back to us after a dialogue of its own: the talk goes on, whatever came of it. */
export async function connectionAnswered(input: HandlerInput, services: SkillServices): Promise<Response> {
  const envelope = input.requestEnvelope;
  const permission = permissionAnswer(envelope.request);
  const memory = recall(envelope.session?.attributes);
  const record = permission === undefined ? undefined : await whoIsSpeaking(envelope, memory, services);
  if (permission === undefined || record === undefined) return render(goOn(envelope.request), { passport: usualPassport, mayShowCard: false }, envelope);
  const turn = turnFor(record, { intent: 'SetReminderIntent', slots: {}, confidence: 1, memory, services, dialogue }, envelope);
  return speak(input, turn, await offerMore(turn, await permissionAnswered(turn, permission)));
}

function goOn(request: unknown): Answer {
  return hasFailed(request)
    ? ask(['That didn’t go through, so nothing has changed.'], 'What would you like to do?', { kind: 'anything-else' }, usualHelp)
    : ask(['We’re back.'], 'What would you like to know?', { kind: 'anything-else' }, usualHelp);
}

function hasFailed(request: unknown): boolean {
  const { status, cause } = request as { status?: { code?: unknown }; cause?: { status?: { code?: unknown } } };
  const code = status?.code ?? cause?.status?.code;
  return (typeof code === 'string' || typeof code === 'number') && Number(code) !== 200;
}
