// Promise: several councils may share a stage on AWS: each comes in by a door and with secrets of its own, no function sees another stage's, and one council's stage is made as it ever was.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { councilSettings, councilsOf, secretsOf } from '../../infra/councils.ts';
import { leadingKeys } from '../../infra/may-touch.ts';
import { readStage, type Stage } from '../../infra/stage.ts';
import { answerHttpEvents, type HttpEvent } from '../../lambda/http-event.ts';
import { readCouncils } from '../../lambda/councils.ts';

const read = readStage('example');
if ('faults' in read) throw new Error(read.faults.join());
const one = read.stage;
const two: Stage = {
  ...one, moreCouncils: [{
    councilId: 'north-yorkshire', councilName: 'North Yorkshire Council', councilColour: '#123456', helpPhone: '01609 536000', outOfHoursPhone: '01609 536999', decisionWorkingDays: 10, twoAgreeAbovePounds: 250,
    domain: 'my-care.ny.example', certificateArn: 'arn:aws:acm:us-east-1:111122223333:certificate/99999999-2222-3333-4444-555555555555', secrets: ['notify', 'staff'],
  }],
};
const root = join(import.meta.dirname, '../..');

test('the functions read what the stage says of each council', () => {
  const settings = (stage: Stage) => readCouncils({ MY_CARE_ENV: 'production', STORE: 'dynamodb', SKILL_ID: stage.skillId, ...councilSettings(stage) });
  expect(settings(one).map(({ councilId, publicHosts }) => [councilId, ...publicHosts])).toEqual([['harrow', 'my-care.harrow.example']]);
  expect(settings(two).map(({ councilId, publicHosts, helpPhone, outOfHoursPhone, decisionWorkingDays, twoAgreeAbovePence, servicesFeed }) => [councilId, ...publicHosts, helpPhone, outOfHoursPhone, decisionWorkingDays, twoAgreeAbovePence, servicesFeed])).toEqual([
    ['harrow', 'my-care.harrow.example', '020 7946 0001', undefined, 5, 50_000, one.servicesFeed], ['north-yorkshire', 'my-care.ny.example', '01609 536000', '01609 536999', 10, 25_000, undefined],
  ]);
});

test('the settings of as many as a stage takes have room in a function', () => {
  const many: Stage = { ...two, moreCouncils: Array.from({ length: 5 }, (_, place) => ({ ...two.moreCouncils![0]!, councilId: `north-yorkshire-${place}`, domain: `my-care.ny-${place}.example` })) };
  const settings = { ...councilSettings(many), SECRET_IDS: secretsOf(many, ['origin', 'notify', 'alexa', 'push', 'staff']).map(({ named }) => named).join(',') };
  expect(councilsOf(many)).toHaveLength(6);
  expect(JSON.stringify(settings).length).toBeLessThan(3_600);
});

test('each council has secrets of its own, and what is one for all is named once', () => {
  expect(secretsOf(one, ['origin', 'notify', 'staff']).map(({ named }) => named)).toEqual(['my-care/example/origin', 'my-care/example/notify', 'my-care/example/staff']);
  expect(secretsOf(two, ['origin', 'notify', 'alexa', 'webhook']).map(({ named }) => named)).toEqual(['my-care/example/origin', 'harrow=my-care/example/notify', 'north-yorkshire=my-care/example/north-yorkshire/notify', 'my-care/example/alexa', 'harrow=my-care/example/webhook']);
});

test('a function may touch its own kinds of partitions alone: of the one council, or of all that the stage’s table has', () => {
  expect(leadingKeys('sync', one)).toEqual(['council#harrow', 'council#harrow#*']);
  expect(leadingKeys('sync', two)).toEqual(['council#*']);
  expect(JSON.stringify(leadingKeys('web', two)).length).toBeLessThan(3_000);
});

test('each council has a door of its own, which says itself which it is', () => {
  const made = `import { App, Stack } from 'aws-cdk-lib'; import { Template } from 'aws-cdk-lib/assertions'; import { EdgeStack } from './infra/stacks/edge-stack.ts';
    const api = { apiId: 'a' }; const { Resources } = Template.fromStack(new EdgeStack(new App(), 'edge', ${JSON.stringify(two)}, { web: api, api })).toJSON();
    console.log(JSON.stringify(Object.values(Resources).filter(({ Type }) => Type === 'AWS::CloudFront::Distribution').map(({ Properties: { DistributionConfig: { Aliases, ViewerCertificate, Origins } } }) => [Aliases, ViewerCertificate.AcmCertificateArn, [...new Set(Origins.flatMap(({ OriginCustomHeaders = [] }) => OriginCustomHeaders.filter(({ HeaderName }) => HeaderName === 'x-my-care-host').map(({ HeaderValue }) => HeaderValue)))]])));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', made], { cwd: root, encoding: 'utf8' });
  expect(JSON.parse(stdout === '' ? JSON.stringify(stderr) : stdout)).toEqual([
    [['my-care.harrow.example'], one.certificateArn, ['my-care.harrow.example']], [['my-care.ny.example'], two.moreCouncils![0]!.certificateArn, ['my-care.ny.example']],
  ]);
});

test('what the front says of the door is taken, and what anybody else says is not', async () => {
  const answer = answerHttpEvents((request, response) => { response.end(`${request.headers.host} ${request.headers['x-my-care-host'] === undefined ? 'not passed on' : 'passed on'}`); });
  const event = (host: string): HttpEvent => ({ rawPath: '/', rawQueryString: '', headers: { 'x-my-care-origin': 'the word', 'x-my-care-host': host, host: 'api.example' }, isBase64Encoded: false, requestContext: { http: { method: 'GET', sourceIp: '192.0.2.1' } } });
  const front = { originWord: 'the word', publicHost: 'my-care.harrow.example', publicHosts: ['my-care.harrow.example', 'my-care.ny.example'] };
  expect((await answer(event('my-care.ny.example'), front)).body).toBe('my-care.ny.example not passed on');
  expect((await answer(event('evil.example'), front)).body).toBe('my-care.harrow.example not passed on');
  expect((await answer(event('my-care.ny.example'), { publicHost: 'my-care.harrow.example', publicHosts: front.publicHosts })).body).toBe('my-care.harrow.example not passed on');
  expect((await answer({ ...event('my-care.ny.example'), headers: { 'x-my-care-origin': 'a guess' } }, front)).statusCode).toBe(403);
});
