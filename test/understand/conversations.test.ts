// Promise: every turn of the conversations we live up to is heard as what it was meant to be.
import { describe, expect, test } from '@jest/globals';
import { hear } from './hearing.ts';

const turns: readonly (readonly [string, string, Readonly<Record<string, string>>])[] = [
  ['go on then', 'AMAZON.YesIntent', {}], ['yes please', 'AMAZON.YesIntent', {}],
  ['who\'s coming today', 'WhoIsComingIntent', { day: '2026-12-01' }], ['no thank you', 'AMAZON.NoIntent', {}],
  ['where\'s my carer', 'WhereIsMyCarerIntent', {}], ['yes', 'AMAZON.YesIntent', {}],
  ['what about a week on thursday', 'CareVisitsOnDayIntent', { day: '2026-12-10' }], ['what\'s that one for', 'CareVisitPurposeIntent', {}],
  ['can she come a bit later', 'MoveCareVisitIntent', { direction: 'later' }], ['about one o\'clock', 'GiveTimeIntent', { time: '13:00' }],
  ['cancel tomorrow morning', 'CancelCareVisitIntent', { day: '2026-12-02', partOfDay: 'morning' }], ['no leave it', 'AMAZON.NoIntent', {}],
  ['who\'s coming tonight', 'WhoIsComingIntent', { day: '2026-12-01', partOfDay: 'evening' }], ['who\'s coming to hoist me', 'WhoIsComingIntent', { task: 'hoist' }],
  ['how much have I got', 'BudgetLeftIntent', {}], ['how much money have I got', 'BudgetLeftIntent', {}], ['four four one nine', 'GivePinIntent', { pin: '4419' }],
  ['can I use it for the bingo', 'CanIUseBudgetIntent', { thing: 'the bingo' }], ['what about a new telly', 'CanIUseBudgetIntent', { thing: 'telly' }],
  ['I need someone for the garden', 'FindServiceIntent', { need: 'gardening' }], ['the free one', 'ChooseIntent', { quality: 'free' }],
  ['how about the first one then', 'ChooseIntent', { position: '1' }], ['two', 'GiveAmountIntent', { number: '2' }],
  ['next tuesday morning', 'GiveDayIntent', { day: '2026-12-08', partOfDay: 'morning' }], ['yeah', 'AMAZON.YesIntent', {}], ['cancel that', 'CancelThatIntent', {}],
  ['I want a cleaner every week', 'AskForServiceIntent', { need: 'cleaning', frequency: 'weekly' }], ['all right', 'AMAZON.YesIntent', {}],
  ['I\'m bored stiff', 'FeelingLowIntent', {}], ['did they ever sort out that cleaner', 'RequestStatusIntent', { need: 'cleaning' }],
  ['no, what\'s on thursday', 'CareVisitsOnDayIntent', { day: '2026-12-03' }], ['you\'re going too fast', 'SpeakSlowerIntent', {}], ['what did you say', 'AMAZON.RepeatIntent', {}],
  ['I\'m on the floor', 'INeedHelpIntent', {}], ['who can hear about me', 'WhoKnowsIntent', {}], ['stop telling ann', 'StopTellingIntent', { person: 'ann' }],
];

describe('What people say in the conversations', () => {
  test.each(turns)('"%s" is heard as %s', async (sentence, intent, slots) => {
    expect(await hear(sentence)).toEqual({ intent, slots, confidence: expect.any(Number) });
    expect((await hear(sentence)).confidence).toBeGreaterThanOrEqual(0.9);
  });

  test('words misheard are a low guess that gets asked about', async () => {
    const heard = await hear('can sell thirsty');
    expect(heard).toMatchObject({ intent: 'CancelCareVisitIntent', slots: { day: '2026-12-03' } });
    expect(heard.confidence).toBeGreaterThan(0);
    expect(heard.confidence).toBeLessThan(0.5);
  });

  test('a word like "career" is taken for the one that sounds so', async () => {
    expect(await hear('where\'s my career')).toMatchObject({ intent: 'WhereIsMyCarerIntent' });
  });

  test.each([
    ['two', ['GiveAmountIntent', 'AMAZON.NoIntent'], 'GiveAmountIntent'], ['about two', ['GiveTimeIntent'], 'GiveTimeIntent'], ['about two', ['GiveAmountIntent'], 'GiveAmountIntent'],
    ['about seven', ['GiveRatingIntent'], 'GiveRatingIntent'], ['about seven', [], 'GiveAmountIntent'], ['not today', ['AMAZON.YesIntent', 'AMAZON.NoIntent'], 'AMAZON.NoIntent'],
  ] as const)('"%s" with %j expected is heard as %s', async (sentence, expecting, intent) => {
    expect((await hear(sentence, { expecting })).intent).toBe(intent);
  });
});

describe('Names', () => {
  const entities = { types: [{ name: 'CARE_WORKER', values: [{ id: 'worker-7', name: { value: 'Oluwaseun', synonyms: ['Seun'] } }, { id: 'worker-8', name: { value: 'Priya' } }] }] };

  test('of the household win over those of the model', async () => {
    expect((await hear('where\'s Seun', { entities })).slots).toEqual({ worker: 'worker-7' });
    expect((await hear('where\'s Priya', { entities })).slots).toEqual({ worker: 'worker-8' });
    expect((await hear('where\'s Priya')).slots).toEqual({ worker: 'priya' });
  });

  test('nobody has heard of are taken as they were said', async () => {
    expect(await hear('stop telling Gladys')).toMatchObject({ intent: 'StopTellingIntent', slots: { person: 'gladys' } });
  });
});
