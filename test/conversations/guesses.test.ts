// Promise: what was not understood is met with the two likeliest things, from what it sounded like, what we were talking of, and the time of day; never with something that would be done at once.
import { describe, expect, test } from '@jest/globals';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { canBeOffered } from '../../skill/everyday/intent-words.ts';
import { likeliestTwo, type Place } from '../../skill/everyday/likeliest.ts';
import { intents } from '../../skill/intents.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { skillUnderTest } from '../support/skill-under-test.ts';

const morning: Place = { heard: [], hasService: false, hasRequest: false, hasMessages: false, time: '08:00' };
const blessing = { value: 'Blessing', id: 'blessing' };

const table: readonly (readonly [where: string, place: Partial<Place>, two: readonly [string, string]])[] = [
  ['in the morning with nothing said yet', {}, ['WhoIsComingIntent', 'BudgetLeftIntent']],
  ['in the evening', { time: '20:00' }, ['NextCareVisitIntent', 'BudgetLeftIntent']],
  ['with a message waiting', { hasMessages: true }, ['MessagesIntent', 'WhoIsComingIntent']],
  ['after a visit', { comes: blessing, hasMessages: true }, ['NextCareVisitIntent', 'CareVisitPurposeIntent']],
  ['after a service', { hasService: true }, ['FindServiceIntent', 'BudgetLeftIntent']],
  ['after a request', { hasRequest: true }, ['RequestStatusIntent', 'WhoIsComingIntent']],
  ['when it sounded like two things', { heard: [{ intent: 'SpendingIntent', confidence: 0.35 }, { intent: 'TakenBackIntent', confidence: 0.22 }], comes: blessing }, ['SpendingIntent', 'TakenBackIntent']],
  ['when it sounded like one', { heard: [{ intent: 'SpendingIntent', confidence: 0.35 }, { intent: 'TakenBackIntent', confidence: 0.1 }], comes: blessing }, ['SpendingIntent', 'NextCareVisitIntent']],
  ['when it sounded like something done at once', { heard: [{ intent: 'CancelThatIntent', confidence: 0.39 }, { intent: 'PrivacyOffIntent', confidence: 0.3 }] }, ['WhoIsComingIntent', 'BudgetLeftIntent']],
];

test.each(table)('%s', (_, place, two) => {
  expect(likeliestTwo({ ...morning, ...place }).map(({ intent }) => intent)).toEqual(two);
});

test('what was turned down is not offered again', () => {
  expect(likeliestTwo(morning, ['WhoIsComingIntent']).map(({ intent }) => intent)).toEqual(['BudgetLeftIntent', 'FindServiceIntent']);
});

test('everything that can be offered can be answered', () => {
  expect(Object.keys(intents).filter(canBeOffered).length).toBeGreaterThan(15);
  expect(['CancelThatIntent', 'PrivacyOffIntent', 'PrivacyOnIntent', 'UnlinkSpeakerIntent', 'StopTellingIntent', 'constructor'].filter(canBeOffered)).toEqual([]);
});

describe('guesses come beside the intent, and are read with suspicion', () => {
  async function misheard(guesses: unknown): Promise<string> {
    const { services } = await skillUnderTest();
    const envelope = intentRequest('AMAZON.FallbackIntent', {}, { userId: deskAlexaId('margaret') });
    Object.assign((envelope.request as { intent: object }).intent, { confidence: 0, guesses });
    const { response } = await services.ask(envelope);
    return response.outputSpeech?.type === 'SSML' ? plainSpeech(response.outputSpeech.ssml) : '';
  }

  test('what it sounded like is offered first', async () => {
    expect(await misheard([{ intent: 'SpendingIntent', confidence: 0.35 }])).toBe('I didn’t catch that. Is it what you’ve spent, or your messages?');
  });

  test.each([undefined, 'SpendingIntent', [null], [7], [{}], [{ intent: 'SpendingIntent' }], [{ intent: 'SpendingIntent', confidence: 'high' }], [{ intent: 'SpendingIntent', confidence: 4 }], [{ intent: 'LaunchRockets', confidence: 0.9 }], [{ intent: '__proto__', confidence: 0.9 }]].map((guesses) => ({ guesses })))('$guesses is not believed', async ({ guesses }) => {
    expect(await misheard(guesses)).toBe('I didn’t catch that. Is it your messages, or who’s coming?');
  });
});
