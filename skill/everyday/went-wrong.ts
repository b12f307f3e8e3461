import type { ErrorHandler } from 'ask-sdk-core';
import { usualPassport } from '../../models/household/index.ts';
import { tell, type Answer } from '../answer.ts';
import { render } from '../render.ts';
import type { SkillServices } from '../services.ts';
import { phone, say } from '../ssml.ts';
import { safetyWords } from './i-need-help.ts';

const speechless: readonly string[] = ['SessionEndedRequest', 'CanFulfillIntentRequest'];

/** A fault of ours: one kind sentence for the person, whom to ring, and a code for the log. Cries for help still get the safety words. */
export function wentWrong(services: SkillServices): ErrorHandler {
  return {
    canHandle: () => true,
    handle: ({ requestEnvelope, responseBuilder }, error) => {
      const { request } = requestEnvelope;
      services.log.fault(codeOf(error), { request: request.type }, error);
      if (speechless.includes(request.type) || !('locale' in request) || requestEnvelope.session === undefined) return responseBuilder.getResponse();
      const isCryForHelp = request.type === 'IntentRequest' && request.intent.name === 'INeedHelpIntent';
      const answer = isCryForHelp ? safetyWords(services.helpPhone) : sorry(services.helpPhone);
      return render(answer, { passport: usualPassport, mayShowCard: false }, requestEnvelope);
    },
  };
}

function sorry(helpPhone: string): Answer {
  return tell('I’m sorry, I can’t get at your record just now.', say`Please try again in a minute, or ring ${phone(helpPhone)}.`);
}

function codeOf(error: unknown): string {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' ? code : 'unexpected';
}
