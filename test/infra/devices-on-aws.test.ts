// Promise: a television on AWS is let in on its own word alone, shows what it is told, and the OK pressed on it is heard; with the built functions, as IoT Core calls them.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { IoTCustomAuthorizerEvent } from 'aws-lambda';
import { alertDesk } from '../../lambda/alerts/alert-desk.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { deviceStore } from '../../lambda/store/device-rows.ts';
import { hashOfWord } from '../../lambda/store/known-devices.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import type { Table } from '../../lambda/store/table.ts';
import type { Alert } from '../../models/alert/index.ts';
import { councilId, instant, personId } from '../../models/shared/index.ts';
import { hasDynamodbEngine, startDynamodbEngine, type Engine } from '../store/dynoxide.ts';
import { intentRequest, launchRequest } from '../support/alexa-request.ts';
import { bundle, nothingBeyondItsRights, stageSettings } from '../support/functions-on-aws.ts';
import { FunctionFailed, runFunction, type RunningFunction } from '../support/lambda-runtime.ts';
import { pretendAws, type PretendAws } from '../support/pretend-aws.ts';
import { until } from '../support/running-house.ts';

const folder = mkdtempSync(join(tmpdir(), 'my-care-devices-'));
const [harrow, margaret] = [councilId('harrow'), personId('margaret')];
const [tv, home] = ['tv-abcdefghijkl', 'home-abcdefghijkl'] as const;
const word = 'XYZ23XYZ23XYZ23XYZ23XYZ23XYZ23XY';
const running: RunningFunction[] = [];
let engine: Engine;
let table: Table;
let aws: PretendAws;
let settings: Record<string, string>;
let raised = 0;

const start = async (bundled: string, handler = 'index.handler') => {
  const started = await runFunction(join(folder, bundled), handler, settings);
  running.push(started);
  return started;
};
const connecting = (mqtt: IoTCustomAuthorizerEvent['protocolData']['mqtt']): IoTCustomAuthorizerEvent => ({
  signatureVerified: false, protocols: ['tls', 'http', 'mqtt'], protocolData: { tls: { serverName: 'devices.my-care.harrow.example' }, http: { headers: {}, queryString: '' }, ...(mqtt && { mqtt }) }, connectionMetadata: { id: 'b6b5b9c1-0000-4000-8000-000000000000' },
});
const as = (clientId: string, said = word, username = clientId) => connecting({ clientId, username, password: Buffer.from(said).toString('base64') });
/** As the rules select it. */
const said = (clientId: string, leaf: string, payload: string, topic = `my-care/${clientId}/${leaf}`) => ({ topic, clientId, payload: Buffer.from(payload).toString('base64') });
const saidTo = (deviceId: string, leaf: string) => aws.bus.said.filter(({ topic }) => topic === `my-care/${deviceId}/${leaf}`).map(({ payload }) => JSON.parse(payload));

async function raise(): Promise<Alert> {
  const desk = alertDesk({ store: alertStore(table), clock: () => instant(Date.now()), channels: {}, log: { event: () => undefined, fault: () => undefined }, councils: () => Promise.resolve({ desk: [] }), wait: () => Promise.resolve() }, () => undefined);
  const now = instant(Date.now());
  const result = await desk.raise({ councilId: harrow, personId: margaret, kind: 'visit-not-heard-of', name: `test-${(raised += 1)}`, occursAt: now, facts: { words: 'We have heard nothing of your visit.' }, plannedFor: now });
  if (result.kind !== 'raised') throw new Error('The alert was not raised');
  return result.alert;
}
const due = ({ id, nextAt }: Alert) => ({ Records: [{ messageId: 'm', body: JSON.stringify({ at: nextAt, due: { kind: 'alert', councilId: harrow, personId: margaret, alertId: id }, tries: 0 }) }] });

const promise = hasDynamodbEngine ? describe : describe.skip;
promise(hasDynamodbEngine ? 'devices on AWS' : 'devices on AWS: skipped, dynoxide is not installed here', () => {
  beforeAll(async () => {
    bundle(folder, ['device-authorizer', 'devices', 'due-alerts', 'skill']);
    engine = await startDynamodbEngine();
    const made = await engine.newTable();
    table = made.table;
    await seedDemonstration({ table, links: speakerLinks(table), now: instant(Date.now()) });
    const devices = deviceStore(table);
    for (const [deviceId, kind] of [[tv, 'board'], [home, 'home-assistant']] as const) await devices.add({ deviceId, kind, councilId: harrow, personId: margaret, name: 'Living room', shows: 'names', wordHash: hashOfWord(word), pairedAt: instant(Date.now()) });
    await alertStore(table).saveReach(harrow, margaret, (reach) => ({ ...reach, person: [{ id: tv, channel: 'board', value: tv, isVerified: true }] }));
    aws = await pretendAws(engine.endpoint);
    settings = { ...stageSettings, TABLE_NAME: made.tableName, ...aws.settings };
  });
  beforeEach(() => {
    aws.touched.length = 0;
    aws.bus.said.length = 0;
    aws.bus.there.clear();
  });
  afterEach(async () => { await Promise.all(running.splice(0).map((each) => each.stop())); });
  afterAll(async () => {
    await aws.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  test('one comes in under its own name with its own word, and may do what the broker of one machine lets it', async () => {
    const authorizer = await start('device-authorizer');
    const answer = await authorizer.call(as(tv));
    expect(answer).toMatchObject({ isAuthenticated: true, principalId: 'tvabcdefghijkl', disconnectAfterInSeconds: 86_400, refreshAfterInSeconds: 3_600, policyDocuments: [{ Version: '2012-10-17' }] });
    const { Statement } = answer.policyDocuments[0];
    const arn = 'arn:aws:iot:eu-west-2:111122223333';
    expect(Statement[0]).toEqual({ Effect: 'Allow', Action: 'iot:Connect', Resource: [`${arn}:client/${tv}`], Condition: { 'ForAllValues:StringEquals': { 'iot:ConnectAttributes': ['LastWill'] } } });
    expect(Object.fromEntries(Statement.map(({ Action, Resource }: { Action: string; Resource: string[] }) => [Action, Resource.map((each) => each.replace(`${arn}:`, ''))]))).toMatchObject({
      'iot:Publish': ['availability', 'hello', 'ack', 'answer', 'press', 'wellbeing'].map((leaf) => `topic/my-care/${tv}/${leaf}`), 'iot:RetainPublish': [`topic/my-care/${tv}/availability`],
      'iot:Subscribe': ['state', 'alert', 'next', 'say'].map((leaf) => `topicfilter/my-care/${tv}/${leaf}`), 'iot:Receive': ['state', 'alert', 'next', 'say'].map((leaf) => `topic/my-care/${tv}/${leaf}`),
    });
    expect(authorizer.lines).toEqual([]);
    nothingBeyondItsRights('authorizer', aws);
  });

  test('a Home Assistant may ask for all that is discovered, and hears its own', async () => {
    const { policyDocuments: [policy] } = await (await start('device-authorizer')).call(as(home));
    expect(JSON.stringify(policy).length).toBeLessThanOrEqual(2_048);
    const resources = (action: string) => policy.Statement.find(({ Action }: { Action: string }) => Action === `iot:${action}`).Resource.map((each: string) => each.replace(/^.*:/, ''));
    expect(resources('Subscribe')).toContain('topicfilter/homeassistant/*');
    expect(resources('Receive').filter((each: string) => each.includes('homeassistant'))).toEqual(['topic/homeassistant/device/my_care_home_abcdefghijkl/config', 'topic/homeassistant/status']);
    expect(resources('Publish')).toContain('topic/homeassistant/status');
  });

  test.each<[string, IoTCustomAuthorizerEvent]>([
    ['a wrong word', as(tv, 'XYZ23')], ['no word', connecting({ clientId: tv, username: tv })], ['another’s name', as(tv, word, home)], ['another’s client id', as('tv-zzzzzzzzzzzz', word, tv)],
    ['a name that is a key', as('tv-*')], ['a device that never was', as('tv-zzzzzzzzzzzz')], ['nothing at all', connecting(undefined)],
  ])('%s is not let in', async (_what, event) => {
    expect(await (await start('device-authorizer')).call(event)).toMatchObject({ isAuthenticated: false, policyDocuments: [] });
  });

  test('when the store does not answer, nobody is told that their word is wrong', async () => {
    settings = { ...settings, DYNAMODB_ENDPOINT: 'http://127.0.0.1:9' };
    const authorizer = await start('device-authorizer');
    settings = { ...settings, ...aws.settings };
    await expect(authorizer.call(as(tv))).rejects.toThrow(FunctionFailed);
  });

  test('an alert is shown, said to be shown, and answered, each in a function of its own', async () => {
    const [look, devices] = [await start('due-alerts', 'index.look'), await start('devices')];
    aws.bus.there.add(tv);
    const alert = await raise();
    const looking = look.call(due(alert));
    const [told] = await until(() => saidTo(tv, 'alert'), (all) => all.length > 0);
    expect(told).toMatchObject({ event_type: 'visit_not_heard_of', id: alert.id, urgency: 'urgent', text: expect.stringContaining('heard nothing') });
    await devices.call(said(tv, 'ack', JSON.stringify({ attemptId: told.attemptId, proof: 'shown' })));
    expect(await looking).toEqual({ batchItemFailures: [] });
    expect((await alertStore(table).read(harrow, margaret, alert.id))?.alert.attempts[0]).toMatchObject({ channel: 'board', state: 'shown' });
    aws.touched.length = 0;
    await devices.call(said(tv, 'answer', JSON.stringify({ alertId: alert.id, word: 'ok' })));
    expect((await alertStore(table).read(harrow, margaret, alert.id))?.alert).toMatchObject({ state: 'closed', answer: { word: 'ok', through: 'board' } });
    expect(saidTo(tv, 'alert').at(-1)).toEqual({ event_type: 'over', id: alert.id });
    expect(saidTo(tv, 'state')).toHaveLength(1);
    expect([...look.lines, ...devices.lines]).toEqual([]);
    nothingBeyondItsRights('devices', aws);
  });

  test('an answer given to a speaker quietens the television', async () => {
    const [look, skill] = [await start('due-alerts', 'index.look'), await start('skill')];
    aws.bus.there.add(tv);
    const alert = await raise();
    const looking = look.call(due(alert));
    const [told] = await until(() => saidTo(tv, 'alert'), (all) => all.length > 0);
    await (await start('devices')).call(said(tv, 'ack', JSON.stringify({ attemptId: told.attemptId, proof: 'spoken' })));
    await looking;
    const from = { userId: deskAlexaId('margaret'), at: new Date().toISOString() };
    const asked = await skill.call(launchRequest(from));
    expect(asked.response.outputSpeech.ssml).toContain('heard nothing');
    await skill.call(intentRequest('AMAZON.YesIntent', {}, { ...from, attributes: asked.sessionAttributes }));
    expect(saidTo(tv, 'alert').at(-1)).toEqual({ event_type: 'over', id: alert.id });
    expect(skill.lines).toEqual([]);
  });

  test('one that is off has reached nobody: it is said at once, and nothing is sent', async () => {
    const look = await start('due-alerts', 'index.look');
    const alert = await raise();
    await look.call(due(alert));
    expect(saidTo(tv, 'alert')).toEqual([]);
    expect((await alertStore(table).read(harrow, margaret, alert.id))?.alert.attempts[0]).toMatchObject({ channel: 'board', state: 'failed', why: 'unreachable' });
  });

  test('one speaks for itself alone, and what is not for us is left', async () => {
    const devices = await start('devices');
    await devices.call(said(tv, 'hello', '{}', `my-care/${home}/hello`));
    await devices.call(said('tv-zzzzzzzzzzzz', 'hello', '{}'));
    await devices.call(said(tv, 'ack', 'x'.repeat(17_000)));
    await devices.call(said(tv, 'answer', '{"alertId":'));
    await devices.call({ eventType: 'subscribed', clientId: home });
    expect(aws.bus.said).toEqual([]);
    await devices.call(said(tv, 'hello', '{}'));
    expect(saidTo(tv, 'state')).toMatchObject([{ timeZone: 'Europe/London' }]);
    expect(devices.lines).toEqual([]);
  });

  test('a Home Assistant that comes is shown what we are, and is said to be away only when it is', async () => {
    const devices = await start('devices');
    aws.bus.there.add(home);
    await devices.call({ eventType: 'connected', clientId: home });
    expect(aws.bus.said[0]).toEqual({ topic: `my-care/${home}/availability`, payload: 'online', isKept: true });
    expect(aws.bus.said[1]).toMatchObject({ topic: 'homeassistant/device/my_care_home_abcdefghijkl/config', isKept: true });
    expect(saidTo(home, 'next')).toHaveLength(1);
    aws.bus.said.length = 0;
    // Told late of a line before: it is back already.
    await devices.call({ eventType: 'disconnected', clientId: home });
    expect(aws.bus.said).toEqual([]);
    aws.bus.there.clear();
    await devices.call({ eventType: 'disconnected', clientId: home });
    expect(aws.bus.said).toEqual([{ topic: `my-care/${home}/availability`, payload: 'offline', isKept: true }]);
    await devices.call(said(home, '', 'online', 'homeassistant/status'));
    expect(saidTo(home, 'next')).toHaveLength(1);
  });
});
