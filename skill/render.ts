import type { Directive as AlexaDirective, RequestEnvelope, Response } from 'ask-sdk-model';
import type { SpeechPassport } from '../models/household/index.ts';
import { linesOf, plainAnswer, type Answer } from './answer.ts';
import { remindersScope } from './reminder/speaker-reminders.ts';
import { screenDirective, supportsScreen } from './screen/screen-directive.ts';
import { ssml } from './ssml.ts';

/** How this answer may be shown: cards go to a phone app that others may read. */
export interface Showing { readonly passport: Pick<SpeechPassport, 'pacePercent' | 'pauseMs'>; readonly mayShowCard: boolean }

const cardTitle = 'My Care';

/** Turns an answer into Alexa's words: speech, reprompt, card and screen all say the same thing. */
export function render(answer: Answer, { passport, mayShowCard }: Showing, envelope: RequestEnvelope): Response {
  const response: Response = {
    outputSpeech: { type: 'SSML', ssml: ssml(linesOf(answer), passport) },
    shouldEndSession: answer.ask === undefined,
  };
  if (answer.ask !== undefined) response.reprompt = { outputSpeech: { type: 'SSML', ssml: ssml([answer.ask.reprompt], passport) } };
  if (mayShowCard) response.card = { type: 'Simple', title: cardTitle, content: plainAnswer(answer) };
  if (answer.offersPermission === true) response.card = { type: 'AskForPermissionsConsent', permissions: [remindersScope] };
  const directives = [...(answer.directives ?? [])] as unknown as AlexaDirective[];
  // A task answers with its own directive alone: its screen is the routine's.
  if (supportsScreen(envelope) && answer.directives === undefined) directives.push(screenDirective(answer, envelope) as unknown as AlexaDirective);
  if (directives.length > 0) response.directives = directives;
  return response;
}
