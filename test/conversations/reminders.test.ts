// Promise: a reminder is set only after what, when and how often was read back and agreed to, and nothing is called set, stopped or refused that is not.
import { describe, expect, test } from '@jest/globals';
import { councilId, personId, type LocalTime } from '../../models/shared/index.ts';
import type { ReminderBook } from '../../models/routine/index.ts';
import { connectionsResponse, intentRequest } from '../support/alexa-request.ts';
import { conversation, type Talk } from '../support/conversation.ts';
import { pretendAmazon } from '../support/pretend-amazon.ts';
import { brokenRules } from '../support/response-rules.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';

const onAlexa = { onAlexa: true } as const;
const harrow = councilId('harrow');
const read = async (talk: Talk, person = 'margaret'): Promise<ReminderBook> => (await talk.services.reminderBooks.read(harrow, personId(person))).book;
const times = (book: ReminderBook) => book.reminders.map(({ time }) => time.at);

/** As in the guide: Priya comes on Tuesdays and Fridays. */
async function tuesdaysAndFridays(talk: Talk): Promise<void> {
  await talk.change(({ visitBook }) => ({ visitBook: { ...visitBook, rounds: visitBook.rounds.map((round) => (round.id === 'margaret-breakfast' ? { ...round, days: [2, 5] as const } : round)) } }));
}

/** On a speaker of Amazon's that already may have reminders, and answers as it is told. */
async function allowed(person = 'margaret') {
  const amazon = pretendAmazon();
  const faults: string[] = [];
  const talk = await conversation(person, { ...onAlexa, instead: { amazon: amazon.api, log: { fault: (code) => { faults.push(code); } } } });
  return { talk, amazon, faults };
}

describe('a reminder, with consent', () => {
  test('is read back, allowed, set, and told how to stop', async () => {
    const talk = await conversation('margaret', onAlexa);
    await tuesdaysAndFridays(talk);
    (await talk.user('remind me before Priya comes')).alexa('I can remind you on this speaker before Priya comes, at quarter past eight in the morning, every Tuesday and Friday. Alexa will say it out loud. Shall I set that?').isListening(true);
    (await talk.user('yes')).alexa('Alexa needs your permission first.').isListening(false);
    (await talk.user('I approve')).alexa("It's set. To stop them, say stop the reminders. Anything else?").isListening(true);
    expect(times(await read(talk))).toEqual(['08:15']);
  });

  test('is not asked about again once it is allowed', async () => {
    const { talk, amazon } = await allowed();
    await talk.user('remind me half an hour before Sam comes');
    talk.alexa('I can remind you on this speaker before Sam comes, at half past five in the evening, every day but Wednesday and Thursday. Alexa will say it out loud. Shall I set that?');
    (await talk.user('yes please')).alexa(/^It's set\./);
    expect([...amazon.alerts.values()].map(({ body }) => body.alertInfo?.spokenInfo?.content[0]?.text)).toEqual(['A visit is planned at six in the evening.']);
  });

  test('each time of day is agreed to by itself', async () => {
    const { talk, amazon } = await allowed();
    (await talk.user('remind me before my visits')).alexa(/before your visit, at quarter past eight in the morning, every day but Thursday\..*Shall I set that\?$/);
    (await talk.user('yes')).alexa("It's set. To stop them, say stop the reminders. There's also one at quarter to twelve in the morning, every Thursday. Shall I set that too?");
    (await talk.user('yes')).alexa("That's set too. There's also one at quarter past twelve in the afternoon, every Monday, Wednesday, and Saturday. Shall I set that too?");
    (await talk.user('leave it')).alexa("Right you are. That one isn't set. Anything else?");
    expect(amazon.alerts.size).toBe(2);
    (await talk.user('remind me before my visits')).alexa(/^I can remind you on this speaker before your visit, at quarter past twelve/);
  });

  test('how long before can be put right, and is read back again', async () => {
    const { talk, amazon } = await allowed();
    await talk.user('remind me before my visit on thursday');
    talk.alexa('I can remind you on this speaker before your visit, on Thursday at quarter to twelve in the morning. Alexa will say it out loud. Shall I set that?');
    (await talk.user('half an hour')).alexa(/on Thursday at half past eleven in the morning\. .*Shall I set that\?$/);
    expect(amazon.calls).toEqual([]);
    (await talk.user('yes')).alexa(/^It's set\./);
    expect([...amazon.alerts.values()][0]?.body.trigger).toEqual({ type: 'SCHEDULED_ABSOLUTE', scheduledTime: '2026-12-03T11:30:00.000', timeZoneId: 'Europe/London' });
  });

  test('a no sets nothing', async () => {
    const { talk, amazon } = await allowed();
    await talk.user('remind me before Priya comes');
    (await talk.user('no leave it')).alexa(/^Right you are\. That one isn't set\./);
    (await talk.user('yes')).alexa(/^What would you like\?/);
    expect(amazon.calls).toEqual([]);
  });

  test('the reason for asking is told', async () => {
    const { talk } = await allowed();
    await talk.user('remind me before Priya comes');
    (await talk.user('why')).alexa(/^Anybody in the room will hear it, so I set none without your yes\. Shall I set that\?$/);
  });

  test('the same one is not set twice', async () => {
    const { talk, amazon } = await allowed();
    await talk.user('remind me before Priya comes');
    await talk.user('yes');
    (await talk.user('remind me before Priya comes')).alexa(/^That reminder is set already, at quarter past eight in the morning, every day but Thursday\./);
    expect(amazon.alerts.size).toBe(1);
  });

  test('what does not come every week is reminded of once', async () => {
    const { talk } = await allowed();
    await talk.change(({ visitBook }) => ({ visitBook: { ...visitBook, rounds: visitBook.rounds.map((round) => ({ ...round, everyWeeks: 2 as const })) } }));
    (await talk.user('remind me before Blessing comes')).alexa(/^That doesn't come round every week\. I can remind you on this speaker before Blessing comes, .* Shall I set that\?$/);
  });

  test.each([
    ['remind me before Gladys comes', /^I don't know anybody called gladys at Kindly Care, so nothing is set\./i],
    ['remind me before my visit next year', /./],
    ['remind me before Sam comes on thursday', /^I can't see a visit like that, so there's nothing to remind you of\./],
    ['remind me a week before my visit', /^I can remind you up to a day before\. You could say: remind me an hour before my visit\./],
    ['remind me before my morning visit today', /^I can remind you .* at quarter past eight this morning\./],
  ])('“%s” is answered', async (said, answered) => {
    const { talk, amazon } = await allowed();
    (await talk.user(said)).alexa(answered);
    expect(amazon.calls).toEqual([]);
  });

  test('too late for the visit that was named is said so', async () => {
    const talk = await conversation('margaret', { ...onAlexa, at: '2026-12-01T08:20' });
    (await talk.user('remind me before my morning visit today')).alexa(/^It's too late to remind you of that one\./);
  });

  test('visits that changed meanwhile are not reminded of', async () => {
    const { talk, amazon } = await allowed();
    await talk.user('remind me before Priya comes');
    await talk.change(({ visitBook }) => ({ visitBook: { ...visitBook, rounds: visitBook.rounds.map((round) => (round.id === 'margaret-breakfast' ? { ...round, from: '09:30' as LocalTime } : round)) } }));
    (await talk.user('yes')).alexa(/^Your visits have changed since I asked, so nothing is set\./);
    expect(amazon.calls).toEqual([]);
  });

  test.each(['remind me to feed the cat', 'remind me to take my tablets', 'set a reminder for parents evening', 'remind me to ring Susan'])('“%s” is not ours', async (said) => {
    (await (await conversation()).user(said)).understood('AMAZON.FallbackIntent');
  });
});

describe('permission', () => {
  test('that is refused is respected for seven days', async () => {
    const talk = await conversation('margaret', onAlexa);
    await talk.user('remind me before Priya comes');
    await talk.user('yes');
    (await talk.user('no')).alexa("That's all right. Nothing is set, and I won't ask again for a week. Anything else?");
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa(/^Alexa needs your permission, and you said no this week, so nothing is set\. You can allow it in the Alexa app\./);
    talk.later(7 * 24 * 60);
    await talk.lineDrops().user('remind me before Priya comes');
    (await talk.user('yes')).alexa('Alexa needs your permission first.');
    (await talk.user('yes I approve')).alexa(/^It's set\./);
  });

  test('that is not answered sets nothing', async () => {
    const talk = await conversation('margaret', onAlexa);
    await talk.user('remind me before Priya comes');
    await talk.user('yes');
    (await talk.user('what was that about the weather')).alexa(/^I didn't hear a yes to that, so nothing is set\. You can allow it in the Alexa app, and then ask me again\./);
    expect((await read(talk)).reminders).toEqual([]);
  });

  test('that Amazon still holds back is said so, and not asked in a ring', async () => {
    const { talk, amazon } = await allowed();
    amazon.answer('POST', { status: 401 });
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa('Alexa needs your permission first.');
    (await talk.user('I approve')).alexa(/^Alexa still won't let me set it, so nothing is set\./);
  });

  test('offers the card of the Alexa app where it is not asked for', async () => {
    const { talk, amazon } = await allowed();
    amazon.answer('POST', { status: 403, code: 'ACCESS_DENIED' });
    const kept = await talk.services.reminderBooks.read(harrow, personId('margaret'));
    await talk.services.reminderBooks.save(kept, { idempotencyKey: 'no', at: talk.services.clock(), book: { reminders: [], refusedAt: talk.services.clock() }, action: 'reminders-refused' });
    const asked = await talk.services.ask(connectionsResponse('AskFor', { status: 'NOT_ANSWERED', isCardThrown: false }, `reminder ${JSON.stringify({ wish: { leadMinutes: 15 }, time: { kind: 'once', on: '2026-12-01', at: '08:15', visitFrom: '08:30' } })}`, undefined, { userId: deskAlexaId('margaret') }));
    expect(asked.response.card).toEqual({ type: 'AskForPermissionsConsent', permissions: ['alexa::alerts:reminders:skill:readwrite'] });
  });

  const agreed = { wish: { workerId: 'priya', leadMinutes: 15 }, time: { kind: 'weekly', days: [1, 2, 3, 5, 6, 7], at: '08:15', visitFrom: '08:30' } };
  const answered = async (token: string, payload: object = { status: 'ACCEPTED' }, userId = deskAlexaId('margaret')) => {
    const { talk, amazon } = await allowed();
    const envelope = connectionsResponse('AskFor', payload, token, undefined, { userId });
    const response = await talk.services.ask(envelope);
    expect(brokenRules(response, envelope)).toEqual([]);
    return { made: amazon.alerts.size, speech: JSON.stringify(response.response.outputSpeech) };
  };

  test('brings back what was agreed, even where the session was lost', async () => {
    expect(await answered(`reminder ${JSON.stringify(agreed)}`)).toEqual({ made: 1, speech: expect.stringContaining('It’s set.') });
  });
  test.each([
    ['nothing of ours', 'rem:x'], ['no sense', 'reminder {'], ['no times', `reminder ${JSON.stringify({ wish: agreed.wish })}`], ['a time nobody has', `reminder ${JSON.stringify({ ...agreed, time: { ...agreed.time, at: '25:00' } })}`],
    ['no days', `reminder ${JSON.stringify({ ...agreed, time: { ...agreed.time, days: [] } })}`], ['times that are not the visits’', `reminder ${JSON.stringify({ ...agreed, time: { ...agreed.time, at: '03:00' } })}`],
    ['hostile words', `reminder ${JSON.stringify({ ...agreed, wish: { workerId: '</speak>'.repeat(20), leadMinutes: 15 } })}`], ['endless words', `reminder ${JSON.stringify({ ...agreed, wish: { task: 'x'.repeat(9000), leadMinutes: 15 } })}`],
  ])('a token with %s sets nothing', async (_, token) => {
    expect((await answered(token)).made).toBe(0);
  });
  test.each([[{}], [{ status: 'MAYBE' }], [{ status: 7 }], [null as unknown as object]])('a payload of %j is no yes', async (payload) => {
    expect((await answered(`reminder ${JSON.stringify(agreed)}`, payload)).made).toBe(0);
  });
  test('nobody’s speaker gets none', async () => {
    expect((await answered(`reminder ${JSON.stringify(agreed)}`, { status: 'ACCEPTED' }, 'amzn1.ask.account.STRANGER')).made).toBe(0);
  });
});

describe('what Amazon cannot or will not do', () => {
  test.each([
    [{ status: 403, code: 'DEVICE_NOT_SUPPORTED' }, /^This speaker can't set reminders\. /], [{ status: 403, code: 'MAX_REMINDERS_EXCEEDED' }, /^This speaker has as many reminders as it will take, so that one isn't set\./],
    [{ status: 429 }, /^Alexa is too busy to set it just now\. Nothing is set\. Please ask me again in a minute\./], [{ status: 400, code: 'X' }, /^Alexa wouldn't take that one, so nothing is set\./],
  ])('%j is said plainly', async (instead, answered) => {
    const { talk, amazon } = await allowed();
    amazon.answer('POST', instead);
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa(answered);
    expect(await read(talk)).toEqual({ reminders: [] });
  });

  test('an answer lost on the way is looked for, and found', async () => {
    const { talk, amazon } = await allowed();
    amazon.answer('POST', 'silence-after-doing');
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa(/^It's set\./);
    expect((await read(talk)).reminders.map(({ alert }) => alert.token)).toEqual([...amazon.alerts.keys()]);
  });

  test('what is not known is not said, and is looked for before another try', async () => {
    const { talk, amazon } = await allowed();
    amazon.answer('POST', 'silence-after-doing');
    amazon.answer('GET', 'silence');
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa(/^I'm not sure that went through\. In a minute you can say: what reminders have I got\./);
    expect((await read(talk)).unsure).toBeDefined();
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa(/^I'm still not sure about the last one\. Please ask me again in a minute\./);
    amazon.answer('POST', undefined);
    amazon.answer('GET', undefined);
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa(/^It's set\./);
    expect(amazon.alerts.size).toBe(1);
    expect((await read(talk)).unsure).toBeUndefined();
  });

  test('what never came is set after a minute, once', async () => {
    const { talk, amazon } = await allowed();
    amazon.answer('POST', 'silence');
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa(/^I'm not sure that went through\./);
    amazon.answer('POST', undefined);
    talk.later(2);
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa(/^It's set\./);
    expect(amazon.calls.filter((call) => call === 'POST')).toHaveLength(2);
    expect(times(await read(talk))).toEqual(['08:15']);
  });

  test('the same yes sent twice at once sets one', async () => {
    const { talk, amazon } = await allowed();
    const time = { kind: 'weekly', days: [1, 2, 3, 5, 6, 7], at: '08:15', visitFrom: '08:30' };
    const attributes = { pending: { kind: 'set-reminder', wish: { workerId: 'priya', leadMinutes: 15 }, time }, misses: 0 };
    const yes = (requestId: string) => talk.services.ask(intentRequest('AMAZON.YesIntent', {}, { userId: deskAlexaId('margaret'), isNew: false, attributes, requestId }));
    const answers = [...await Promise.all([yes('one'), yes('one'), yes('two')]), await yes('one')];
    for (const { response } of answers) expect(JSON.stringify(response.outputSpeech)).toContain('It’s set.');
    expect((await read(talk)).reminders.map(({ alert }) => alert.token)).toEqual([...amazon.alerts.keys()]);
    expect(amazon.alerts.size).toBe(1);
  });

  test('what could not be noted is taken off again', async () => {
    const { talk, amazon, faults } = await allowed();
    await talk.user('remind me before Priya comes');
    Object.assign(talk.services.reminderBooks, { save: () => Promise.reject(new Error('The disk is full')) });
    (await talk.user('yes')).alexa(/^I couldn't keep a note of it, so I've taken it off again\. Nothing is set\./);
    expect([amazon.alerts.size, faults]).toEqual([0, ['reminder-not-noted']]);
  });

  test('what could be neither noted nor taken off is left unsaid', async () => {
    const { talk, amazon } = await allowed();
    await talk.user('remind me before Priya comes');
    Object.assign(talk.services.reminderBooks, { save: () => Promise.resolve('unknown') });
    amazon.answer('DELETE', 'silence');
    (await talk.user('yes')).alexa(/^I'm not sure that went through\./);
  });
});

describe('asking what there is, and stopping it', () => {
  async function withTwo() {
    const { talk, amazon, faults } = await allowed();
    for (const name of ['Priya', 'Sam']) {
      await talk.user(`remind me before ${name} comes`);
      await talk.user('yes');
    }
    return { talk, amazon, faults };
  }

  test('none is said plainly', async () => {
    const { talk } = await allowed();
    (await talk.user('what reminders have I got')).alexa('You have no reminders from me.');
    (await talk.user('stop the reminders')).alexa(/^You have no reminders from me\./);
  });

  test('one, and then two, are told with their times', async () => {
    const { talk } = await withTwo();
    (await talk.user('what reminders have I got')).alexa('You have two reminders. Before Priya comes, at quarter past eight in the morning, every day but Thursday. Shall I tell you the other one?');
    (await talk.user('yes please')).alexa('Before Sam comes, at quarter to six in the evening, every day but Wednesday and Thursday. Priya comes at half past eight. Anything else?');
    await talk.user('stop the reminder for Sam');
    await talk.user('yes');
    (await talk.user('when will you remind me')).alexa(/^I remind you before Priya comes, at quarter past eight in the morning, every day but Thursday\./);
  });

  test('several are told one at a time, for as long as they are wanted', async () => {
    const { talk } = await allowed();
    await talk.user('remind me before my visits');
    for (let yes = 0; yes < 4; yes += 1) await talk.user('yes');
    (await talk.user('what reminders have I got')).alexa(/^You have four reminders\. Before your visit, at quarter past eight.* Shall I tell you the other three\?$/);
    (await talk.user('yes please')).alexa(/Shall I tell you the other two\?$/);
    (await talk.user('yes please')).alexa(/^Before your visit, at quarter past twelve in the afternoon, .* Shall I tell you the other one\?$/);
    (await talk.user('yes please')).alexa(/^Before your visit, at quarter to six in the evening, every day but Wednesday and Thursday\. Priya comes at half past eight\. Anything else\?$/);
  });

  test('all are stopped on one yes, after how many', async () => {
    const { talk, amazon } = await withTwo();
    (await talk.user('no more reminders')).alexa('You have two reminders from me. Shall I stop them both?');
    expect(amazon.alerts.size).toBe(2);
    (await talk.user('yes')).alexa(/^Done\. Those reminders are stopped\./);
    expect([amazon.alerts.size, (await read(talk)).reminders]).toEqual([0, []]);
  });

  test('a no leaves them', async () => {
    const { talk, amazon } = await withTwo();
    await talk.user('turn off my reminders');
    (await talk.user('no')).alexa(/^I've left it as it is\./);
    expect(amazon.alerts.size).toBe(2);
  });

  test('one of them is stopped by whom it is for', async () => {
    const { talk, amazon } = await withTwo();
    (await talk.user('stop reminding me about Priya')).alexa("That's the one before Priya comes, at quarter past eight in the morning, every day but Thursday. Shall I stop it?");
    (await talk.user('yes')).alexa(/^Done\. That reminder is stopped\./);
    expect(times(await read(talk))).toEqual(['17:45']);
    (await talk.user('stop the evening reminder')).alexa(/^That's the one before Sam comes/);
    (await talk.user('no')).alexa(/./);
    (await talk.user('stop reminding me about Blessing')).alexa(/^I have no reminder like that\. The others stay as they are\./);
    expect(amazon.alerts.size).toBe(1);
  });

  test('what would not stop is said, and stays noted', async () => {
    const { talk, amazon } = await withTwo();
    await talk.user('stop the reminders');
    amazon.answer('DELETE', { status: 500 });
    (await talk.user('yes')).alexa(/^I couldn't stop them just now\. You can turn them off in the Alexa app, or ask me again in a minute\./);
    expect((await read(talk)).reminders).toHaveLength(2);
  });

  test('what was deleted in the app is no longer spoken of', async () => {
    const { talk, amazon } = await withTwo();
    amazon.alerts.delete('token-1');
    (await talk.user('what reminders have I got')).alexa(/^I remind you before Sam comes/);
    expect(times(await read(talk))).toEqual(['17:45']);
  });

  test('what is on the speaker without a note is stopped with the rest', async () => {
    const { talk, amazon } = await withTwo();
    amazon.alerts.set('stray', { body: {}, createdTime: '2026-11-01T08:00:00Z' });
    (await talk.user('what reminders have I got')).alexa(/^There is one here that I have no note of\. You have two reminders\./);
    (await talk.user('stop the reminders')).alexa('You have three reminders from me. Shall I stop them all?');
    await talk.user('yes');
    expect(amazon.alerts.size).toBe(0);
  });

  test('where Amazon does not say, it is from our notes', async () => {
    const { talk, amazon } = await withTwo();
    amazon.answer('GET', { status: 503 });
    (await talk.user('what reminders have I got')).alexa(/^I can't check just now, so this is from my notes\. You have two reminders\./);
  });

  test('those of another speaker are told of, and not claimed', async () => {
    const { talk } = await withTwo();
    const kept = await talk.services.reminderBooks.read(harrow, personId('margaret'));
    const reminders = kept.book.reminders.map((each, place) => (place === 0 ? { ...each, speaker: 'old' as never } : each));
    await talk.services.reminderBooks.save(kept, { idempotencyKey: 'moved', at: talk.services.clock(), book: { reminders }, action: 'test' });
    (await talk.user('what reminders have I got')).alexa(/^There is one here that I have no note of\.|One more was set on another speaker\./);
    (await talk.user('what reminders have I got')).alexa(/One more was set on another speaker\./);
  });

  test('a speaker that forgets its person says no more reminders', async () => {
    const { talk, amazon } = await withTwo();
    await talk.user('forget this speaker');
    (await talk.user('yes please')).alexa('Done. This speaker has forgotten you. Its reminders are stopped. To come back, you need a new code from the council.');
    expect(amazon.alerts.size).toBe(0);
  });

  test('and where that fails, it is said', async () => {
    const { talk, amazon } = await withTwo();
    amazon.answer('DELETE', { status: 500 });
    await talk.user('forget this speaker');
    (await talk.user('yes please')).alexa(/It may still say reminders: turn them off in the Alexa app\./);
  });
});

describe('in a shared room', () => {
  test('times wait for the four numbers, and the words tell nothing', async () => {
    const { talk, amazon } = await allowed('joyce');
    (await talk.user('remind me before Priya comes')).alexa(/^That's private\./);
    (await talk.user('four four one nine')).alexa(/^Thank you, Joyce\. I can remind you on this speaker before Priya comes, at quarter to nine in the morning, every day\. Alexa will say it out loud\. Shall I set that\?$/);
    (await talk.user('yes')).alexa(/^It's set\./);
    expect([...amazon.alerts.values()].map(({ body }) => body.alertInfo?.spokenInfo?.content[0]?.text)).toEqual(['You have a visit soon.']);
    await talk.lineDrops().user('what reminders have I got');
    talk.alexa(/^That's private\./);
  });

  test('all can be stopped without the numbers, one only with them', async () => {
    const { talk } = await allowed('joyce');
    await talk.user('remind me before Priya comes');
    await talk.user('four four one nine');
    await talk.user('yes');
    (await talk.lineDrops().user('stop reminding me about Priya')).alexa(/^That's private\./);
    (await talk.lineDrops().user('stop the reminders')).alexa('You have one reminder from me. Shall I stop it?');
    (await talk.user('yes')).alexa(/^Done\. That reminder is stopped\./);
  });

  test('after the permission nothing private is offered', async () => {
    const talk = await conversation('joyce', onAlexa);
    await talk.user('remind me before my visits');
    await talk.user('four four one nine');
    (await talk.user('yes')).alexa('Alexa needs your permission first.');
    (await talk.user('I approve')).alexa("It's set. To stop them, say stop the reminders. Anything else?");
  });
});

describe('on our own page', () => {
  test('it is kept, and not said to ring', async () => {
    const talk = await conversation();
    (await talk.user('remind me before Priya comes')).alexa('I can keep a reminder before Priya comes, at quarter past eight in the morning, every day but Thursday. Nothing rings here yet. Shall I keep it?');
    (await talk.user('yes')).alexa('Alexa needs your permission first.');
    (await talk.user('I approve')).alexa("It's kept. Nothing rings here yet. Anything else?");
    (await talk.user('what reminders have I got')).alexa(/^Nothing rings here yet, but I keep one before Priya comes, at quarter past eight/);
    (await talk.user('stop the reminders')).alexa('You have one reminder from me. Shall I stop it?');
    (await talk.user('yes')).alexa(/^Done\. That reminder is stopped\./);
  });

  test('no Alexa app is spoken of where there is none', async () => {
    const talk = await conversation();
    await talk.user('remind me before Priya comes');
    await talk.user('yes');
    await talk.user('no thank you');
    await talk.user('remind me before Priya comes');
    (await talk.user('yes')).alexa(/^You said no to reminders this week, so nothing is kept\./);
  });
});
