import type { HandlerInput } from 'ask-sdk-core';
import type { IntentRequest, RequestEnvelope, Response } from 'ask-sdk-model';
import { isCounted, usualPassport } from '../../models/household/index.ts';
import { converse, dialogue } from '../converse.ts';
import { recall } from '../memory.ts';
import { render } from '../render.ts';
import type { SkillServices } from '../services.ts';
import { readSlots, type SlotBag } from '../slots.ts';
import { turnFor, type Guess } from '../turn.ts';
import { speakerIn, whoIsSpeaking } from '../who-is-speaking.ts';
import { heardTurn } from './heard-turn.ts';
import { wordsFor } from './intent-words.ts';
import { listenForNames } from './listen-for-names.ts';
import { speak } from './speak.ts';
import { answerUnknownSpeaker } from './unknown-speaker.ts';

/** Anything a person says, presses or opens. */
export async function talk(input: HandlerInput, services: SkillServices): Promise<Response> {
  const envelope = input.requestEnvelope;
  const memory = recall(envelope.session?.attributes);
  const said = whatWasSaid(envelope);
  const record = await whoIsSpeaking(envelope, memory, services);
  if (record === undefined) return unknownSpeaker(envelope, said, services);
  const turn = turnFor(record, { ...said, memory, services, dialogue }, envelope);
  const answer = await converse(turn);
  const heard = heardTurn(turn, answer);
  if (heard !== undefined && isCounted(record.household)) services.heard?.({ councilId: record.councilId, personId: record.personId, actionId: turn.actionId }, heard);
  const response = speak(input, turn, answer);
  return listenForNames(response, turn, input.attributesManager.getSessionAttributes());
}

async function unknownSpeaker(envelope: RequestEnvelope, said: { intent: string; slots: SlotBag }, services: SkillServices): Promise<Response> {
  const speaker = speakerIn(envelope, services);
  const answer = await answerUnknownSpeaker(said, speaker, services);
  return render(answer, { passport: usualPassport, mayShowCard: false }, envelope);
}

/** Launching is an intent of its own to us; a press on the screen is a choice. */
function whatWasSaid(envelope: RequestEnvelope): { intent: string; slots: SlotBag; confidence: number; guesses?: readonly Guess[] } {
  const { request } = envelope;
  if (request.type === 'IntentRequest') return { intent: request.intent.name, slots: readSlots(request.intent.slots), confidence: confidenceIn(request), guesses: guessesIn(request) };
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

/** What else it may have been. Read with suspicion: only things we can name, and a likeliness that is one. */
function guessesIn(request: IntentRequest): readonly Guess[] {
  const { guesses } = request.intent as { guesses?: unknown };
  if (!Array.isArray(guesses)) return [];
  return guesses.slice(0, 5).filter(isGuess).map(({ intent, confidence }) => ({ intent, confidence }));
}

function isGuess(guess: unknown): guess is Guess {
  const { intent, confidence } = (guess ?? {}) as { intent?: unknown; confidence?: unknown };
  return typeof intent === 'string' && wordsFor(intent) !== undefined && typeof confidence === 'number' && confidence >= 0 && confidence <= 1;
}
