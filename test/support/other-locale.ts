// Talks to the skill in a locale of one's choosing: intents in, what is spoken out.
import { intentRequest, launchRequest } from './alexa-request.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { skillUnderTest } from './skill-under-test.ts';

export async function requestIn(locale: string, talk: readonly string[]): Promise<readonly string[]> {
  const { services } = await skillUnderTest();
  const spoken: string[] = [];
  let attributes = {};
  for (const [place, intent] of talk.entries()) {
    const from = { locale, userId: deskAlexaId('margaret'), isNew: place === 0, attributes };
    const envelope = intent === 'launch' ? launchRequest(from) : intentRequest(intent, {}, from);
    const { response, sessionAttributes } = await services.ask(envelope);
    attributes = sessionAttributes ?? {};
    spoken.push(response.outputSpeech?.type === 'SSML' ? response.outputSpeech.ssml : '');
  }
  return spoken;
}
