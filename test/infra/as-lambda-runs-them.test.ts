// Promise: what is put on AWS answers there as it does on one machine: each built function is run by Lambda's own interface, with the events that AWS sends.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { APIGatewayProxyEventV2, DynamoDBStreamEvent, S3Event, ScheduledEvent, SQSEvent } from 'aws-lambda';
import { seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { madeUpIdentities } from '../../lambda/demonstration/made-up-identities.ts';
import { assistantKeyRows } from '../../lambda/store/assistant-key-rows.ts';
import { apiKeys } from '../../lambda/store/api-key-rows.ts';
import { itemFromRow } from '../../lambda/store/dynamodb-items.ts';
import { dueOperation } from '../../lambda/store/due-index.ts';
import { lastBeat } from '../../lambda/store/engine-beat.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { rotaCalendarStore } from '../../lambda/store/rota-calendar-rows.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import type { Table } from '../../lambda/store/table.ts';
import { councilId, instant, localDate, personId } from '../../models/shared/index.ts';
import { hasDynamodbEngine, startDynamodbEngine, type Engine } from '../store/dynoxide.ts';
import { intentRequest, skillId } from '../support/alexa-request.ts';
import { bundle, nothingBeyondItsRights, stageSettings } from '../support/functions-on-aws.ts';
import { FunctionFailed, runFunction, type RunningFunction } from '../support/lambda-runtime.ts';
import { pretendAws, type PretendAws } from '../support/pretend-aws.ts';
import { pretendS3 } from '../support/pretend-s3.ts';
import { brokenRules } from '../support/response-rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'my-care-functions-'));
const [harrow, margaret] = [councilId('harrow'), personId('margaret')];
const word = 'a-word-that-only-cloudfront-knows';
let engine: Engine;
let table: Table;
let aws: PretendAws;
let settings: Record<string, string>;
let running: RunningFunction | undefined;

const promise = hasDynamodbEngine ? describe : describe.skip;
promise(hasDynamodbEngine ? 'the functions as Lambda runs them' : 'the functions as Lambda runs them: skipped, dynoxide is not installed here', () => {
  beforeAll(async () => {
    bundle(folder, ['skill', 'due-alerts', 'rota-calendars', 'agency-files', 'api', 'web']);
    engine = await startDynamodbEngine();
    const made = await engine.newTable();
    table = made.table;
    await seedDemonstration({ table, links: speakerLinks(table), now: instant(Date.now()) });
    aws = await pretendAws(engine.endpoint);
    Object.assign(aws.secrets, { 'my-care/example/origin': JSON.stringify({ ORIGIN_WORD: word }), 'my-care/example/notify': JSON.stringify({ NOTIFY_API_KEY: '' }) });
    settings = { ...stageSettings, TABLE_NAME: made.tableName, ...aws.settings };
  });
  beforeEach(() => { aws.touched.length = 0; aws.queued.length = 0; });
  afterEach(async () => { await running?.stop(); running = undefined; });
  afterAll(async () => {
    await aws.close();
    await engine.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  describe('the skill, in Ireland', () => {
    test('answers who is coming, is frozen, and answers the next question', async () => {
      running = await runFunction(join(folder, 'skill'), 'index.handler', settings, 'eu-west-1');
      const from = { userId: deskAlexaId('margaret'), at: new Date().toISOString() };
      for (const request of [intentRequest('WhoIsComingIntent', {}, from), intentRequest('BudgetLeftIntent', {}, from)]) {
        const answer = await running.call(request);
        expect(brokenRules(answer, request)).toEqual([]);
      }
      expect(running.lines).toEqual([]);
      nothingBeyondItsRights('skill', aws);
    });

    test('tells our own five-minute question that nobody is linked, without a fault in the log', async () => {
      running = await runFunction(join(folder, 'skill'), 'index.handler', settings, 'eu-west-1');
      const user = { userId: 'amzn1.ask.account.MY-CARE-ITSELF' };
      const application = { applicationId: skillId };
      const answer = await running.call({
        version: '1.0', session: { new: true, sessionId: 'e-1', application, user, attributes: {} }, context: { System: { application, user, device: { deviceId: 'my-care-itself', supportedInterfaces: {} }, apiEndpoint: 'https://api.eu.amazonalexa.com', apiAccessToken: '' } },
        request: { type: 'IntentRequest', requestId: 'e-1', timestamp: new Date().toISOString(), locale: 'en-GB', dialogState: 'COMPLETED', intent: { name: 'WhoIsComingIntent', confirmationStatus: 'NONE', slots: {} } },
      });
      expect(answer.response.outputSpeech.ssml).toContain('linked');
      expect(running.lines).toEqual([]);
    });
  });

  describe('alerts', () => {
    const due = { kind: 'plan', councilId: harrow, personId: margaret } as const;

    test('the minute tick queues what is due, and leaves a sign of life', async () => {
      await table.transact([dueOperation(instant(Date.now() + 20_000), due)]);
      // As the version before put it, which may still be at work.
      const before = dueOperation(instant(Date.now() + 30_000), { kind: 'device', councilId: harrow, deviceId: 'of-before' });
      if (before.do === 'put') await table.transact([{ ...before, row: { ...before.row, pk: 'due#02' } }]);
      running = await runFunction(join(folder, 'due-alerts'), 'index.tick', settings);
      await running.call(scheduled('tick'));
      const ours = aws.queued.find(({ body }) => body.includes('"plan"') && body.includes('margaret'));
      expect(ours?.delaySeconds).toBeGreaterThan(0);
      expect(ours?.delaySeconds).toBeLessThanOrEqual(20);
      expect(aws.queued.some(({ body }) => body.includes('of-before'))).toBe(true);
      expect(await lastBeat(table, councilId('harrow'))).toBeGreaterThan(Date.now() - 30_000);
      nothingBeyondItsRights('tick', aws);
    });

    test('what the queue gives back is looked at, and what cannot be read fails by itself', async () => {
      await table.transact([dueOperation(instant(Date.now() - 1_000), due)]);
      running = await runFunction(join(folder, 'due-alerts'), 'index.look', { ...settings, SECRET_IDS: 'my-care/example/notify' });
      const message = (messageId: string, body: string): SQSEvent['Records'][number] => ({
        messageId, body, receiptHandle: 'h', attributes: { ApproximateReceiveCount: '1', SentTimestamp: '1', SenderId: 's', ApproximateFirstReceiveTimestamp: '1' }, messageAttributes: {}, md5OfBody: 'x', eventSource: 'aws:sqs', eventSourceARN: 'arn:aws:sqs:eu-west-2:111122223333:my-care-example-due', awsRegion: 'eu-west-2',
      });
      expect(await running.call({ Records: [message('good', JSON.stringify({ at: Date.now() - 1_000, due, tries: 0 })), message('bad', '{"at":')] })).toEqual({ batchItemFailures: [{ itemIdentifier: 'bad' }] });
      expect(running.lines).toEqual([]);
      expect(aws.touched.some(({ action }) => action === 'PutItem')).toBe(true);
      nothingBeyondItsRights('look', aws);
    });

    test('the table’s stream queues what is due sooner than the next tick, and touches no record', async () => {
      running = await runFunction(join(folder, 'due-alerts'), 'index.stream', settings);
      const operation = dueOperation(instant(Date.now()), due);
      const image = operation.do === 'put' ? itemFromRow(operation.row) as NonNullable<NonNullable<DynamoDBStreamEvent['Records'][number]['dynamodb']>['NewImage']> : {};
      const event: DynamoDBStreamEvent = { Records: [{ eventID: '1', eventName: 'INSERT', eventVersion: '1.1', eventSource: 'aws:dynamodb', awsRegion: 'eu-west-2', dynamodb: { NewImage: image, SequenceNumber: '1', SizeBytes: 1, StreamViewType: 'NEW_IMAGE' } }] };
      await running.call(event);
      expect(aws.queued.map(({ body }) => JSON.parse(body).due)).toEqual([due]);
      expect(aws.touched).toEqual([]);
    });
  });

  test('the minute tick of calendars reads what is due from outside alone, and says so with the calendar', async () => {
    const calendar = { id: 'inside', sourceId: 'kindly-care-rota', number: 9, secretAddress: 'https://127.0.0.1/secret-k3f9.ics', personId: margaret, addedBy: 'staff:okafor', addedAt: instant(0), nextAt: instant(0) };
    await rotaCalendarStore(table).keep(harrow, calendar, 0);
    running = await runFunction(join(folder, 'rota-calendars'), 'index.handler', settings);
    expect(await running.call(scheduled('rota-calendars'))).toEqual({ calendars: 1, finished: 0 });
    expect((await rotaCalendarStore(table).find(harrow, 'inside'))?.calendar.failure?.why).toBe('not-outside');
    expect(running.lines).toEqual([]);
    nothingBeyondItsRights('rota-calendars', aws);
  });

  test('what an agency puts into the bucket is brought in and put away, by the event that S3 sends', async () => {
    const s3 = await pretendS3();
    try {
      const key = 'in/harrow/kindly-care-rota/rota week+1.csv';
      const on = localDate(instant(Date.now() + 3 * 86_400_000), 'Europe/London');
      s3.objects.set(`files/${key}`, Buffer.from(`Visit ID,Visits Date,Visit Start Time,Visit End Time,Employee ID,Customer ID,Workplan ID\nf1,${on},15:00,15:15,asha,KC-MARGARET,\n`));
      running = await runFunction(join(folder, 'agency-files'), 'index.handler', { ...settings, ...s3.settings });
      const event: S3Event = { Records: [{
        eventVersion: '2.1', eventSource: 'aws:s3', awsRegion: 'eu-west-2', eventTime: new Date().toISOString(), eventName: 'ObjectCreated:Put', userIdentity: { principalId: 'AWS:AGENCY' }, requestParameters: { sourceIPAddress: '203.0.113.7' },
        responseElements: { 'x-amz-request-id': 'r-1', 'x-amz-id-2': 'x' }, s3: { s3SchemaVersion: '1.0', configurationId: 'c-1', bucket: { name: 'files', ownerIdentity: { principalId: 'A1' }, arn: 'arn:aws:s3:::files' }, object: { key: 'in/harrow/kindly-care-rota/rota+week%2B1.csv', size: 140, eTag: 'e', sequencer: '0055' } },
      }] };
      expect([await running.call(event), await running.call(event)]).toEqual([{ files: 1 }, { files: 0 }]);
      expect([...s3.objects.keys()].sort()).toEqual([expect.stringMatching(/^files\/done\/harrow\/kindly-care-rota\/.*-rota week\+1\.csv$/), expect.stringMatching(/csv\.report\.txt$/)]);
      expect([...s3.objects.values()].map(String)).toEqual(expect.arrayContaining([expect.stringContaining('1 new')]));
      expect((await personRecords(table).byPerson(harrow, margaret))?.visitBook.visits.some(({ id }) => id === 'kindly-care-rota.f1')).toBe(true);
      expect(running.lines).toEqual([]);
      nothingBeyondItsRights('agency-files', aws);
    } finally {
      await s3.close();
    }
  });

  describe('the doors for other systems', () => {
    test('take a key, and nobody who does not come through our front', async () => {
      const key = await apiKeys(table).make({ councilId: harrow, name: 'A test', scopes: ['alerts:read'] }, instant(Date.now()));
      running = await runFunction(join(folder, 'api'), 'index.handler', { ...settings, SECRET_IDS: 'my-care/example/origin' });
      expect(await running.call(http('GET', '/api/healthz', { word: 'wrong' }))).toMatchObject({ statusCode: 403 });
      expect(await running.call(http('GET', '/api/readyz'))).toMatchObject({ statusCode: 200, body: '{"status":"ok"}' });
      expect(await running.call(http('GET', '/api/alerts/margaret'))).toMatchObject({ statusCode: 401 });
      const read = await running.call(http('GET', '/api/alerts/margaret', { headers: { authorization: `Bearer ${key}` } }));
      expect(read).toMatchObject({ statusCode: 200, isBase64Encoded: false });
      expect(JSON.parse(read.body)).toEqual(expect.any(Object));
      expect(await running.call(http('POST', '/mcp', { body: '{}' }))).toMatchObject({ statusCode: 401 });
      expect(running.lines).toEqual([]);
      nothingBeyondItsRights('api', aws);
    });

    test('let a home’s own assistant talk, and understand what no sample says', async () => {
      const { identity } = madeUpIdentities.find((each) => each.key === 'margaret')!;
      const key = await assistantKeyRows(table).add({ identity, personId: margaret, name: 'My tablet', may: ['talk'], madeAt: instant(Date.now()) });
      running = await runFunction(join(folder, 'api'), 'index.handler', { ...settings, SECRET_IDS: 'my-care/example/origin' });
      const answer = await running.call(http('POST', '/conversation', { headers: { authorization: `Bearer ${key}` }, body: JSON.stringify({ text: 'am i flush or skint with the council money' }) }));
      expect(answer).toMatchObject({ statusCode: 200 });
      expect(JSON.parse(answer.body).speech).toMatch(/pounds/);
      expect(running.lines).toEqual([]);
      nothingBeyondItsRights('api', aws);
    }, 30_000);
  });

  describe('the pages', () => {
    test('are the very pages of one machine, with their styles, scripts and session', async () => {
      running = await runFunction(join(folder, 'web'), 'index.handler', { ...settings, SECRET_IDS: 'my-care/example/origin' });
      const token = await sessions(table).start({ kind: 'staff', councilId: harrow, id: 'staff-1', name: 'Priya Shah', roles: ['alert-manager'] }, instant(Date.now()));
      const page = await running.call(http('GET', '/sign-in'));
      expect(page).toMatchObject({ statusCode: 200, headers: { 'content-type': expect.stringContaining('text/html') } });
      expect(page.body).toContain('Harrow Council');
      for (const [path, type] of [['/assets/console.css', 'text/css'], ['/assets/site.css', 'text/css'], ['/assets/console.js', 'text/javascript']] as const) expect(await running.call(http('GET', path))).toMatchObject({ statusCode: 200, headers: { 'content-type': expect.stringContaining(type) } });
      expect(await running.call(http('GET', '/.well-known/security.txt'))).toMatchObject({ statusCode: 200, body: expect.stringMatching(/^Contact: mailto:security@harrow\.example\nExpires: \d{4}-\d\d-\d\dT00:00:00\.000Z\n/) });
      expect(await running.call(http('GET', '/no-such-page'))).toMatchObject({ statusCode: 404 });
      const desk = await running.call(http('GET', '/desk', { cookies: [`my_care_session=${token}`], headers: { 'accept-encoding': 'gzip' } }));
      expect(desk).toMatchObject({ statusCode: 200, isBase64Encoded: true, headers: { 'content-encoding': 'gzip' } });
      expect(await running.call(http('GET', '/desk/events', { headers: { accept: 'text/event-stream' } }))).toMatchObject({ statusCode: 204 });
      expect(running.lines).toEqual([]);
      nothingBeyondItsRights('web', aws);
    });
  });

  test('a function without its settings says so as it starts, and one without its secret at each call', async () => {
    const nothing = await runFunction(join(folder, 'skill'), 'index.handler', { MY_CARE_ENV: 'production', STORE: 'dynamodb' });
    await expect(nothing.call({})).rejects.toThrow(/COUNCIL_ID is missing/);
    await nothing.stop();
    running = await runFunction(join(folder, 'api'), 'index.handler', { ...settings, SECRET_IDS: 'my-care/example/not-there' });
    await expect(running.call(http('GET', '/api/healthz'))).rejects.toThrow(FunctionFailed);
    aws.secrets['my-care/example/not-there'] = JSON.stringify({ ORIGIN_WORD: word });
    expect(await running.call(http('GET', '/api/healthz'))).toMatchObject({ statusCode: 200 });
  });
});

function scheduled(rule: string): ScheduledEvent {
  return { version: '0', id: 'e-1', 'detail-type': 'Scheduled Event', source: 'aws.events', account: '111122223333', time: new Date().toISOString(), region: 'eu-west-2', resources: [`arn:aws:events:eu-west-2:111122223333:rule/my-care-example-${rule}`], detail: {} };
}

function http(method: string, path: string, { word: said = word, headers = {}, cookies, body }: { word?: string; headers?: Record<string, string>; cookies?: string[]; body?: string } = {}): APIGatewayProxyEventV2 {
  return {
    version: '2.0', routeKey: '$default', rawPath: path, rawQueryString: '', headers: { host: 'abc.execute-api.eu-west-2.amazonaws.com', 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7, 130.176.1.1', 'x-my-care-origin': said, ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(cookies && { cookies }), ...(body !== undefined && { body }), isBase64Encoded: false,
    requestContext: { accountId: '111122223333', apiId: 'abc', domainName: 'abc.execute-api.eu-west-2.amazonaws.com', domainPrefix: 'abc', http: { method, path, protocol: 'HTTP/1.1', sourceIp: '130.176.1.1', userAgent: 'test' }, requestId: 'r-1', routeKey: '$default', stage: '$default', time: '', timeEpoch: Date.now() },
  };
}
