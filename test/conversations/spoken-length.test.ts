// Promise: no answer is longer than a tired person can hold: thirty-five words and fifteen seconds at the very most before a single question, most of them far fewer.
import { expect, test } from '@jest/globals';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { intents } from '../../skill/intents.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { skillUnderTest } from '../support/skill-under-test.ts';

/** "About thirty"; a read-back of money must be whole, and may take a few more. */
const mostWords = 35;
/** An explanation is a law put plainly, with its source: it may take a breath more. */
const mostWordsExplaining = 36;
const wordsASecond = 150 / 60;
const mostSeconds = 15;

const ways = [
  {},
  { day: '2026-12-10', need: { type: 'NEED', value: 'taxis', id: 'transport' }, thing: 'bingo', subject: { type: 'INFO_SUBJECT', value: 'direct payment', id: 'direct-payment' }, person: 'Susan', period: '2026-11', words: 'lovely' },
  { day: '2026-W49', need: { type: 'NEED', value: 'lunch club', id: 'lunch-club' }, thing: 'a new telly', subject: { type: 'INFO_SUBJECT', value: 'advocate', id: 'advocate' }, worker: 'Sam' },
  { need: { type: 'NEED', value: 'garden', id: 'gardening' }, frequency: { type: 'FREQUENCY', value: 'every week', id: 'weekly' }, subject: { type: 'INFO_SUBJECT', value: 'review', id: 'review' }, thing: 'gardening' },
] as const;

test.each(['margaret', 'dev'])('%s hears nothing too long to follow', async (person) => {
  const { services } = await skillUnderTest();
  for (const name of Object.keys(intents).filter((each) => each !== 'Launch')) {
    for (const slots of ways) {
      const { response } = await services.ask(intentRequest(name, slots, { userId: deskAlexaId(person) }));
      const ssml = response.outputSpeech?.type === 'SSML' ? response.outputSpeech.ssml : '';
      const speech = plainSpeech(ssml);
      const facts = speech.replace(/[^.?!]*\?$/, '').split(/\s+/).filter(Boolean).length;
      const pauses = [...ssml.matchAll(/<break time="(\d+)ms"/g)].reduce((total, [, ms]) => total + Number(ms) / 1000, 0);
      const isBrief = facts <= (name === 'ExplainIntent' ? mostWordsExplaining : mostWords) && facts / wordsASecond + pauses <= mostSeconds;
      expect({ name, speech, isBrief, questions: [...speech.matchAll(/\?/g)].length <= 1 }).toEqual({ name, speech, isBrief: true, questions: true });
    }
  }
});
