// Promise: the ONS's questions are asked aloud only where the council lets them, only when asked for, in their own words and of the person alone; an answer may come in any words, and skip and stop always work.
import { describe, expect, test } from '@jest/globals';
import { instruments } from '../../models/outcome/index.ts';
import { councilId, personId } from '../../models/shared/index.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { setSpokenQuestions } from '../../lambda/store/spoken-question-rows.ts';
import { wellbeingOf } from '../../lambda/store/wellbeing-rows.ts';
import { conversation, type Talk } from '../support/conversation.ts';

const [harrow, margaret] = [councilId('harrow'), personId('margaret')];
const kept = async (talk: Talk, from: number) => (await wellbeingOf(talk.services.table, harrow, margaret)).slice(from);
const before = async (talk: Talk) => (await wellbeingOf(talk.services.table, harrow, margaret)).length;
const rings = async (talk: Talk) => (await alertStore(talk.services.table).list(harrow, margaret, '2020', '2100')).filter(({ kind }) => kind === 'ring-wanted').length;

async function asked(...says: readonly string[]): Promise<Talk> {
  const talk = await conversation();
  for (const words of ['ask me how life is going', 'yes please', ...says]) await talk.user(words);
  return talk;
}

describe('the four questions', () => {
  test('are asked one by one in the ONS’s words, after who is speaking is asked once, and kept as spoken', async () => {
    const talk = await conversation();
    const [had, rung] = [await before(talk), await rings(talk)];
    (await talk.user('ask me how life is going')).understood('WellbeingQuestionsIntent').alexa(/^It's four questions, and you can say skip, or stop\. Only you and Mr Okafor see the answers\. If things sound hard, the council rings you\. Is that you, Margaret, answering for yourself\?$/);
    (await talk.user('yes')).alexa('Next I would like to ask you four questions about your feelings on aspects of your life. There are no right or wrong answers. For each of these questions I’d like you to give an answer on a scale of nought to 10, where nought is “not at all” and 10 is “completely”. Overall, how satisfied are you with your life nowadays?');
    (await talk.user('about a seven')).understood('GiveRatingIntent').alexa(instruments.ons4.questions[1]!.words);
    (await talk.user('eight out of ten')).alexa(instruments.ons4.questions[2]!.words);
    (await talk.user('six')).alexa('On a scale where nought is “not at all anxious” and 10 is “completely anxious”, overall, how anxious did you feel yesterday?');
    (await talk.user('two')).alexa(/^Thank you\. I've kept your answers\. I have four more, about company\. Shall I ask those\?$/);
    expect(await kept(talk, had)).toMatchObject([{ instrument: 'ons4', version: '2020', mode: 'voice', isStopped: false, answers: { satisfied: '7', worthwhile: '8', happy: '6', anxious: '2' } }]);
    expect(await rings(talk)).toBe(rung);
    (await talk.user('no thank you')).alexa(/^Right you are\./);
  });

  test('are left when it is not the person who speaks', async () => {
    const talk = await conversation();
    await talk.user('ask me how life is going');
    (await talk.user('no')).alexa(/^Then I'll leave it\. Only Margaret can answer those\./);
    (await talk.user('seven out of ten')).alexa(/^(?!Overall)/);
  });

  test('are not asked where the council has not let them be, nor of somebody under sixteen', async () => {
    const talk = await conversation();
    await setSpokenQuestions(talk.services.table, harrow, { mayBeSpoken: false, by: 'staff:patel', at: talk.services.clock() });
    (await talk.user('ask me how life is going')).alexa(/^I can't ask those questions out loud here\. You can answer them in My Care on the web, under Wellbeing\./);
    await setSpokenQuestions(talk.services.table, harrow, { mayBeSpoken: true, by: 'staff:patel', at: talk.services.clock() });
    await talk.change(({ household }) => ({ household: { ...household, bornOn: '2011-01-01' } }));
    (await talk.user('ask me how life is going')).alexa(/^Those questions are for people of 16 and over\./);
  });

  test('wait for the four numbers of somebody who keeps answers private', async () => {
    const talk = await conversation('joyce');
    (await talk.user('ask me how life is going')).alexa(/^That's private\./);
    (await talk.user('four four one nine')).alexa(/^Thank you, Joyce\. It's four questions.* Is that you, Joyce, answering for yourself\?$/);
  });
});

describe('an answer', () => {
  test.each<readonly [string, RegExp]>([
    ['seven', /worthwhile\?$/], ['I’d say a seven', /worthwhile\?$/], ['seven please', /worthwhile\?$/], ['ten out of ten', /worthwhile\?$/], ['nought', /worthwhile\?$/], ['zero', /worthwhile\?$/], ['not at all', /worthwhile\?$/], ['completely', /worthwhile\?$/],
    ['seven or eight', /^Which is nearer, 7, or 8\?$/], ['between five and six', /^Which is nearer, 5, or 6\?$/],
    ['twelve', /^It goes from nought to 10\. Overall, how satisfied/], ['don’t know', /^That's all right\. Overall, to what extent/], ['I don’t know', /^That's all right\./], ['skip', /^Overall, to what extent/], ['I’d rather not say', /^Overall, to what extent/],
    ['go back', /^That was the first one\. Overall, how satisfied/], ['say that again', /^Next I would like .* Overall, how satisfied/], ['flibber grommet wozzle', /^I didn't catch that\. You can answer, or say skip, or stop\. Overall, how satisfied/],
    ['often', /^You can say: a number from nought to 10\. Overall, how satisfied|^It goes from nought to 10\./],
  ])('%s', async (words, answered) => {
    (await asked(words)).alexa(answered);
  });

  test('of two is settled by the one said next, and what is skipped is not kept', async () => {
    const talk = await asked('seven or eight', 'eight', 'skip', 'five');
    const had = await before(talk);
    await talk.user('don’t know');
    expect(await kept(talk, had)).toMatchObject([{ answers: { satisfied: '8', happy: '5' } }]);
  });

  test('that worries has the council ring, which is said', async () => {
    const talk = await asked('two', 'six', 'six');
    const rung = await rings(talk);
    (await talk.user('three')).alexa(/^Thank you\. I've kept your answers\. I've asked the council to ring you\. /);
    expect(await rings(talk)).toBe(rung + 1);
  });

  test('about company is one of the words that are read out, or near them', async () => {
    const talk = await asked('seven', 'eight', 'six', 'two');
    (await talk.user('go on then')).alexa(/^The next questions are about how you feel .* The answers are: hardly ever or never, some of the time, or often\. How often do you feel that you lack companionship\?$/);
    (await talk.user('sometimes')).alexa('How often do you feel left out?');
    (await talk.user('occasionally')).alexa(/^You can say: hardly ever or never, some of the time, or often\. How often do you feel left out\?$/);
    (await talk.user('never')).alexa('How often do you feel isolated from others?');
    (await talk.user('quite often')).alexa(/^The answers are: often or always, some of the time, occasionally, hardly ever, or never\. How often do you feel lonely\?$/);
    (await talk.user('now and then')).alexa(/^Thank you\. I've kept your answers\./);
    expect((await kept(talk, 0)).find(({ mode, instrument }) => mode === 'voice' && instrument === 'ons-loneliness')).toMatchObject({ version: '2018', answers: { companionship: 'some-of-the-time', 'left-out': 'hardly-ever-or-never', isolated: 'often', lonely: 'occasionally' } });
  });
});

describe('stop', () => {
  test('stops, and asks once whether what was answered be kept', async () => {
    const talk = await asked('seven', 'skip');
    const had = await before(talk);
    (await talk.user('stop')).alexa(/^I've stopped\. Shall I keep what you answered\?$/);
    (await talk.user('yes please')).alexa(/^Thank you\. I've kept your answers\./);
    expect(await kept(talk, had)).toMatchObject([{ answers: { satisfied: '7' }, isStopped: true }]);
  });

  test.each([['with nothing answered', ['stop'], /^Goodbye for now\./], ['and no', ['seven', 'stop', 'no'], /^Nothing was kept\./], ['twice', ['seven', 'stop', 'stop'], /^Goodbye for now\./], ['by never mind', ['seven', 'never mind', 'no'], /^Nothing was kept\./]])('%s keeps nothing', async (_, says, answered) => {
    const talk = await asked();
    const had = await before(talk);
    for (const words of says) await talk.user(words);
    talk.alexa(answered);
    expect(await before(talk)).toBe(had);
  });

  test('by silence keeps nothing, and distress is heard before everything', async () => {
    const talk = await asked('seven');
    const had = await before(talk);
    await talk.fallsSilent();
    expect([await before(talk), (await talk.record()).unfinished]).toEqual([had, undefined]);
    for (const words of ['ask me how life is going', 'yes', 'seven', 'I’ve fallen and I can’t get up']) await talk.user(words);
    talk.alexa(/^I can't call an ambulance\./);
  });
});
