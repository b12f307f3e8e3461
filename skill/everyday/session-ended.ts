import type { HandlerInput } from 'ask-sdk-core';
import type { Response, SessionEndedRequest } from 'ask-sdk-model';
import { carryOut } from '../carry-out.ts';
import { dialogue } from '../converse.ts';
import { recall } from '../memory.ts';
import type { Pending } from '../pending-question.ts';
import type { SkillServices } from '../services.ts';
import { tell } from '../answer.ts';
import { turnFor, type Turn } from '../turn.ts';
import { whoIsSpeaking } from '../who-is-speaking.ts';
import { taskOf } from './aside.ts';
import { whatWeWereDoing } from './on-the-way.ts';

/**
 * The line dropped or the person fell silent. Nothing may be said; what was on its way to being done is kept, to be taken up
 * within a day. Whoever ended it themselves is not asked about it again.
 */
export async function sessionEnded({ requestEnvelope, responseBuilder }: HandlerInput, services: SkillServices): Promise<Response> {
  const memory = recall(requestEnvelope.session?.attributes);
  const left = leftOpen(memory);
  const { reason } = requestEnvelope.request as SessionEndedRequest;
  if (left === undefined || reason === 'USER_INITIATED') return responseBuilder.getResponse();
  const record = await whoIsSpeaking(requestEnvelope, memory, services);
  if (record !== undefined) await keep(turnFor(record, { intent: 'SessionEnded', slots: {}, confidence: 1, memory, services, dialogue }, requestEnvelope), left);
  return responseBuilder.getResponse();
}

/** What was being asked, if it was on its way to something; else what had been left for something else. */
function leftOpen({ pending, aside }: Turn['memory']): Pending | undefined {
  if (pending?.kind === 'send-request' || pending?.kind === 'take-up-again') return undefined;
  return [pending, aside?.pending].find((each) => each !== undefined && taskOf(each) !== undefined);
}

async function keep(turn: Turn, question: Pending): Promise<void> {
  const what = await whatWeWereDoing(turn, question);
  if (what === undefined) return;
  await carryOut(turn, () => ({ answer: tell(), change: { unfinished: { what, data: question, at: turn.now }, audit: [{ action: 'unfinished-kept', by: 'speaker', about: question.kind }] } }));
}
