// Promise: what fuzzing once found stays mended.
import { describe, expect, test } from '@jest/globals';
import { councilId, instant, localDate } from '../../models/shared/index.ts';
import { readEnvelope } from '../../lambda/alexa/read-envelope.ts';
import { syncServices } from '../../lambda/directory/index.ts';
import { readMoneyFile } from '../../lambda/money-in/read-money-file.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import { fuzz } from '../../scripts/fuzz/fuzz.ts';
import { recall } from '../../skill/memory.ts';
import { speakerIn } from '../../skill/who-is-speaking.ts';
import { launchRequest, intentRequest } from '../support/alexa-request.ts';

const now = instant(Date.UTC(2026, 11, 1, 8));

test('a sum of money beyond counting is told of in its row', async () => {
  const file = await readMoneyFile(Buffer.from('Council number,Date,Kind,Amount,Reference\nHC-1,01/12/2026,Allocation,"£1,234,234,234,234,234.50",A1\n'), localDate(now, 'Europe/London'));
  expect(file).toMatchObject({ kind: 'read', lines: [], faults: [{ row: 2, ref: 'A1' }] });
});

test('a service of a feed whose id is half a letter loses no other', async () => {
  const contents = [{ id: '\uD800', name: 'Half', status: 'active' }, { id: 'whole', name: 'Whole', status: 'active' }];
  const table = openSqliteTable(':memory:');
  const get = (address: string) => Promise.resolve({ kind: 'json' as const, json: address.endsWith('/whole') ? contents[1] : { total_pages: 1, contents } });
  expect(await syncServices({ from: 'https://directory.example', get, table, council: councilId('harrow'), at: now, say: () => undefined })).toMatchObject({ kind: 'synced', services: 2 });
});

describe('a request of Alexa with something that is not of its type', () => {
  const launch = launchRequest() as unknown as { session: object; context: { System: object }; request: object };
  const system = (more: object) => ({ ...launch, context: { ...launch.context, System: { ...launch.context.System, ...more } } });
  test.each<[string, unknown]>([
    ['a user', system({ user: { userId: { a: 1 } } })], ['a place to answer to', system({ apiEndpoint: ['x'] })], ['a screen', system({ device: { supportedInterfaces: { 'Alexa.Presentation.APL': { runtime: { maxVersion: [1] } } } } })],
    ['no session', { ...launch, session: undefined }], ['no intent', { ...launch, request: { ...launch.request, type: 'IntentRequest' } }], ['a task', { ...launch, request: { ...launch.request, task: { name: 7 } } }],
  ])('is no request: %s', (_, envelope) => { expect(readEnvelope(Buffer.from(JSON.stringify(envelope)))).toBeUndefined(); });

  test('and one that is whole is', () => {
    expect(readEnvelope(Buffer.from(JSON.stringify(launch)))).toBeDefined();
    expect(readEnvelope(Buffer.from(JSON.stringify(intentRequest('MoveCareVisitIntent', { day: 'tomorrow' }))))).toBeDefined();
  });
});

test('a conversation about nobody is forgotten, and a speaker whose account is nothing is nobody’s', () => {
  expect([recall({ council: 'harrow', person: '', misses: 1 }), recall({ council: 'a#b', person: 'margaret', misses: 1 })]).toEqual([{ misses: 0 }, { misses: 0 }]);
  const launch = launchRequest();
  const nobody = { ...launch, session: undefined, context: { System: { user: { userId: null } } } } as unknown as typeof launch;
  expect(speakerIn(nobody, { speakerKeyOf: () => { throw new Error('Nobody has no key'); } })).toBeUndefined();
});

test('the same seed gives the same input, read the same way', async () => {
  const [one, other] = await Promise.all([1, 2].map(() => fuzz('money', { seconds: 60, seed: 7, most: 40 })));
  expect(one).toMatchObject({ runs: 40, findings: [], taken: other!.taken });
}, 200_000);
