import type { HandlerInput } from 'ask-sdk-core';
import type { IntentRequest, RequestEnvelope, Response } from 'ask-sdk-model';
import { usualPassport } from '../../models/household/index.ts';
import type { Answer } from '../answer.ts';
import { converse, dialogue } from '../converse.ts';
import { fitToHear } from '../fit-to-hear.ts';
import { recall, type Memory } from '../memory.ts';
import { render } from '../render.ts';
import type { SkillServices } from '../services.ts';
import { readSlots, type SlotBag } from '../slots.ts';
import { turnFor, type Turn } from '../turn.ts';
import { speakerIn, whoIsSpeaking } from '../who-is-speaking.ts';
import { answerUnknownSpeaker } from './unknown-speaker.ts';

/** Anything a person says, presses or opens. */
export async function talk(input: HandlerInput, services: SkillServices): Promise<Response> {
  const envelope = input.requestEnvelope;
  const memory = recall(envelope.session?.attributes);
  const said = whatWasSaid(envelope);
  const record = await whoIsSpeaking(envelope, memory, services);
  if (record === undefined) return unknownSpeaker(envelope, said, services);
  const turn = turnFor(record, { ...said, memory, services, dialogue }, envelope);
  const answer = fitToHear(await converse(turn));
  const after = remember(turn, answer);
  if (envelope.session !== undefined) input.attributesManager.setSessionAttributes({ ...after });
  const { household } = record;
  return render(answer, { passport: answer.passport ?? household.passport, mayShowCard: household.privacy.answers === 'open' }, envelope);
}

async function unknownSpeaker(envelope: RequestEnvelope, said: { intent: string; slots: SlotBag }, services: SkillServices): Promise<Response> {
  const speaker = speakerIn(envelope, services);
  const answer = await answerUnknownSpeaker(said, speaker, services);
  return render(answer, { passport: usualPassport, mayShowCard: false }, envelope);
}

/** Launching is an intent of its own to us; a press on the screen is a choice. */
function whatWasSaid(envelope: RequestEnvelope): { intent: string; slots: SlotBag; confidence: number } {
  const { request } = envelope;
  if (request.type === 'IntentRequest') return { intent: request.intent.name, slots: readSlots(request.intent.slots), confidence: confidenceIn(request) };
  if (request.type === 'Alexa.Presentation.APL.UserEvent') {
    const id: unknown = request.arguments?.[1];
    return { intent: 'ChooseIntent', slots: typeof id === 'string' ? { service: { value: id, id } } : {}, confidence: 1 };
  }
  return { intent: 'Launch', slots: {}, confidence: 1 };
}

/** Amazon does not say how sure it is; our own understanding does, beside the intent. */
function confidenceIn(request: IntentRequest): number {
  const { confidence } = request.intent as { confidence?: unknown };
  return typeof confidence === 'number' && confidence >= 0 && confidence <= 1 ? confidence : 1;
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

