// Promise: every kind of request Amazon sends, whole or with parts missing, gets a valid answer and never a crash.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { councilId, personId } from '../../models/shared/index.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { plainSpeech } from '../../lambda/desk-speaker/plain-speech.ts';
import { intents } from '../../skill/intents.ts';
import {
  canFulfillRequest, connectionsResponse, intentRequest, launchRequest, messageReceived, reminderEvent, screenFault, screenPressed, sessionEndedRequest,
  sessionResumedRequest, skillEvent, taskRequest, unknownRequest, without,
} from '../support/alexa-request.ts';
import { brokenRules } from '../support/response-rules.ts';
import { skillUnderTest, type SkillUnderTest } from '../support/skill-under-test.ts';

const margaret = { userId: deskAlexaId('margaret') };
let skill: SkillUnderTest;
beforeEach(async () => { skill = await skillUnderTest(); });

async function answer(envelope: RequestEnvelope): Promise<ResponseEnvelope> {
  const response = await skill.services.ask(envelope);
  expect(brokenRules(response, envelope)).toEqual([]);
  return response;
}
const speech = ({ response: { outputSpeech } }: ResponseEnvelope) => (outputSpeech?.type === 'SSML' ? plainSpeech(outputSpeech.ssml) : undefined);

describe('each kind of request', () => {
  test('opening greets by name and listens', async () => {
    const response = await answer(launchRequest(margaret));
    expect(speech(response)).toMatch(/^Good morning, Margaret\./);
    expect(response.response.shouldEndSession).toBe(false);
  });

  test('the morning task is short, nameless and done', async () => {
    const response = await answer(taskRequest('TodayBriefing', { when: 'today' }, margaret));
    expect(speech(response)).toBe('You have two visits today. The first is at half past eight in the morning.');
    expect(response.response.directives).toEqual([{ type: 'Tasks.CompleteTask', status: { code: '200', message: 'ok' }, result: { payload: 'done' } }]);
    expect(response.response.shouldEndSession).toBe(true);
  });

  test('a routine tells nothing where answers are private', async () => {
    const joyce = { userId: deskAlexaId('joyce') };
    for (const task of ['TodayBriefing', 'NextVisit']) expect(speech(await answer(taskRequest(task, {}, joyce)))).toBe('Hello from My Care. To hear about your day, open me and ask.');
  });

  test('the next-visit task and an unknown one are answered', async () => {
    expect(speech(await answer(taskRequest('NextVisit', {}, margaret)))).toBe('Your next visit is at half past eight this morning.');
    expect((await answer(taskRequest('Nonsense', {}, margaret))).response.directives).toMatchObject([{ status: { code: '404' } }]);
  });

  test.each([
    ['the end of a session', sessionEndedRequest('EXCEEDED_MAX_REPROMPTS', margaret)],
    ['the end by a fault', sessionEndedRequest('ERROR', margaret)],
    ['a reminder event', reminderEvent('ReminderStatusChanged', { status: 'COMPLETED', alertToken: 'a' }, margaret)],
    ['a message of our own', messageReceived({ kind: 'visit-changed' }, margaret)],
    ['a screen fault', screenFault(margaret)],
    ['a skill event', skillEvent('SkillEnabled', undefined, margaret)],
    ['a permission event', skillEvent('SkillPermissionChanged', { acceptedPermissions: [] }, margaret)],
    ['a subscription event', skillEvent('ProactiveSubscriptionChanged', { subscriptions: [] }, margaret)],
    ['something quite new', unknownRequest('Alexa.Something.New', margaret)],
  ])('%s is taken in without a word', async (_, envelope) => {
    expect(speech(await answer(envelope))).toBeUndefined();
  });

  test('a press on the screen chooses what was pressed', async () => {
    const first = await answer(intentRequest('FindServiceIntent', { need: { type: 'NEED', value: 'the garden', id: 'gardening' } }, { ...margaret, device: 'hub' }));
    const screen = first.response.directives?.[0] as unknown as { datasources: { screen: { items: { id: string }[] } } };
    const pressed = await answer(screenPressed(['choose', screen.datasources.screen.items[1]!.id], { ...margaret, attributes: first.sessionAttributes ?? {} }));
    expect(speech(pressed)).toMatch(/^Harrow Helping Hands, free\./);
  });

  test('screens are drawn only where there is one', async () => {
    const say = (device: 'none' | 'hub' | 'tv') => answer(intentRequest('WhoIsComingIntent', {}, { ...margaret, device }));
    expect((await say('none')).response.directives?.map(({ type }) => type)).toEqual(['Dialog.UpdateDynamicEntities']);
    for (const device of ['hub', 'tv'] as const) {
      const [directive] = (await say(device)).response.directives ?? [];
      expect(directive).toMatchObject({ type: 'Alexa.Presentation.APL.RenderDocument', datasources: { screen: { isTv: device === 'tv' } } });
      expect(JSON.stringify(directive).length).toBeLessThan(10_000);
    }
  });

  test('stored brackets are never taken for mark-up on a screen', async () => {
    const record = await skill.services.records.byPerson(councilId('harrow'), personId('margaret'));
    const goal = { id: 'odd', words: 'seeing <b>people</b> & <i>friends', covers: [], setOn: '2026-11-01' as never };
    await skill.services.records.save(record!, { idempotencyKey: 'odd', at: skill.now(), audit: [], outcomeBook: { ...record!.outcomeBook, goals: [goal] } });
    const [directive] = (await answer(intentRequest('MyGoalsIntent', {}, { ...margaret, device: 'hub' }))).response.directives ?? [];
    expect(directive).toMatchObject({ datasources: { screen: { items: [{ primary: 'seeing ‹b›people‹/b› & ‹i›friends' }] } } });
  });

  test('coming back from Amazon’s own dialogue goes on', async () => {
    expect(speech(await answer(sessionResumedRequest('pin:x', { status: 'ACHIEVED' }, undefined, margaret)))).toMatch(/^We’re back\./);
    expect(speech(await answer(connectionsResponse('AskFor', { status: 'DENIED' }, 'rem:x', { code: '400', message: 'no' }, margaret)))).toMatch(/nothing has changed/);
  });

  test('Amazon may ask what we can do', async () => {
    expect((await answer(canFulfillRequest('BudgetLeftIntent', {}, margaret))).response).toMatchObject({ canFulfillIntent: { canFulfill: 'YES' } });
    expect((await answer(canFulfillRequest('OrderPizzaIntent', { size: 'large' }, margaret))).response).toMatchObject({ canFulfillIntent: { canFulfill: 'NO', slots: { size: { canUnderstand: 'NO' } } } });
  });

  test('switching the skill off unlinks the speaker at once', async () => {
    skill.later(1);
    await answer(skillEvent('SkillDisabled', { userInformationPersistenceStatus: 'NOT_PERSISTED' }, { ...margaret, at: '2026-12-01T08:01:00Z' }));
    expect((await skill.services.records.byPerson(councilId('harrow'), personId('margaret')))?.link).toBeUndefined();
    expect(speech(await answer(launchRequest(margaret)))).toMatch(/isn’t linked to anyone yet/);
  });

  test('a late event does not undo a newer link', async () => {
    await answer(skillEvent('SkillDisabled', {}, { ...margaret, at: '2026-11-30T08:00:00Z' }));
    expect((await skill.services.records.byPerson(councilId('harrow'), personId('margaret')))?.link).toBeDefined();
  });

  test('a request for another skill is refused', async () => {
    await expect(skill.services.ask(launchRequest({ ...margaret, applicationId: 'amzn1.ask.skill.other' }))).rejects.toThrow('Skill ID verification failed');
  });
});

describe('requests with parts missing or odd', () => {
  const whole = () => intentRequest('WhoIsComingIntent', { day: '2026-12-01' }, { ...margaret, device: 'hub' });
  test.each(['session.attributes', 'session.new', 'context.Viewport', 'context.System.device', 'request.locale', 'request.timestamp', 'request.intent.slots', 'context.System.apiAccessToken'])('%s may be missing', async (path) => {
    const envelope = without(whole(), path);
    expect((await skill.services.ask(envelope)).version).toBe('1.0');
  });

  test('an open question from nowhere is not believed', async () => {
    for (const attributes of [{ pending: 'yes' }, { pending: { kind: 'launch-rockets' } }, { misses: 'many' }, { last: { tell: 'no' } }, { focus: 7 }, { person: 5 }]) {
      const response = await answer(intentRequest('AMAZON.YesIntent', {}, { ...margaret, isNew: false, attributes }));
      expect(speech(response)).toMatch(/hadn’t asked you anything|What would you like/);
    }
  });

  test('every intent copes with no slots at all', async () => {
    for (const name of Object.keys(intents).filter((each) => each !== 'Launch')) {
      const response = await answer(intentRequest(name, {}, { ...margaret, isNew: false }));
      expect({ name, says: (speech(response) ?? '').length > 0 }).toEqual({ name, says: true });
    }
  });

  test('every intent copes with slots that matched nothing', async () => {
    const odd = Object.fromEntries(['day', 'partOfDay', 'worker', 'task', 'time', 'newDay', 'direction', 'period', 'need', 'thing', 'position', 'quality', 'service', 'duration', 'number', 'frequency', 'words', 'code', 'pin', 'person', 'topic', 'subject', 'lead'].map((name) => [name, '?? <b>&\u0000 ]]>']));
    for (const name of Object.keys(intents).filter((each) => each !== 'Launch')) await answer(intentRequest(name, odd, { ...margaret, isNew: false }));
  });
});

describe('speakers that are nobody’s', () => {
  const stranger = { userId: 'amzn1.ask.account.STRANGER' };

  test('they are told how to be linked, and no more', async () => {
    for (const name of ['BudgetLeftIntent', 'WhoIsComingIntent', 'MessagesIntent', 'AskForServiceIntent']) {
      expect(speech(await answer(intentRequest(name, {}, stranger)))).toMatch(/^Hello\. This speaker isn’t linked to anyone yet\./);
    }
  });

  test('distress gets the safety words even there', async () => {
    expect(speech(await answer(intentRequest('INeedHelpIntent', {}, stranger)))).toMatch(/^I can’t ring anyone for you\. If you’re hurt or in danger, ring 999 or press your alarm now\./);
  });

  test('six spoken numbers link a speaker, once', async () => {
    const code = await skill.services.links.createLinkCode(councilId('harrow'), personId('joyce'), skill.now());
    if (code.kind !== 'made') throw new Error(code.reason);
    skill.counted.restart();
    expect(speech(await answer(intentRequest('LinkWithCodeIntent', { code: code.code }, stranger)))).toMatch(/^Thank you\. This speaker is linked now\./);
    expect(skill.counted.trips.transactions).toBe(1);
    expect(speech(await answer(launchRequest(stranger)))).toMatch(/^Good morning, Joyce\./);
    expect(speech(await answer(intentRequest('LinkWithCodeIntent', { code: code.code }, { userId: 'amzn1.ask.account.OTHER' })))).toMatch(/^I don’t know that code\./);
  });
});
