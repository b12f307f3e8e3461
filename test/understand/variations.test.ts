// Promise: people need not know our words; plain ways of saying the same are understood.
import { describe, expect, test } from '@jest/globals';
import { hear, intents } from './hearing.ts';
import { variations } from './variations.ts';

describe('Sentences that are in no sample', () => {
  const plain = (text: string) => text.toLowerCase().replaceAll(/[^a-z ]/g, '');
  const samples = new Set(intents.flatMap((intent) => intent.samples.map(plain)));

  test('are more than a hundred and fifty, and none is a sample', () => {
    expect(variations.length).toBeGreaterThan(150);
    expect(variations.filter(([sentence]) => samples.has(plain(sentence)))).toEqual([]);
  });

  test.each(variations)('"%s" is heard as %s', async (sentence, intent) => {
    expect(await hear(sentence)).toMatchObject({ intent });
  });
});

describe('What is said around a sentence', () => {
  test.each([
    ['erm, who’s, um, coming today please', 'WhoIsComingIntent'], ['Alexa, could you tell me who’s coming today, love', 'WhoIsComingIntent'], ['WHO’S COMING TODAY???', 'WhoIsComingIntent'],
    ['whos coming today', 'WhoIsComingIntent'], ['ｗｈｏ is coming today', 'WhoIsComingIntent'], ['who is coming tommorow', 'WhoIsComingIntent'], ['wheres me carer', 'WhereIsMyCarerIntent'], ['who is coming to morrow', 'WhoIsComingIntent'],
  ])('does not get in the way of "%s"', async (sentence, intent) => {
    expect((await hear(sentence)).intent).toBe(intent);
  });
});
