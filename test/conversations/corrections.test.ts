// Promise: "no, I said Thursday", "I meant the cleaner", "not Priya, Sam" and "not that one" put right the one thing that was wrong, in every dialogue, and it is read back again.
import { describe, expect, test } from '@jest/globals';
import { conversation, type Talk } from '../support/conversation.ts';
import { openedAt } from '../support/open-questions.ts';
import { untouched } from '../support/untouched.ts';

async function saying(talk: Talk, turns: readonly (readonly [said: string, answered: RegExp | string])[]): Promise<void> {
  for (const [said, answered] of turns) (await talk.user(said)).alexa(answered);
}

describe('what was asked last is answered again, put right', () => {
  test('another day, part of it, and another care worker', async () => {
    await saying(await conversation('margaret'), [
      ["who's coming tomorrow", /^Tomorrow you have two visits/],
      ['no i said thursday', /^On Thursday you have one visit, Blessing at midday\./],
      ['no i said tomorrow', /^Tomorrow you have two visits/],
      ['no the afternoon', /^Tomorrow you have one visit, Blessing at half past twelve in the afternoon\./],
      ['i meant priya', /^(Yes|No)\b.*Priya/],
    ]);
  });

  test('another need than the one first heard', async () => {
    await saying(await conversation('margaret'), [
      ['I need someone for the garden', /^I found three\. Green Fingers/],
      ['no i meant the cleaner', /^I found \w+\. Sparkle Cleaning/],
    ]);
  });

  test('a week is put right in what was asked about it', async () => {
    const talk = await conversation('margaret');
    await talk.user('open my care');
    await talk.user('what did I spend last month');
    (await talk.user('no i said last week')).alexa(/ in the week of Monday the 23rd of November\b/);
  });

  test('with nothing it could put right, it is asked about by itself', async () => {
    await saying(await conversation('margaret'), [['i meant the cleaner', /^I found \w+\. Sparkle Cleaning/]]);
    await saying(await conversation('margaret'), [['i was talking about sam', /^Your next visit is Sam, at six this evening\./]]);
  });

  test('only "not Priya" asks who then', async () => {
    const talk = await conversation('margaret');
    await talk.user('open my care');
    await saying(talk, [['when is my next visit', /^Your next visit is Priya/], ['not priya', 'Who did you mean?'], ['sam', /^Your next visit is Sam, at six this evening\./]]);
  });

  test('what is done is not put right but asked anew', async () => {
    const talk = await openedAt('send-cancel');
    await talk.user('yes please');
    const before = untouched(await talk.record());
    (await talk.user('thursday')).alexa(/^On Thursday you have one visit/);
    expect(untouched(await talk.record())).toEqual(before);
  });
});

describe('a request for a service', () => {
  test('every part of it can be put right before the yes', async () => {
    const talk = await openedAt('send-request');
    await saying(talk, [
      ['no i said thursday', /^Two hours of gardening with Green Fingers, Thursday the 3rd of December, in the morning\..*Shall I ask for it\?$/],
      ['no the evening', /Thursday the 3rd of December, in the evening\./],
      ['no three hours', /^Three hours of gardening.*It costs 45 pounds and leaves you 139 pounds\./],
      ['no about two in the afternoon', /^Three hours of gardening with Green Fingers, Thursday the 3rd of December, at two in the afternoon\./],
      ["i meant smith's gardens", /^Three hours of gardening with Smith's Gardens comes to 66 pounds/],
      ['no leave it', /^I've left it\. Nothing was asked for\./],
    ]);
    expect((await talk.record()).budget?.figures).toEqual((await (await conversation('margaret')).record()).budget?.figures);
  });

  test('another need is looked for with the same amount and day', async () => {
    const talk = await openedAt('which-day');
    await saying(talk, [
      ['no three hours', 'And which day?'], ['i meant the cleaner', /^I found \w+\. Sparkle Cleaning/], ['the first one', /^Sparkle Cleaning, 15 pounds an hour/],
      ['yes please', 'And which day?'], ['friday', /^Three hours of cleaning with Sparkle Cleaning, Friday the 4th of December\. It costs 45 pounds/],
    ]);
  });

  test('a day may come before the hours are said', async () => {
    await saying(await openedAt('how-many'), [['thursday', 'How many hours would you like?'], ['two', /^Two hours of gardening with Green Fingers, Thursday the 3rd of December\./]]);
  });

  test('too little money may be mended by fewer hours', async () => {
    await saying(await openedAt('not-enough'), [['no i said half an hour', /Shall I( ask for it)?\?$/]]);
  });
});

describe('a change to a visit', () => {
  test('another day, another care worker, and not that one', async () => {
    const talk = await openedAt('send-cancel');
    const before = untouched(await talk.record());
    await saying(talk, [
      ['no i said thursday', /^On Thursday at midday is Blessing/], ['no i said sunday', /^There's more than one on Sunday: Priya .* and Sam .* Which one\?$/],
      ['not priya', /^On Sunday at six is Sam.*Shall I ask the agency to cancel that one visit\?$/], ['not that one', /^On Sunday at half past eight is Priya/],
      ['not priya sam', /^On Sunday at six is Sam/], ['no leave it', /^I've left it as it is\./],
    ]);
    expect(untouched(await talk.record())).toEqual(before);
  });

  test('not that one offers those that are left', async () => {
    await saying(await conversation('margaret'), [['cancel thursday', /^On Thursday at midday is Blessing/], ['not that one', /^There's more than one: Priya, at half past eight this morning, .* Which one\?$/]]);
  });

  test('the new time keeps when only the day is put right', async () => {
    const talk = await conversation('margaret');
    await saying(talk, [
      ["what's on thursday", /^On Thursday you have one visit/], ['can she come a bit later', /What time would suit you\?$/], ["about one o'clock", /^I'll ask for Blessing at one o'clock on Thursday, instead of midday\./],
      ['no i said two', /^I'll ask for Blessing at two o'clock on Thursday/], ['no friday', /^I'll ask for Blessing at two o'clock on Friday, instead of on Thursday at midday\./],
      ['no the evening', "I can ask the agency. What time in the evening would suit you?"], ['six', /^I'll ask for Blessing at six o'clock on Friday/],
    ]);
  });

  test('the visit’s own day keeps the time when it is put right', async () => {
    await saying(await openedAt('send-move'), [['no i said thursday', /^I'll ask for Blessing at ten o'clock on Thursday, instead of midday\./], ['not blessing priya', /^I'll ask for Priya at ten o'clock/]]);
  });

  test('which visit may be told by its day, its time or who comes', async () => {
    for (const [said, answered] of [['the evening one', /^On Sunday at six is Sam/], ['i meant sam', /^On Sunday at six is Sam/], ['no i said monday', /on Monday/], ['not that one', /^There's more than one on Sunday: Sam .* and Priya .* Which one\?$/]] as const) {
      await saying(await conversation('margaret'), [['cancel my visit on sunday', /Which one\?$/], [said, answered]]);
    }
  });

  test('a week is too long for a visit to be moved to', async () => {
    await saying(await openedAt('move-to-when'), [['next week', "I didn't catch that. You can say a time, like one o'clock. What time would suit you?"]]);
    await saying(await openedAt('which-day'), [['next week', "I didn't catch that. You can say a day, like Thursday. And which day?"]]);
  });
});

describe('the other questions', () => {
  test('somebody else is to be told no more, or left word for', async () => {
    await saying(await openedAt('stop-telling'), [['i meant susan', /^I'll stop telling Susan about your visits and your messages\..*Shall I do that\?$/]]);
    await saying(await openedAt('change-who-knows'), [['i meant ann', /^I'll stop telling Ann about your visits\./]]);
    await saying(await openedAt('tell-backup'), [['no susan', 'Shall I leave word for Susan?'], ['yes please', /^I've left word for Susan\. Nobody has answered yet\./]]);
    await saying(await openedAt('call-me'), [['no my doctor', /^I don't know who doctor is\./]]);
  });

  test('what was doubtful is put right in one go', async () => {
    await saying(await openedAt('is-that-right'), [['no i said friday', /^There's more than one on Friday:.*Which one\?$/]]);
  });

  test('what is private stays private while it is put right', async () => {
    const talk = await conversation('joyce');
    await saying(talk, [["who's coming today", /^That's private\./], ['no i said thursday', /^All right\. Will you say your four numbers/], ['four four one nine', /^Thank you, Joyce\. On Thursday/]]);
  });

  test('not that one goes on to the next, wherever there is a choice', async () => {
    await saying(await openedAt('which-service'), [['not that one', /^Those are all I know of\. There's Green Fingers/]]);
    await saying(await openedAt('ask-or-another'), [['not that one', /^(Smith's Gardens|Green Fingers)/]]);
    await saying(await openedAt('another-idea'), [['not that one', /One idea is /]]);
    await saying(await openedAt('start-request'), [['not that one', /^I (found|don't)|Bingo/]]);
    await saying(await openedAt('not-enough'), [['not that one', /Which would you like to hear about\?$|Shall I/]]);
    await saying(await openedAt('hear-message'), [['not that one', /^I'll keep it for you\. There are no others\./]]);
    await saying(await openedAt('which-of-two'), [['not that one', /^Sorry, still not clear to me\./]]);
    await saying(await openedAt('is-that-right'), [['not that one', /^Sorry, still not clear to me\./]]);
  });

  test('a broken-off request is put right as it is taken up', async () => {
    const talk = await openedAt('take-up-again');
    await saying(talk, [['no i said thursday', /^Two hours of gardening with Green Fingers, Thursday the 3rd of December, in the morning\..*Shall I ask for it\?$/]]);
    expect((await talk.record()).requestBook.requests).toHaveLength(5);
  });
});
