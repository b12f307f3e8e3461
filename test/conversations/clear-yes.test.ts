// Promise: one misheard word never spends a penny, changes a visit or tells anybody: only a clear yes does, and a no at any sureness stops.
import { describe, expect, test } from '@jest/globals';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import model from '../../models/en-GB.json' with { type: 'json' };
import { intents } from '../../skill/intents.ts';
import type { Pending } from '../../skill/pending-question.ts';
import { intentRequest, type SaidSlot } from '../support/alexa-request.ts';
import type { Talk } from '../support/conversation.ts';
import { openedAt, waysTo } from '../support/open-questions.ts';
import { brokenRules } from '../support/response-rules.ts';
import { untouched } from '../support/untouched.ts';

const spending: readonly Pending['kind'][] = [
  'send-request', 'ask-twice', 'not-enough', 'send-cancel', 'send-move', 'tell-sender', 'tell-backup', 'call-me', 'ask-adviser', 'stop-telling', 'unlink', 'say-pin', 'take-up-again',
];
const each = spending.map((kind) => ({ kind }));

/** Said to the open question as an intent, with how surely it was heard; the talk itself stays where it was. */
async function hears(talk: Talk, kind: Pending['kind'], intent: string, slots: Readonly<Record<string, SaidSlot>> = {}, confidence = 1, attributes: Readonly<Record<string, unknown>> = talk.last.attributes) {
  const envelope = intentRequest(intent, slots, { userId: deskAlexaId(waysTo[kind].person ?? 'margaret'), isNew: false, attributes });
  Object.assign((envelope.request as { intent: object }).intent, { confidence });
  const { response, sessionAttributes = {} } = await talk.services.ask(envelope);
  expect({ intent, broken: brokenRules({ version: '1.0', response, sessionAttributes }, envelope) }).toEqual({ intent, broken: [] });
  return { speech: response.outputSpeech?.type === 'SSML' ? plainSpeech(response.outputSpeech.ssml) : '', attributes: sessionAttributes };
}

const quality = (id: string): SaidSlot => ({ value: id, id, type: 'QUALITY' });
/** What does something of its own at once, whatever was open: not an answer to the question. */
const doesItself: readonly string[] = ['CancelThatIntent', 'MessagesIntent', 'HowItWentIntent', 'PrivacyOnIntent', 'PrivacyOffIntent'];

describe.each(each)('with $kind open', ({ kind }) => {
  test('every way of saying no, however badly heard, stops it', async () => {
    const talk = await openedAt(kind);
    const before = untouched(await talk.record());
    for (const confidence of [1, 0.79, 0.5, 0.05]) await hears(talk, kind, 'AMAZON.NoIntent', {}, confidence);
    for (const intent of ['AMAZON.CancelIntent', 'AMAZON.StopIntent', 'AMAZON.NavigateHomeIntent']) await hears(talk, kind, intent, {}, 0.3);
    expect(untouched(await talk.record())).toEqual(before);
  });

  test('noise, thanks, waiting, choices and other subjects do not do it', async () => {
    const talk = await openedAt(kind);
    const before = untouched(await talk.record());
    const slots: Readonly<Record<string, SaidSlot>> = { position: '2', day: '2026-12-04', need: { value: 'garden', id: 'gardening', type: 'NEED' }, thing: 'bingo', period: '2026-11' };
    const others = [...Object.keys(intents), 'AMAZON.NextIntent', 'AMAZON.PreviousIntent', 'GiveDayIntent', 'GiveTimeIntent', 'GiveAmountIntent', 'IMeantIntent', 'Nonsense'].filter((name) => !doesItself.includes(name));
    for (const intent of others) await hears(talk, kind, intent, slots);
    for (const position of ['1', '2', '9']) await hears(talk, kind, 'ChooseIntent', { position });
    for (const about of ['free', 'first-listed', 'another', 'about-visits']) await hears(talk, kind, 'ChooseIntent', { quality: quality(about) });
    await hears(talk, kind, 'ChooseIntent');
    expect(untouched(await talk.record())).toEqual(before);
  });

  test('a yes that was not clear is asked for once more, in other words', async () => {
    const talk = await openedAt(kind);
    const before = untouched(await talk.record());
    const again = await hears(talk, kind, 'AMAZON.YesIntent', {}, 0.79);
    expect(again.speech).toMatch(/^Just to be sure: say yes please, or no thank you\. Do you want /);
    expect(talk.last.speech).not.toContain(again.speech.split('. ').at(-1));
    expect(untouched(await talk.record())).toEqual(before);
    await hears(talk, kind, 'AMAZON.NoIntent', {}, 0.1, again.attributes);
    const twice = await hears(talk, kind, 'AMAZON.YesIntent', {}, 0.6, again.attributes);
    expect(twice.speech).not.toBe(again.speech);
    expect(untouched(await talk.record())).toEqual(before);
    await hears(talk, kind, 'AMAZON.YesIntent', {}, 0.9, again.attributes);
    expect(untouched(await talk.record())).not.toEqual(before);
  });

  test('"that one" and a doubtful "send it" are no clear yes', async () => {
    const talk = await openedAt(kind);
    const before = untouched(await talk.record());
    expect((await hears(talk, kind, 'ChooseIntent')).speech).toMatch(/^Just to be sure/);
    for (const word of ['send', 'adviser']) expect((await hears(talk, kind, 'ChooseIntent', { quality: quality(word) }, 0.6)).speech).toMatch(/^Just to be sure/);
    expect(untouched(await talk.record())).toEqual(before);
  });
});

const { intents: said } = model.interactionModel.languageModel;
const noes = said.find(({ name }) => name === 'AMAZON.NoIntent')?.samples ?? [];

test.each(noes)('“%s” to a request read back leaves the money alone', async (no) => {
  const talk = await openedAt('send-request');
  const before = untouched(await talk.record());
  await talk.user(no);
  expect(untouched(await talk.record())).toEqual(before);
});

test('a clear yes in the person’s own words is enough the first time', async () => {
  const talk = await openedAt('send-request');
  (await talk.user('yes please')).alexa(/^I've asked, and put 30 pounds aside\./);
});
