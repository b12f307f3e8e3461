import { randomUUID } from 'node:crypto';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import type { Instant } from '../models/shared/index.ts';
import { alexaEnvelope } from '../lambda/desk-speaker/alexa-envelope.ts';
import { deskAlexaId } from '../lambda/desk-speaker/desk-alexa-id.ts';

const skillId = 'amzn1.ask.skill.demonstration';

/** "When is my next visit?", asked out of the blue on somebody's speaker. */
export function nextVisitRequest(person: string, at: Instant): RequestEnvelope {
  return alexaEnvelope(
    { skillId, alexaId: deskAlexaId(person), sessionId: randomUUID(), isNew: true, attributes: {}, device: 'speaker', at, requestId: randomUUID() },
    { kind: 'intent', name: 'NextCareVisitIntent', slots: {}, confidence: 1 },
  );
}

type Ask = (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;

/** Times each turn in microseconds; `apart` is taken off each, such as the store's part in it. */
export async function timeTurns(ask: Ask, requests: readonly RequestEnvelope[], apart: () => number = () => 0): Promise<readonly number[]> {
  const found: number[] = [];
  for (const request of requests) {
    const apartBefore = apart();
    const from = performance.now();
    await ask(request);
    found.push((performance.now() - from - (apart() - apartBefore)) * 1000);
  }
  return found;
}

/** Both in turns of a hundred, so that a slow moment of the machine falls on both. */
export async function sideBySide(rounds: number, one: () => Promise<readonly number[]>, other: () => Promise<readonly number[]>): Promise<[number[], number[]]> {
  const found: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    found[0].push(...await one());
    found[1].push(...await other());
  }
  return found;
}
