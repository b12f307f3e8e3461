// Promise: every common British yes and no is heard for what it is, and only a clear yes is one that anything is done on.
import { describe, expect, test } from '@jest/globals';
import { isClearYes } from '../../skill/everyday/clear-yes.ts';
import { hear } from './hearing.ts';

const answered = (text: string) => hear(text, { expecting: ['AMAZON.YesIntent', 'AMAZON.NoIntent'] });

describe('To a question that a yes or a no answers', () => {
  test.each([
    'yes', 'yes please', 'yeah', 'yep', 'aye', 'och aye', 'absolutely', 'Absolutely!', 'absolutely yes', 'oh absolutely', 'absolutely please', 'yes absolutely', 'definitely', 'yes definitely', 'certainly', 'course', 'of course',
    'of course you can', 'by all means', 'indeed', 'too right', 'you bet', 'go on', 'go on then', 'go ahead', 'please do', 'do it', 'sure', 'for sure', 'okay', 'all right then', 'that\'s fine', 'that\'d be lovely', 'that would be lovely',
    'that would be nice', 'I\'d like that', 'I\'d love that', 'I would', 'I do', 'very well', 'right you are then', 'yes ta', 'yes lovely', 'yeah go on', 'rather', 'correct', 'that\'s right', 'crack on',
  ])('"%s" is a clear yes', async (text) => {
    expect([text, isClearYes(await answered(text))]).toEqual([text, true]);
  });

  test.each([
    'no', 'nope', 'nah', 'naw', 'nay', 'no thank you', 'no ta', 'absolutely not', 'definitely not', 'certainly not', 'of course not', 'course not', 'not likely', 'no chance', 'no way', 'no fear', 'not on your nelly', 'not on your life',
    'I\'d rather not', 'I\'d sooner not', 'not today', 'not today thanks', 'not today thank you', 'not now', 'not really', 'not for me', 'not this time', 'I don\'t think so', 'I\'ll pass', 'I\'ll leave it', 'no need', 'leave it', 'don\'t',
    'I\'m good thanks', 'I\'m fine thanks', 'no you\'re all right', 'maybe later', 'I wouldn\'t', 'no I don\'t', 'over my dead body', 'you must be joking', 'do I heck', 'absolutely no way', 'no absolutely not', 'please don\'t', 'no that\'s wrong',
  ])('"%s" is a no', async (text) => {
    expect(await answered(text)).toMatchObject({ intent: 'AMAZON.NoIntent' });
  });

  test.each([
    'suppose so', 'I suppose so', 'I suppose', 'if you like', 'if you must', 'if you want', 'why not', 'why ever not', 'I guess so', 'might as well', 'I think so', 'lovely', 'grand', 'champion', 'fine', 'I don\'t mind', 'no problem', 'well I suppose so then', 'yes I suppose so', 'as you like', 'go on if you must', 'yes if you think so',
  ])('"%s" is half a yes: asked once more before anything is done', async (text) => {
    const heard = await answered(text);
    expect(heard.intent).toBe('AMAZON.YesIntent');
    expect(isClearYes(heard)).toBe(false);
  });

  test.each(['ta', 'ta love', 'thanks', 'thank you'])('"%s" is thanks, and leaves the question open', async (text) => {
    expect((await answered(text)).intent).toBe('ThankYouIntent');
  });

  test.each(['maybe', 'perhaps', 'not sure', 'I\'m not sure', 'I might', 'possibly', 'whatever', 'up to you', 'it\'s up to you', 'we\'ll see', 'it depends'])('"%s" is neither, and never a yes', async (text) => {
    expect((await answered(text)).intent).toBe('AMAZON.FallbackIntent');
  });
});

test('with nothing asked, "why not" asks why', async () => {
  expect((await hear('why not')).intent).toBe('WhyIntent');
});
