// Promise: what goes to Lambda is small, holds nothing it has no use for, and answers from DynamoDB with no other file in reach.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import { seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import { instant } from '../../models/shared/index.ts';
import type { Bundle } from '../../scripts/bundling.ts';
import { hasDynamodbEngine, startDynamodbEngine, type Engine } from '../store/dynoxide.ts';
import { intentRequest, launchRequest, skillEvent, skillId } from '../support/alexa-request.ts';
import { listenLocally } from '../support/local-server.ts';
import { brokenRules } from '../support/response-rules.ts';

const folder = mkdtempSync(join(tmpdir(), 'my-care-bundle-'));
let index: Bundle;
let accounts: Bundle;
beforeAll(() => {
  // In a process of its own: esbuild refuses to run inside jest's.
  const bundling = fileURLToPath(new URL('../../scripts/bundling.ts', import.meta.url));
  const script = `import { bundleSkill } from ${JSON.stringify(bundling)}; console.log(JSON.stringify(await bundleSkill(${JSON.stringify(folder)})));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  if (stdout === '') throw new Error(`Nothing was bundled: ${stderr}`);
  [index, accounts] = JSON.parse(stdout) as [Bundle, Bundle];
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('what is in the bundle', () => {
  test('the skill stays under 600 kilobytes, and accounts under 120', () => {
    expect(index.bytes).toBeGreaterThan(100_000);
    expect(index.bytes).toBeLessThan(600 * 1024);
    expect(accounts.bytes).toBeLessThan(120 * 1024);
  });

  test.each([
    ['the embedded store', /lambda\/store\/(sqlite|store-file)/], ['demonstration people', /lambda\/demonstration\//], ['the import of directories', /lambda\/directory\//],
    ['the desk speaker', /lambda\/desk-speaker\/|skill\/understand\//], ['pages', /^web\/|node_modules\/(express|nunjucks|helmet|govuk-frontend)\//],
    ['tests or scripts', /^(test|bench|scripts)\//], ['development packages', /node_modules\/(jest|fast-check|nock|playwright-core|typescript|esbuild)\//],
    ['event streams', /submodules\/event-streams\//], ['the server’s log', /node_modules\/pino\//], ['the checking of signatures', /node_modules\/(jose|node-forge)\//],
    ['Amazon’s service clients', /node_modules\/ask-sdk-model\//], ['other ways of finding keys', /credential-provider-(ini|sso|process|login|web-identity|http)\//],
  ])('the skill holds nothing of %s', (_what, name) => {
    expect(index.inputs.filter((input) => name.test(input))).toEqual([]);
  });

  test('each file holds the code it is for', () => {
    expect(index.inputs).toEqual(expect.arrayContaining(['skill/index.ts', 'lambda/store/dynamodb-table.ts']));
    expect(accounts.inputs.some((input) => input.includes('node_modules/jose/'))).toBe(true);
  });

  test('it says in one line that Lambda needs DynamoDB', async () => {
    const { status, stderr } = await answered([launchRequest()], { STORE: 'sqlite' });
    expect(status).toBe(1);
    expect(stderr).toContain('set STORE=dynamodb');
  });
});

const onDynamodb = hasDynamodbEngine ? describe : describe.skip;
onDynamodb(hasDynamodbEngine ? 'the bundle on DynamoDB’s engine' : 'the bundle on DynamoDB’s engine: skipped, dynoxide is not installed here', () => {
  let engine: Engine;
  let settings: Record<string, string>;
  beforeAll(async () => {
    engine = await startDynamodbEngine();
    const { table, tableName } = await engine.newTable();
    await seedDemonstration({ table, links: speakerLinks(table), now: instant(Date.now()) });
    settings = { STORE: 'dynamodb', TABLE_NAME: tableName, DYNAMODB_ENDPOINT: engine.endpoint };
  });
  afterAll(() => engine.stop());

  test('opens with the name of whose speaker it is', async () => {
    const request = launchRequest({ userId: deskAlexaId('margaret'), at: new Date().toISOString() });
    const { answers: [answer], lines } = await answered([request], settings);
    expect(spoken(answer)).toContain('Margaret');
    expect(brokenRules(answer!, request)).toEqual([]);
    expect(lines).toEqual([]);
  });

  test('answers question after question in one process', async () => {
    const from = { userId: deskAlexaId('margaret'), at: new Date().toISOString() };
    const requests = ['NextVisitIntent', 'BudgetLeftIntent', 'AMAZON.HelpIntent'].map((name) => intentRequest(name, {}, from));
    const { answers, lines } = await answered(requests, settings);
    expect(answers.flatMap((answer, place) => brokenRules(answer, requests[place]))).toEqual([]);
    expect(answers.map(spoken)).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/£|pounds/), expect.stringMatching(/\w/)]);
    expect(lines).toEqual([]);
  });

  test('links a speaker by an account’s signed token, and no forged one', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256', { extractable: true });
    const keys = { keys: [{ ...await exportJWK(publicKey), kid: 'k1', alg: 'ES256', use: 'sig' }] };
    const server = await listenLocally((_request, response) => { response.setHeader('content-type', 'application/json').end(JSON.stringify(keys)); });
    const issued = { ACCOUNT_ISSUER: 'https://sign-in.harrow.example', ACCOUNT_AUDIENCE: 'my-care-skill', ACCOUNT_JWKS_URL: `${server.address}/keys` };
    const token = await new SignJWT({ council: 'harrow', scope: 'alexa' }).setProtectedHeader({ alg: 'ES256', kid: 'k1' })
      .setIssuer(issued.ACCOUNT_ISSUER).setAudience(issued.ACCOUNT_AUDIENCE).setSubject('joyce').setIssuedAt().setExpirationTime('1h').sign(privateKey);
    const askedBy = (userId: string, accessToken: string) => {
      const from = { userId, at: new Date().toISOString() };
      return [skillEvent('SkillAccountLinked', { accessToken }, from), launchRequest({ ...from, accessToken })];
    };
    const requests = [...askedBy('amzn1.ask.account.FORGER', `${token.slice(0, -8)}AAAAAAAA`), ...askedBy('amzn1.ask.account.JOYCE', token)];
    const { answers: [, toForger, , toJoyce], lines } = await answered(requests, { ...settings, ...issued });
    await server.close();
    expect(spoken(toForger)).toContain('isn’t linked to anyone');
    expect(spoken(toJoyce)).toContain('Joyce');
    expect(lines).toEqual([]);
  });

  test('writes a fault as one line of JSON and apologises', async () => {
    const { answers: [answer], lines } = await answered([launchRequest({ userId: deskAlexaId('margaret') })], { ...settings, TABLE_NAME: 'not-there' });
    expect(spoken(answer)).toMatch(/sorry/i);
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([expect.objectContaining({ level: 50, message: 'A turn went wrong', kind: 'StoreDoesNotAnswer' })]);
  });
});

const spoken = (answer: ResponseEnvelope | undefined): string => {
  const speech = answer?.response.outputSpeech;
  return speech?.type === 'SSML' ? speech.ssml : '';
};

/** Asks a process with nothing but the bundle and these settings; `lines` is what it wrote to its log. */
async function answered(requests: readonly RequestEnvelope[], settings: Readonly<Record<string, string>>) {
  const script = `
    const { handler } = require('./index.cjs');
    (async () => {
      const answers = [];
      for (const request of JSON.parse(await require('node:stream/consumers').text(process.stdin))) answers.push(await handler(request));
      process.stdout.write('ANSWERS' + JSON.stringify(answers));
    })();`;
  const keys = { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local', AWS_REGION: 'eu-west-2' };
  const child = spawn(process.execPath, ['-e', script], { cwd: folder, env: { ...keys, SKILL_ID: skillId, ...settings } });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  child.stdin.end(JSON.stringify(requests));
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  const [log = '', answers = '[]'] = stdout.split('ANSWERS');
  return { status, stderr, answers: JSON.parse(answers) as ResponseEnvelope[], lines: log.split('\n').filter((line) => line !== '') };
}
