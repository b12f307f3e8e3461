// Promise: a check-in asks and never orders, whatever is answered somebody hears of it who should, and a routine runs only with the person's own yes (conversations 3, 11, 22).
import { describe, expect, test } from '@jest/globals';
import { alertIdFrom, type Alert } from '../../models/alert/index.ts';
import type { Routine } from '../../models/routine/index.ts';
import { councilId, instant, personId } from '../../models/shared/index.ts';
import { dueOperation } from '../../lambda/store/due-index.ts';
import { conversation, type Talk } from '../support/conversation.ts';
import { comesDue, engineBeside } from '../support/comes-due.ts';

const harrow = councilId('harrow');
const tablets = { words: 'Have you had your morning tablets from the blue box?', about: 'whether she has had her morning tablets', isMedicine: true, toMember: 'susan' };
const asked = (talk: Talk) => comesDue(talk, { kind: 'check-in', name: 'tablets', facts: tablets, person: 'joyce' });
const alertsOf = async (talk: Talk, kind: string) => (await engineBeside(talk).store.list(harrow, personId('joyce'), alertIdFrom(instant(0)), '~')).filter((alert: Alert) => alert.kind === kind);

describe('22. asking, not ordering', () => {
  test('it is asked at the next opening, though answers are private: this was agreed', async () => {
    const talk = await conversation('joyce');
    await asked(talk);
    (await talk.user('open my care')).alexa(/^Good morning, Joyce\. Have you had your morning tablets from the blue box\?$/);
  });

  test('“I don’t remember”: nothing is ordered, and Susan is asked to ring', async () => {
    const talk = await conversation('joyce');
    const engine = await asked(talk);
    await talk.user('open my care');
    (await talk.user("I don't remember")).understood('DontRememberIntent').alexa(/^That's all right\. Leave them for now\. I'll ask Susan to ring you\./);
    engine.sent.length = 0;
    talk.later(1);
    await engine.tick();
    expect(engine.sent.map(({ to, address, wording }) => [to, address.channel, wording.spoken])).toEqual([[{ kind: 'member', memberId: 'susan' }, 'text', 'Joyce was asked whether she has had her morning tablets, and doesn’t remember. Please ring.']]);
    expect(engine.sent[0]?.wording.discreet).not.toMatch(/Joyce|tablets/);
  });

  test('“yes” is thanked for, and it is over everywhere', async () => {
    const talk = await conversation('joyce');
    await asked(talk);
    await talk.user('open my care');
    (await talk.user('yes')).alexa(/^Thank you\./);
    expect((await alertsOf(talk, 'check-in')).map(({ state, answer }) => [state, answer?.word, answer?.through])).toEqual([['closed', 'yes', 'speaker']]);
    expect(await alertsOf(talk, 'word-for-somebody')).toEqual([]);
  });

  test('“no” asks Susan to ring', async () => {
    const talk = await conversation('joyce');
    await asked(talk);
    await talk.user('open my care');
    (await talk.user('no')).alexa(/^That's all right\. I'll ask Susan to ring you\./);
    expect(await alertsOf(talk, 'word-for-somebody')).toHaveLength(1);
  });

  test('“I’m doing it now” is asked again ten minutes later, once', async () => {
    const talk = await conversation('joyce');
    const engine = await asked(talk);
    await talk.user('open my care');
    (await talk.user("I'm doing it now")).understood('DoingItNowIntent').alexa(/^Lovely\. I'll ask again in ten minutes\./);
    engine.sent.length = 0;
    talk.later(9);
    await engine.tick();
    expect(engine.sent).toEqual([]);
    talk.later(2);
    await engine.tick();
    expect(engine.sent.map(({ kind, to }) => [kind, to.kind])).toEqual([['check-in', 'person']]);
    await talk.user('open my care');
    (await talk.user("I'm doing it now")).alexa(/^Lovely\./);
    expect(await alertsOf(talk, 'check-in')).toHaveLength(2);
  });

  test('silence: asked again, and after half an hour Susan is told that nobody answered', async () => {
    const talk = await conversation('joyce');
    const engine = await asked(talk);
    for (let minute = 0; minute < 31; minute += 1) { talk.later(1); await engine.tick(); }
    expect(engine.sent.filter(({ to }) => to.kind === 'person').length).toBeGreaterThanOrEqual(2);
    expect(engine.sent.filter(({ to }) => to.kind === 'member').map(({ wording }) => wording.spoken)).toEqual(['Joyce was asked whether she has had her morning tablets, and has not answered. Please ring.']);
  });
});

describe('a routine', () => {
  const routine: Routine = {
    id: 'tablets', does: { kind: 'question', ...tablets, tell: 'susan' }, days: [1, 2, 3, 4, 5, 6, 7], at: '09:00' as never, startsOn: '2026-11-01' as never, notOn: [], alsoOn: [],
    bankHolidays: { nation: 'england-and-wales', rule: 'as-usual' }, setBy: 'susan', setByName: 'Susan',
  };
  const planned = async (talk: Talk) => {
    const engine = engineBeside(talk);
    await talk.services.table.transact([dueOperation(instant(talk.services.clock()), { kind: 'plan', councilId: harrow, personId: personId('joyce') })]);
    await engine.tick();
    await engine.tick();
    return engine;
  };

  test('asks the person first, and runs from the yes on', async () => {
    const talk = await conversation('joyce');
    await engineBeside(talk).store.changeRoutines(harrow, personId('joyce'), () => ({ routines: [routine] }));
    const engine = await planned(talk);
    expect(await alertsOf(talk, 'check-in')).toEqual([]);
    (await talk.user('open my care')).alexa(/^Good morning, Joyce\. Susan would like me to ask you at nine each day whether you have had your morning tablets\. Is that all right\?$/);
    (await talk.user('yes')).alexa(/^Thank you\. I'll do that\./);
    await engine.tick();
    expect((await alertsOf(talk, 'check-in')).length).toBeGreaterThan(0);
    talk.later(61);
    await engine.tick();
    expect((await alertsOf(talk, 'check-in'))[0]?.attempts.length ?? 0).toBeGreaterThanOrEqual(0);
    (await talk.user('open my care')).alexa(/Have you had your morning tablets from the blue box\?$/);
  });

  test('that is refused does nothing, and is not asked about again', async () => {
    const talk = await conversation('joyce');
    await engineBeside(talk).store.changeRoutines(harrow, personId('joyce'), () => ({ routines: [routine] }));
    await planned(talk);
    await talk.user('open my care');
    (await talk.user('no')).alexa(/^Right you are\. I won't\./);
    await planned(talk);
    expect(await alertsOf(talk, 'check-in')).toEqual([]);
    expect((await alertsOf(talk, 'routine-consent')).filter(({ state }) => state !== 'closed')).toEqual([]);
  });
});

test('3. late, and honest: what the agency last said waits at the next opening, and is over once it is heard', async () => {
  const talk = await conversation('margaret');
  await comesDue(talk, { kind: 'visit-late', name: 'late', facts: { words: 'Priya is running late, the agency says. About twenty minutes.' } });
  (await talk.user('open my care')).alexa(/^Good morning, Margaret\. Priya is running late, the agency says\. About twenty minutes\. Have you got that\?$/);
  (await talk.user('no')).alexa(/^Priya is running late/);
  (await talk.user('yes')).alexa(/^Right you are\./);
  (await talk.user('any messages')).alexa(/^It's from Susan/);
});

test('11. “any messages?” tells what waits before what was left', async () => {
  const talk = await conversation('margaret');
  await comesDue(talk, { kind: 'visit-late', name: 'late', facts: { words: 'Priya is running late, the agency says.' } });
  (await talk.user('any messages')).alexa(/^Priya is running late, the agency says\. Have you got that\?$/);
  (await talk.user('I’ve heard that')).alexa(/^Right you are\./);
});
