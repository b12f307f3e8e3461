// Promise: before anything is made on AWS, everything that is missing is named, with how to mend it; and no secret is told in the telling.
import { describe, expect, test } from '@jest/globals';
import { spawn, spawnSync } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { readStage, type Stage } from '../../infra/stage.ts';
import { createDynamodbTable } from '../../lambda/store/dynamodb-create.ts';
import { dynamodbClient, dynamodbTable } from '../../lambda/store/dynamodb-table.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { hasDynamodbEngine, startDynamodbEngine } from '../store/dynoxide.ts';
import { harrow, keepPeople, margaret } from '../store/people.ts';
import { missingFor, type AskAws } from '../../scripts/deploy/preflight.ts';

const found = readStage('example');
const { bus, ...example } = 'stage' in found ? found.stage : ({} as never);
const stage: Stage = { ...example, secrets: ['notify', 'push'] };
const key = 'harrow-11111111-2222-3333-4444-555555555555-66666666-7777-8888-9999-000000000000';
const notify = { NOTIFY_API_KEY: key, NOTIFY_TEXT_TEMPLATE: 't', NOTIFY_EMAIL_TEMPLATE: 'e' };
const push = { VAPID_PUBLIC_KEY: 'p'.repeat(87), VAPID_PRIVATE_KEY: 'k'.repeat(43), VAPID_SUBJECT: 'mailto:on-call@harrow.example' };

/** An account in which everything is there, but for what is changed. */
function account(changed: Readonly<Record<string, unknown>> = {}): AskAws {
  const there: Readonly<Record<string, unknown>> = {
    'sts get-caller-identity': { Account: '111122223333' },
    'cloudformation eu-west-2': {}, 'cloudformation eu-west-1': {}, 'cloudformation us-east-1': {},
    'acm describe-certificate': { Certificate: { Status: 'ISSUED', SubjectAlternativeNames: ['*.harrow.example'] } },
    'my-care/example/notify': { SecretString: JSON.stringify(notify) }, 'my-care/example/push': { SecretString: JSON.stringify(push) },
    ...changed,
  };
  return (words) => {
    const [service, verb] = words;
    const name = service === 'cloudformation' ? `cloudformation ${words.at(-1) ?? ''}` : service === 'secretsmanager' ? words[3] ?? '' : `${service ?? ''} ${verb ?? ''}`;
    const answer = there[name];
    return Promise.resolve(answer === undefined ? { failed: 'refused' } : { text: JSON.stringify(answer) });
  };
}

describe('the look before the leap', () => {
  test('finds nothing missing where everything is there', async () => {
    expect(await missingFor(stage, account())).toEqual([]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, RegExp]>([
    ['nobody is signed in', { 'sts get-caller-identity': undefined }, /Nobody is signed in to AWS: run/],
    ['another account', { 'sts get-caller-identity': { Account: '999999999999' } }, /signed in to account 999999999999/],
    ['an account not prepared in Ireland', { 'cloudformation eu-west-1': undefined }, /not prepared in eu-west-1: run `npx cdk bootstrap/],
    ['no certificate', { 'acm describe-certificate': undefined }, /There is no certificate/],
    ['a certificate that waits', { 'acm describe-certificate': { Certificate: { Status: 'PENDING_VALIDATION', SubjectAlternativeNames: ['my-care.harrow.example'] } } }, /my-care\.harrow\.example is not issued yet \(PENDING_VALIDATION\)/],
    ['a certificate for another name', { 'acm describe-certificate': { Certificate: { Status: 'ISSUED', SubjectAlternativeNames: ['*.example'] } } }, /not for my-care\.harrow\.example/],
    ['no Notify key', { 'my-care/example/notify': undefined }, /There is no secret my-care\/example\/notify: write \{"NOTIFY_API_KEY"/],
    ['an empty setting', { 'my-care/example/notify': { SecretString: JSON.stringify({ ...notify, NOTIFY_EMAIL_TEMPLATE: '' }) } }, /^NOTIFY_EMAIL_TEMPLATE is missing/],
    ['a key that cannot be one', { 'my-care/example/notify': { SecretString: JSON.stringify({ ...notify, NOTIFY_API_KEY: 'short' }) } }, /In the secrets: .*NOTIFY_API_KEY/s],
    ['a secret that is no list', { 'my-care/example/push': { SecretString: 'just-words' } }, /is not a JSON list/],
  ])('names %s, and tells no secret', async (_what, changed, says) => {
    const missing = await missingFor(stage, account(changed));
    expect(missing).toHaveLength(1);
    expect(missing[0]).toMatch(says);
    for (const secret of [key, push.VAPID_PRIVATE_KEY, 'just-words']) expect(missing.join()).not.toContain(secret);
  });

  test('looks at the certificate of the device bus too, where there is one', async () => {
    const names = (SubjectAlternativeNames: readonly string[]) => account({ 'acm describe-certificate': { Certificate: { Status: 'ISSUED', SubjectAlternativeNames } } });
    expect(await missingFor({ ...stage, bus }, names(['my-care.harrow.example']))).toEqual(['The certificate is not for devices.my-care.harrow.example: ask for one that is.']);
    expect(await missingFor({ ...stage, bus }, names(['my-care.harrow.example', '*.my-care.harrow.example']))).toEqual([]);
  });

  test('names all at once', async () => {
    expect(await missingFor(stage, account({ 'cloudformation us-east-1': undefined, 'acm describe-certificate': undefined, 'my-care/example/notify': undefined, 'my-care/example/push': undefined }))).toHaveLength(4);
  });

  test('the pilot, not filled in yet, is told every setting it wants, and nothing is made', () => {
    const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('../../scripts/deploy.ts', import.meta.url)), '--stage', 'pilot'], { encoding: 'utf8', env: { PATH: '/nowhere' } });
    expect(status).toBe(1);
    expect(stderr).toMatch(/^Nothing has been made\. 9 things are missing:/);
    for (const name of ['account', 'skillId', 'councilId', 'councilName', 'helpPhone', 'domain', 'certificateArn', 'alarmEmail', 'securityContact']) expect(stderr).toContain(`- ${name} in infra/stages/pilot.json: `);
  });

  test('a machine without AWS’s command line, and a stage that is not there, are said so', async () => {
    expect(await missingFor(stage, () => Promise.resolve({ failed: 'not-installed' }))).toEqual([expect.stringContaining('install `aws`')]);
    expect(readStage('../../etc')).toEqual({ faults: [expect.stringContaining('There are: example, pilot')] });
  });
});

(hasDynamodbEngine ? test : test.skip)('after the leap, what records of an older version lack is added, once', async () => {
  const engine = await startDynamodbEngine();
  const client = dynamodbClient({ region: 'eu-west-2', endpoint: engine.endpoint });
  const [name, pk] = ['my-care-example-records', 'person#harrow#margaret'];
  await createDynamodbTable(client, name);
  const table = dynamodbTable(client, name);
  await keepPeople(table, ['margaret']);
  await table.transact([{ do: 'delete', key: { pk, sk: 'spoken#jobs' }, when: [] }]);
  const script = fileURLToPath(new URL('../../scripts/bring-up-to-date.ts', import.meta.url));
  for (let times = 0; times < 2; times += 1) {
    const child = spawn(process.execPath, [script, '--stage', 'example', '--endpoint', engine.endpoint], { env: { AWS_ACCESS_KEY_ID: 'local', AWS_SECRET_ACCESS_KEY: 'local' }, stdio: ['ignore', 'pipe', 'inherit'] });
    const [said, code] = await Promise.all([text(child.stdout), new Promise((done) => { child.once('close', done); })]);
    expect([said, code]).toEqual(['Every record is up to date.\n', 0]);
  }
  expect(await table.get({ pk, sk: 'spoken#jobs' })).toMatchObject({ version: 1 });
  expect((await personRecords(table).byPerson(harrow, margaret))?.jobBook).toEqual({ jobs: [] });
  client.destroy();
  await engine.stop();
});
