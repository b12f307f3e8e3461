// Keeps one promise: no answer leaves a test that Alexa would refuse, cut short or read wrongly.
import { isDeepStrictEqual } from 'node:util';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { brokenDirectiveRules } from './directive-rules.ts';
import { responseShape, type Shape, type ShapeCard, type ShapeSpeech } from './response-shape.ts';
import { readSsml, type Speech } from './ssml-rules.ts';

/** Every rule this response breaks, in words; an empty list is a good response. Sources: Amazon's limits and our own, stricter ones. */
export function brokenRules(response: ResponseEnvelope, request?: RequestEnvelope): string[] {
  const json = (JSON.stringify(response) as string | undefined) ?? 'null';
  const read = responseShape.safeParse(JSON.parse(json));
  if (!read.success) return read.error.issues.map(({ path, message }) => `${path.join('.') || 'The response'}: ${message}`);
  const { response: answer } = read.data;
  const type = (request?.request as { readonly type?: string } | undefined)?.type;
  const spoken = answer.outputSpeech && speechIn(answer.outputSpeech);
  const again = answer.reprompt && speechIn(answer.reprompt.outputSpeech);
  return [
    ...sizeRules(json, response, read.data),
    ...speechRules('Speech', answer.outputSpeech, spoken),
    ...speechRules('Reprompt', answer.reprompt?.outputSpeech, again),
    ...(answer.card === undefined ? [] : cardRules(answer.card)),
    ...(isSilent(type) ? silenceRules(answer, type) : isUnheardOf(type) && spoken === undefined ? [] : talkRules(answer, spoken, again, type)),
    ...brokenDirectiveRules(answer.directives ?? [], request, answer.shouldEndSession),
  ];
}

type Answer = Shape['response'];
const mostBytes = 24_000;
const mostCharacters = 8_000;
const mostWordsSpoken = 1_000;

function sizeRules(json: string, response: ResponseEnvelope, read: Shape): string[] {
  const bytes = Buffer.byteLength(json);
  const broken = bytes > mostBytes ? [`The response is ${bytes} bytes, over ${mostBytes}`] : [];
  const kept = withoutUndefined(response.sessionAttributes);
  if (!isDeepStrictEqual(kept, read.sessionAttributes)) broken.push('Session attributes do not survive being sent as JSON');
  return broken;
}

/** `undefined` fields are left out of JSON on purpose; dates, maps, NaN and the like are not. */
function withoutUndefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutUndefined);
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined).map(([key, each]) => [key, withoutUndefined(each)]));
}

function speechIn(speech: ShapeSpeech): Speech {
  return speech.type === 'SSML' ? readSsml(speech.ssml) : { words: speech.text.trim(), broken: [] };
}

function speechRules(name: string, speech: ShapeSpeech | undefined, read: Speech | undefined): string[] {
  if (speech === undefined || read === undefined) return [];
  const sent = speech.type === 'SSML' ? speech.ssml : speech.text;
  const broken = read.broken.map((rule) => `${name}: ${rule}`);
  if (read.words === '') broken.push(`${name} says nothing`);
  if (sent.length > mostCharacters) broken.push(`${name} is ${sent.length} characters, over Alexa's ${mostCharacters}`);
  if (read.words.length > mostWordsSpoken) broken.push(`${name} is ${read.words.length} characters to listen to, over our ${mostWordsSpoken}`);
  if (helpIsComing.test(read.words)) broken.push(`${name} says that help is coming, which we cannot know`);
  return broken;
}

/** Only a person who has answered can make this true; no speech of ours may say it on its own. */
const helpIsComing = /\b(help|ambulance) is (on (its|their|the) way|coming)\b|\b(i|we)('ve| have)? (called|rung|phoned) (999|112|an ambulance|the ambulance|the police|emergency)|emergency services have been/i;

function cardRules(card: ShapeCard): string[] {
  const text = card.type === 'Simple' ? card.title + card.content : card.type === 'Standard' ? card.title + card.text : '';
  const broken = text.length > mostCharacters ? [`The card is ${text.length} characters, over ${mostCharacters}`] : [];
  if (/<\/?(speak|break|prosody|say-as|s|p)\b/.test(text)) broken.push('The card shows SSML');
  return broken;
}

const isSilent = (type: string | undefined): boolean => type !== undefined
  && /^(SessionEndedRequest|CanFulfillIntentRequest|AlexaSkillEvent\..*|Reminders\..*|Messaging\..*|Alexa\.Presentation\.APL\.RuntimeError)$/.test(type);

/** A type that does not exist yet: to say nothing is right, and so is a proper answer. */
const isUnheardOf = (type: string | undefined): boolean => type !== undefined
  && !/^(LaunchRequest|IntentRequest|Alexa\.Presentation\.APL\.UserEvent|SessionResumedRequest|Connections\.Response)$/.test(type);

function silenceRules(answer: Answer, type: string | undefined): string[] {
  const broken = (['outputSpeech', 'reprompt', 'card', 'directives'] as const).filter((part) => answer[part] !== undefined).map((part) => `${type} is answered with ${part}`);
  if (answer.shouldEndSession === false) broken.push(`${type} is answered with an open session`);
  if (type === 'CanFulfillIntentRequest' && answer.canFulfillIntent === undefined) broken.push('CanFulfillIntentRequest is answered without canFulfillIntent');
  return broken;
}

function talkRules(answer: Answer, spoken: Speech | undefined, again: Speech | undefined, type: string | undefined): string[] {
  const isOpen = answer.shouldEndSession === false;
  const asks = spoken !== undefined && /\?["'”’)]*$/.test(spoken.words);
  const handsOver = (answer.directives ?? []).some((each) => /^(Connections|Dialog\.Delegate|Tasks)/.test(each.type));
  const broken: string[] = [];
  if (spoken === undefined && !handsOver && type !== undefined) broken.push(`${type} is answered with silence`);
  if (isOpen && !asks) broken.push('The session is left open but the speech does not end with a question');
  if (!isOpen && asks && !handsOver) broken.push('A question is asked but the session is not left open');
  if (isOpen !== (again !== undefined)) broken.push(isOpen ? 'The session is left open without a reprompt' : 'A reprompt without an open session');
  if (again !== undefined && again.words === spoken?.words) broken.push('The reprompt repeats the same words');
  if (answer.shouldEndSession === undefined && !handsOver) broken.push('The response does not say whether the session ends');
  if (answer.canFulfillIntent !== undefined) broken.push('canFulfillIntent answers only a CanFulfillIntentRequest');
  return broken;
}
