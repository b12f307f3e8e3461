// Promise: a dialogue that was on its way to something is not lost when the line drops or something else comes up; it is taken up within a day, and read back again before anything is done.
import { describe, expect, test } from '@jest/globals';
import type { Pending } from '../../skill/pending-question.ts';
import { taskOf } from '../../skill/everyday/aside.ts';
import { conversation } from '../support/conversation.ts';
import { everyKind, openedAt, waysTo } from '../support/open-questions.ts';
import { untouched } from '../support/untouched.ts';

const onTheirWay = everyKind.filter((kind) => taskOf({ kind } as Pending) !== undefined && waysTo[kind].before === undefined);

describe('after the session ended', () => {
  test.each(onTheirWay.map((kind) => ({ kind })))('$kind is offered again at the next opening, and gone on with', async ({ kind }) => {
    const talk = await openedAt(kind);
    const before = untouched(await talk.record());
    await talk.fallsSilent();
    talk.later(60);
    (await talk.user('open my care')).alexa(/^Hello (Margaret|Dev)\. Earlier we were .+\. (I hadn't sent it|We hadn't finished)\. Shall I (send it now|go on with that), or leave it\?$/);
    if (kind !== 'send-request') {
      await talk.user('yes please');
      expect(taskOf(talk.last.attributes.pending!)).toBe(taskOf({ kind } as Pending));
    }
    expect(untouched(await talk.record())).toEqual(before);
  });

  test('a move is spoken of by whose visit it is, and read back', async () => {
    const talk = await openedAt('send-move');
    await talk.fallsSilent();
    (await talk.later(60).user('open my care')).alexa("Hello Margaret. Earlier we were moving Priya's visit tomorrow. I hadn't sent it. Shall I go on with that, or leave it?");
    (await talk.user('yes please')).alexa("I'll ask for Priya at ten o'clock tomorrow, instead of half past eight. Shall I send that?");
    (await talk.user('yes please')).alexa(/^I've asked the agency\./);
    (await talk.lineDrops().later(1).user('where were we')).alexa("We'd finished. There's nothing waiting to be sent.");
  });

  test('words of yesterday are made new, and past a day it is forgotten', async () => {
    const talk = await openedAt('send-cancel');
    await talk.later(14 * 60).user('what did you say');
    await talk.fallsSilent();
    (await talk.later(4 * 60).user('where were we')).alexa(/^Earlier we were cancelling Priya's visit today\./);
    (await talk.lineDrops().later(21 * 60).user('where were we')).alexa("We'd finished. There's nothing waiting to be sent.");
  });

  test('it costs a question one read, and the end of the session one write', async () => {
    const talk = await openedAt('which-day');
    expect([talk.last.reads, talk.last.transactions]).toEqual([1, 0]);
    await talk.fallsSilent();
    expect([talk.last.reads, talk.last.transactions]).toEqual([1, 1]);
    await (await openedAt('hear-purposes')).fallsSilent();
  });

  test('an offer to say more is not worth keeping', async () => {
    const talk = await openedAt('hear-purposes');
    await talk.fallsSilent();
    expect([talk.last.reads, talk.last.transactions]).toEqual([0, 0]);
    (await talk.user('where were we')).alexa(/^We'd finished\./);
  });

  test('a fault on the line keeps it too', async () => {
    const talk = await openedAt('stop-telling');
    await talk.fallsSilent('ERROR');
    (await talk.user('where were we')).alexa("Earlier we were changing what Ann is told. We hadn't finished. Shall I go on with that, or leave it?");
    (await talk.user('yes please')).alexa(/^I'll stop telling Ann about your visits\..*Shall I do that\?$/);
    (await talk.user('yes please')).alexa(/^Done\. Ann won't be told from now on/);
    (await talk.lineDrops().user('where were we')).alexa(/^We'd finished\./);
  });

  test.each(['stop', 'never mind', 'leave it'])('whoever says “%s” is not asked again', async (words) => {
    for (const kind of ['send-cancel', 'send-request', 'which-day'] as const) {
      const talk = await openedAt(kind);
      await talk.user(words);
      if (talk.last.isListening) await talk.fallsSilent();
      (await talk.lineDrops().user('where were we')).alexa(/^We'd finished\./);
    }
  });

  test('whoever ends the session themselves is not asked again', async () => {
    const talk = await openedAt('send-cancel');
    await talk.fallsSilent('USER_INITIATED');
    (await talk.user('where were we')).alexa(/^We'd finished\./);
  });

  test('done another way meanwhile, it is not offered again', async () => {
    const talk = await openedAt('ask-adviser');
    await talk.fallsSilent();
    await talk.user('can I use it for a new telly');
    (await talk.user('yes please')).alexa(/^I've left the question for Mr Okafor\./);
    (await talk.lineDrops().user('where were we')).alexa(/^We'd finished\./);
  });

  test('a speaker that was given up keeps nothing', async () => {
    const talk = await openedAt('send-cancel');
    await talk.change(() => ({ link: null }));
    await talk.fallsSilent();
    expect((await talk.record()).unfinished).toBeUndefined();
  });

  test('behind private answers it is not spoken of at the opening', async () => {
    const talk = await conversation('joyce');
    for (const words of ['cancel tomorrow morning', 'four four one nine']) await talk.user(words);
    await talk.fallsSilent();
    (await talk.user('open my care')).alexa(/^Good morning, Joyce\. What would you like to know\?$/);
    (await talk.user('where were we')).alexa(/^That's private\./);
    (await talk.user('four four one nine')).alexa(/^Thank you, Joyce\. Earlier we were cancelling /);
  });
});

describe('in the same talk', () => {
  test('what was left for something else can be gone back to', async () => {
    const talk = await openedAt('send-move');
    await talk.user("who's coming today");
    (await talk.user('where were we')).alexa("We were moving Priya's visit tomorrow. I'll ask for Priya at ten o'clock tomorrow, instead of half past eight. Shall I send that?");
  });

  test('the newest of two is gone back to', async () => {
    const talk = await openedAt('send-move');
    await talk.user('can I use it for a new telly');
    await talk.user("who's coming today");
    (await talk.user('where were we')).alexa(/^We were asking Mr Okafor about a new telly\./);
  });

  test('a yes on the way back is only to going back', async () => {
    const talk = await openedAt('send-cancel');
    const before = untouched(await talk.record());
    await talk.user("who's coming today");
    await talk.user('yes please');
    expect(untouched(await talk.record())).toEqual(before);
  });
});
