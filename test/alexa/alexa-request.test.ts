// Promise: the requests our tests make have the shapes Amazon documents, so that a green test means something.
import { describe, expect, test } from '@jest/globals';
import { getDeviceId, getRequestType, getSlot, getSupportedInterfaces, getUserId, isNewSession } from 'ask-sdk-core';
import type { RequestEnvelope, Slot } from 'ask-sdk-model';
import {
  canFulfillRequest, connectionsResponse, intentRequest, launchRequest, messageReceived, reminderEvent, screenFault, screenPressed, sessionEndedRequest,
  sessionResumedRequest, skillEvent, skillId, taskRequest, unknownRequest, without,
} from '../support/alexa-request.ts';

const everyKind: readonly [string, RequestEnvelope][] = [
  ['LaunchRequest', launchRequest()],
  ['LaunchRequest', taskRequest('TodayBriefing', { when: 'today' })],
  ['IntentRequest', intentRequest('NextCareVisitIntent')],
  ['CanFulfillIntentRequest', canFulfillRequest('NextCareVisitIntent')],
  ['SessionEndedRequest', sessionEndedRequest('ERROR')],
  ['SessionResumedRequest', sessionResumedRequest('pin:1', { status: 'ACHIEVED' })],
  ['Connections.Response', connectionsResponse('AskFor', { status: 'DENIED' }, 'rem')],
  ['Alexa.Presentation.APL.UserEvent', screenPressed(['choose', 'visit-1'])],
  ['Alexa.Presentation.APL.RuntimeError', screenFault()],
  ['AlexaSkillEvent.SkillDisabled', skillEvent('SkillDisabled')],
  ['Reminders.ReminderStatusChanged', reminderEvent('ReminderStatusChanged', { status: 'COMPLETED', alertToken: 'a' })],
  ['Messaging.MessageReceived', messageReceived({ kind: 'visit-changed' })],
  ['Alexa.Something.New', unknownRequest()],
];

describe('every kind of request can be made', () => {
  test.each(everyKind)('%s names its type, time, language and skill', (type, envelope) => {
    expect(getRequestType(envelope)).toBe(type);
    expect(envelope.request.timestamp).toBe('2026-12-01T08:00:00Z');
    expect(envelope.request.locale).toBe('en-GB');
    expect(envelope.context.System.application.applicationId).toBe(skillId);
    expect(envelope.context.System.apiEndpoint).toBe('https://api.eu.amazonalexa.com');
  });
  test('each request has an id of its own', () => {
    expect(new Set(everyKind.map(([, { request }]) => request.requestId)).size).toBe(everyKind.length);
  });
  test('events come without a session or a device', () => {
    const events = everyKind.filter(([type]) => /^(AlexaSkillEvent|Reminders|Messaging)/.test(type)).map(([, envelope]) => envelope);
    expect(events).toHaveLength(3);
    for (const event of events) {
      expect(event.session).toBeUndefined();
      expect(event.context.System.device).toBeUndefined();
    }
  });
});

describe('a request says who speaks, and from what', () => {
  test('a plain speaker has no screen at all', () => {
    const plain = launchRequest();
    expect(getSupportedInterfaces(plain)).toEqual({});
    expect(plain.context.Viewport).toBeUndefined();
  });
  test('a television is steered with arrows, not touched', () => {
    const television = launchRequest({ device: 'tv' });
    expect(television.context.Viewport).toMatchObject({ mode: 'TV', keyboard: ['DIRECTION'] });
    expect(television.context.Viewport?.touch).toBeUndefined();
    expect(getSupportedInterfaces(television)['Alexa.Presentation.APL']).toEqual({ runtime: { maxVersion: '2024.3' } });
  });
  test('person, room, account and memory are carried', () => {
    const envelope = intentRequest('NextCareVisitIntent', {}, {
      userId: 'amzn1.ask.account.STAN', personId: 'amzn1.ask.person.STAN', unitId: 'amzn1.alexa.unit.did.ROOM4', accessToken: 'token', deviceId: 'amzn1.ask.device.BED',
      scopes: { 'alexa::alerts:reminders:skill:readwrite': 'GRANTED' }, attributes: { misses: 1 }, isNew: false,
    });
    expect(getUserId(envelope)).toBe('amzn1.ask.account.STAN');
    expect(getDeviceId(envelope)).toBe('amzn1.ask.device.BED');
    expect(isNewSession(envelope)).toBe(false);
    expect(envelope.session?.attributes).toEqual({ misses: 1 });
    expect(envelope.context.System.person?.personId).toBe('amzn1.ask.person.STAN');
    expect(envelope.context.System.unit?.unitId).toBe('amzn1.alexa.unit.did.ROOM4');
    expect(envelope.context.System.user).toMatchObject({ accessToken: 'token', permissions: { scopes: { 'alexa::alerts:reminders:skill:readwrite': { status: 'GRANTED' } } } });
  });
});

describe('slots look as Alexa fills them', () => {
  const envelope = intentRequest('CancelCareVisitIntent', {
    day: '2026-12-03', worker: { value: 'priya', id: 'priya', type: 'CARE_WORKER' }, service: { value: 'green fingers', id: 'svc-7', type: 'SERVICE_NAME', isDynamic: true },
    need: { value: 'wossname', id: null, type: 'NEED' }, task: { values: [{ value: 'lunch', id: 'lunch', type: 'CARE_TASK' }, { value: 'tablets', id: 'tablets', type: 'CARE_TASK' }] }, time: undefined,
  });
  const slotNamed = (name: string) => getSlot(envelope, name) as Slot | null;
  test.each([
    ['day', '2026-12-03', undefined],
    ['worker', 'priya', 'ER_SUCCESS_MATCH'],
    ['need', 'wossname', 'ER_SUCCESS_NO_MATCH'],
    ['time', undefined, undefined],
  ])('%s', (name, value, code) => {
    const slot = slotNamed(name);
    expect(slot?.value).toBe(value);
    expect(slot?.resolutions?.resolutionsPerAuthority?.[0]?.status.code).toBe(code);
  });
  test('a name we taught Alexa today has two authorities', () => {
    const authorities = slotNamed('service')?.resolutions?.resolutionsPerAuthority ?? [];
    expect(authorities.map(({ authority, status }) => [authority.includes('.dynamic.'), status.code])).toEqual([[false, 'ER_SUCCESS_NO_MATCH'], [true, 'ER_SUCCESS_MATCH']]);
  });
  test('two things at once leave the single value empty', () => {
    const slot = slotNamed('task');
    expect(slot?.value).toBeUndefined();
    expect(slot?.slotValue).toMatchObject({ type: 'List', values: [{ value: 'lunch' }, { value: 'tablets' }] });
  });
});

describe('any part can be left out', () => {
  test('the original is not harmed', () => {
    const whole = launchRequest();
    expect(without(whole, 'context.System.device').context.System.device).toBeUndefined();
    expect(whole.context.System.device).toBeDefined();
  });
  test('a part that is not there is refused', () => {
    expect(() => without(launchRequest(), 'context.Nothing.here')).toThrow('no context.Nothing.here');
  });
});
