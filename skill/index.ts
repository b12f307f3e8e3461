import type { HandlerInput, RequestHandler } from 'ask-sdk-core';
// Past the SDK's front door, which also loads templates and HTTP clients that we have no use for.
import { CustomSkillFactory } from 'ask-sdk-core/dist/skill/factory/CustomSkillFactory.js';
import type { LaunchRequest, RequestEnvelope, ResponseEnvelope, services as alexa } from 'ask-sdk-model';
import { canFulfill } from './everyday/can-fulfill.ts';
import { connectionAnswered } from './everyday/connection-answered.ts';
import { messageReceived } from './everyday/message-received.ts';
import { ranTask } from './everyday/ran-task.ts';
import { sessionEnded } from './everyday/session-ended.ts';
import { skillEvent } from './everyday/skill-event.ts';
import { talk } from './everyday/talk.ts';
import { withGaps } from './gaps.ts';
import { unknownRequest } from './everyday/unknown-request.ts';
import { wentWrong } from './everyday/went-wrong.ts';
import type { SkillServices } from './services.ts';

export type { SkillServices, SkillLog, Pins } from './services.ts';

/** Answers one of Alexa's requests. Refuses (throws) a request meant for another skill. */
export type AskSkill = (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;

/** The skill: which request goes to whom, in order; the first that can, does. */
export function createSkill(services: SkillServices, apiClient?: alexa.ApiClient): AskSkill {
  const builder = CustomSkillFactory.init()
    .withSkillId(services.skillId)
    .addRequestHandlers(
      when(isTask, (input) => ranTask(input, services)),
      when(isTalk, (input) => talk(input, services)),
      when(isOneOf('SessionEndedRequest'), (input) => sessionEnded(input, services)),
      when(isOneOf('Connections.Response', 'SessionResumedRequest'), (input) => connectionAnswered(input, services)),
      when(isOneOf('Messaging.MessageReceived'), (input) => messageReceived(input, services)),
      when(isOneOf('CanFulfillIntentRequest'), canFulfill),
      when(startsWith('AlexaSkillEvent.'), (input) => skillEvent(input, services)),
      when(() => true, unknownRequest),
    )
    .addErrorHandlers(wentWrong(services));
  const skill = (apiClient === undefined ? builder : builder.withApiClient(apiClient)).create();
  return (envelope) => skill.invoke(envelope);
}

function when(canHandle: (type: string, input: HandlerInput) => boolean, handle: RequestHandler['handle']): RequestHandler {
  return { canHandle: (input) => canHandle(input.requestEnvelope.request.type, input), handle };
}

const talkTypes: readonly string[] = ['LaunchRequest', 'IntentRequest', 'Alexa.Presentation.APL.UserEvent'];
const isTalk = (type: string) => talkTypes.includes(type);
const isOneOf = (...types: readonly string[]) => (type: string) => types.includes(type);
const startsWith = (prefix: string) => (type: string) => type.startsWith(prefix);

function isTask(type: string, { requestEnvelope: { request } }: HandlerInput): boolean {
  return type === 'LaunchRequest' && withGaps(request as LaunchRequest).task !== undefined;
}
