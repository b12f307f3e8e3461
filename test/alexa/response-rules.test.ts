// Promise: the response validator lets good answers pass and names every fault that Alexa, or a listener, would meet.
import { describe, expect, test } from '@jest/globals';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import {
  canFulfillRequest, connectionsResponse, intentRequest, launchRequest, messageReceived, reminderEvent, screenFault, screenPressed, sessionEndedRequest, skillEvent, taskRequest, unknownRequest,
} from '../support/alexa-request.ts';
import { brokenRules } from '../support/response-rules.ts';

type Answer = Record<string, unknown>;
const envelope = (response: Answer, rest: Answer = {}): ResponseEnvelope => ({ version: '1.0', ...rest, response });
const ssml = (words: string) => ({ type: 'SSML', ssml: `<speak>${words}</speak>` });
const statement = (words: string, more: Answer = {}) => envelope({ outputSpeech: ssml(words), shouldEndSession: true, ...more });
const question = (words: string, more: Answer = {}) =>
  envelope({ outputSpeech: ssml(words), reprompt: { outputSpeech: ssml('Shall I say it again, or stop there?') }, shouldEndSession: false, ...more });
const aplDocument = (version: string) => ({ type: 'Alexa.Presentation.APL.RenderDocument', token: 'today', document: { type: 'APL', version, mainTemplate: {} } });
const elicit = { type: 'Dialog.ElicitSlot', slotToElicit: 'day' };
const handOver = { type: 'Connections.StartConnection', uri: 'connection://AMAZON.VerifyPerson/2' };
const completed = { type: 'Tasks.CompleteTask', status: { code: '200', message: 'ok' } };

describe('good answers break no rule', () => {
  test.each<[string, ResponseEnvelope, RequestEnvelope | undefined]>([
    ['a statement that ends the talk', statement('<s>Priya comes at half past eight.</s>'), launchRequest()],
    ['a question that waits for an answer', question('Shall I tell you about the other one?'), intentRequest('NextCareVisitIntent')],
    ['a question with no request to compare', question('Which day?'), undefined],
    ['every safe tag at once', statement('<p><s>Ring <say-as interpret-as="digits">020</say-as></s></p><prosody rate="85%">Now<break time="400ms"/></prosody><emphasis level="strong">Today</emphasis>'), undefined],
    ['escaped marks that a name may hold', statement('Marks &amp; Spencer &lt;3'), undefined],
    ['a screen for a device that has one', statement('Here it is.', { directives: [aplDocument('2022.1')] }), screenPressed(['choose', 'a'])],
    ['a screen on the television', statement('Here it is.', { directives: [aplDocument('2022.1')] }), launchRequest({ device: 'tv' })],
    ['a plain card', statement('Done.', { card: { type: 'Simple', title: 'My Care', content: 'Done.' } }), undefined],
    ['silence at the end of a session', envelope({}), sessionEndedRequest()],
    ['silence for a skill event', envelope({}), skillEvent('SkillDisabled', { userInformationPersistenceStatus: 'PERSISTED' })],
    ['silence for a reminder', envelope({}), reminderEvent('ReminderStarted', { alertToken: 'a' })],
    ['silence for a message', envelope({}), messageReceived({ kind: 'visit-changed' })],
    ['silence for a screen fault', envelope({}), screenFault()],
    ['silence for a kind of request that is new', envelope({}), unknownRequest()],
    ['an answer to a kind of request that is new', statement('Hello.'), unknownRequest()],
    ['whether we can help', envelope({ canFulfillIntent: { canFulfill: 'YES', slots: { day: { canUnderstand: 'YES', canFulfill: 'YES' } } } }), canFulfillRequest('CareVisitsOnDayIntent')],
    ['a task that is done', statement('You have two visits.', { directives: [completed] }), taskRequest('TodayBriefing')],
    ['a hand-over to a spoken PIN', envelope({ directives: [handOver] }), intentRequest('BudgetLeftIntent')],
    ['a question with attributes kept', { ...question('Which day?'), sessionAttributes: { misses: 0, left: undefined } }, undefined],
  ])('%s', (_name, response, request) => {
    expect(brokenRules(response, request)).toEqual([]);
  });
});

describe('each fault is named in words', () => {
  test.each<[string, ResponseEnvelope, RequestEnvelope | undefined, RegExp]>([
    ['no version', { response: {} } as unknown as ResponseEnvelope, undefined, /version/],
    ['nothing at all', undefined as unknown as ResponseEnvelope, undefined, /The response/],
    ['a misspelt field', statement('Hello.', { shouldEndsession: true }), undefined, /shouldEndsession/],
    ['speech without a type', envelope({ outputSpeech: { ssml: '<speak>Hi</speak>' }, shouldEndSession: true }), undefined, /outputSpeech/],
    ['a bare ampersand', statement('Marks & Spencer'), undefined, /well-formed/],
    ['an unclosed tag', statement('<s>Hello'), undefined, /well-formed/],
    ['a tag out of place', statement('<s>One<p>two</s></p>'), undefined, /well-formed/],
    ['an undeclared entity', statement('Caf&eacute;'), undefined, /well-formed/],
    ['sound from elsewhere', statement('<audio src="https://example.com/a.mp3"/>Hello.'), undefined, /<audio>/],
    ['an effect we do not use', statement('<amazon:effect name="whispered">Hello.</amazon:effect>'), undefined, /amazon:effect/],
    ['another voice', statement('<voice name="Brian">Hello.</voice>'), undefined, /<voice>/],
    ['a pause of a minute', statement('Wait<break time="60s"/>'), undefined, /break time/],
    ['a pause just over ten seconds', statement('Wait<break time="10.5s"/>'), undefined, /break time/],
    ['an unknown rate', statement('<prosody rate="snail">Hello.</prosody>'), undefined, /prosody rate/],
    ['a comment', statement('Hello.<!-- secret -->'), undefined, /comment/],
    ['a CDATA section', statement('<![CDATA[Hello.]]>'), undefined, /CDATA/],
    ['text outside speak', envelope({ outputSpeech: { type: 'SSML', ssml: 'Hello.' }, shouldEndSession: true }), undefined, /well-formed|begins/],
    ['another root', envelope({ outputSpeech: { type: 'SSML', ssml: '<s>Hello.</s>' }, shouldEndSession: true }), undefined, /begins/],
    ['speak inside speak', statement('<speak>Hello.</speak>'), undefined, /inside/],
    ['a direction mark', statement('Hello \u202Eevil'), undefined, /direction/],
    ['nothing to hear', statement('<break time="1s"/>'), undefined, /says nothing/],
    ['more than anyone can follow', statement('word '.repeat(220)), undefined, /listen to/],
    ['more than Alexa takes', statement(`Hello.${'<break time="9s"/>'.repeat(500)}`), undefined, /over Alexa's/],
    ['over 24,000 bytes', statement('Hello.', { card: { type: 'Simple', title: 'My Care', content: '😀'.repeat(6_001) } }), undefined, /bytes/],
    ['a card too long', statement('Hello.', { card: { type: 'Simple', title: 'My Care', content: 'a'.repeat(8_000) } }), undefined, /card is/],
    ['SSML on a card', statement('Hello.', { card: { type: 'Simple', title: 'My Care', content: '<speak>Hi</speak>' } }), undefined, /card shows/],
    ['an insecure picture', statement('Hello.', { card: { type: 'Standard', title: 'a', text: 'b', image: { smallImageUrl: 'http://example.com/a.png' } } }), undefined, /smallImageUrl/],
    ['a question that hangs up', statement('Which day?'), undefined, /not left open/],
    ['a statement that keeps listening', question('Priya comes at nine.'), undefined, /does not end with a question/],
    ['a question without a reprompt', question('Which day?', { reprompt: undefined }), undefined, /without a reprompt/],
    ['a reprompt after the end', statement('Goodbye.', { reprompt: { outputSpeech: ssml('Still there?') } }), undefined, /without an open session/],
    ['a reprompt that only repeats', question('Which day?', { reprompt: { outputSpeech: ssml('Which day?') } }), undefined, /same words/],
    ['an ending left unsaid', statement('Hello.', { shouldEndSession: undefined }), undefined, /whether the session ends/],
    ['a person left in silence', envelope({ shouldEndSession: true }), launchRequest(), /silence/],
    ['a bad answer to a kind of request that is new', question('Hello.'), unknownRequest(), /does not end with a question/],
    ['speech after the session', statement('Goodbye.'), sessionEndedRequest(), /answered with outputSpeech/],
    ['speech for a skill event', statement('Hello.'), skillEvent('SkillEnabled'), /answered with outputSpeech/],
    ['an open session for a message', envelope({ shouldEndSession: false }), messageReceived({ kind: 'a' }), /open session/],
    ['no word on whether we can help', envelope({}), canFulfillRequest('NextCareVisitIntent'), /without canFulfillIntent/],
    ['can-fulfil in an ordinary answer', statement('Hello.', { canFulfillIntent: { canFulfill: 'YES' } }), launchRequest(), /answers only/],
    ['a screen for a plain speaker', statement('Hello.', { directives: [aplDocument('2022.1')] }), launchRequest(), /without a screen/],
    ['a document too new for the device', statement('Hello.', { directives: [aplDocument('2025.1')] }), launchRequest({ device: 'hub' }), /newer/],
    ['a document without a token', statement('Hello.', { directives: [{ ...aplDocument('2022.1'), token: undefined }] }), undefined, /token/],
    ['a document without a template', statement('Hello.', { directives: [{ ...aplDocument('2022.1'), document: { type: 'APL', version: '2022.1' } }] }), undefined, /mainTemplate/],
    ['an unknown directive', statement('Hello.', { directives: [{ type: 'AudioPlayer.Play' }] }), undefined, /not a directive/],
    ['two dialog directives', question('Which day?', { directives: [elicit, elicit] }), intentRequest('MoveCareVisitIntent'), /Two Dialog/],
    ['a dialog directive to a launch', question('Which day?', { directives: [elicit] }), launchRequest(), /only answer an IntentRequest/],
    ['a dialog directive that hangs up', statement('Hello.', { directives: [elicit] }), intentRequest('MoveCareVisitIntent'), /left open/],
    ['a dialog directive and a hand-over', question('Which day?', { directives: [elicit, handOver] }), intentRequest('MoveCareVisitIntent'), /beside a hand-over/],
    ['a hand-over that keeps listening', question('Which day?', { directives: [handOver] }), undefined, /hand-over with/],
    ['a task done but still talking', question('Anything else?', { directives: [completed] }), taskRequest('TodayBriefing'), /must end/],
    ['attributes that are not JSON', { ...statement('Hello.'), sessionAttributes: { at: new Date(0) } }, undefined, /survive/],
    ['a promise that help is coming', statement('Do not worry, help is on its way.'), undefined, /help is coming/],
    ['a claim to have rung 999', statement('I have called 999 for you.'), undefined, /help is coming/],
  ])('%s', (_name, response, request, rule) => {
    expect(brokenRules(response, request).join('\n')).toMatch(rule);
  });

  test('the warning that we cannot call 999 is allowed', () => {
    expect(brokenRules(statement('I cannot call 999 for you. If you are hurt, ring 999 or press your alarm.'))).toEqual([]);
  });
  test('someone who is coming for a visit may be spoken of', () => {
    expect(brokenRules(statement('Someone is coming at nine. Priya is on her way.'))).toEqual([]);
  });
  test('an answer to a hand-over is held to the same rules', () => {
    const back = connectionsResponse('AskFor', { status: 'ACCEPTED' }, 'rem:create');
    expect(brokenRules(envelope({ shouldEndSession: true }), back)).toEqual(['Connections.Response is answered with silence']);
  });
});
