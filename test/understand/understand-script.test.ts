// Promise: npm run understand takes any lines and answers each with one line of JSON.
import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';

const root = new URL('../../', import.meta.url);
const run = (script: string, input: string | Buffer, ...given: string[]) => spawnSync(process.execPath, [`scripts/${script}.ts`, ...given], { cwd: root, input, encoding: 'utf8' });

test('one line of JSON answers each sentence, in order', () => {
  const { stdout, status } = run('understand', 'who is coming to hoist me\r\n\nI need someone for the garden\nblah wibble flurgle');
  expect(status).toBe(0);
  expect(stdout.trim().split('\n').map((line) => JSON.parse(line) as unknown)).toEqual([
    { utterance: 'who is coming to hoist me', intent: 'WhoIsComingIntent', slots: { task: { value: 'hoist', id: 'hoist' } }, confidence: 1 },
    { utterance: 'I need someone for the garden', intent: 'FindServiceIntent', slots: { need: { value: 'garden', id: 'gardening' } }, confidence: 1 },
    { utterance: 'blah wibble flurgle', intent: 'AMAZON.FallbackIntent', slots: {}, confidence: 0 },
  ]);
});

test('strange characters and no characters are both survived', () => {
  expect(run('understand', '')).toMatchObject({ stdout: '', status: 0 });
  const { stdout, status } = run('understand', Buffer.from([0xff, 0xfe, 0x00, 0x0a, 0xe2, 0x80, 0xa8, 0x61, 0x0a, 0x22, 0x5c, 0x7b]));
  expect(status).toBe(0);
  expect(stdout.trim().split('\n').map((line) => (JSON.parse(line) as { intent: string }).intent)).toEqual(Array(3).fill('AMAZON.FallbackIntent'));
});

test('the checker of the language model says so and succeeds', () => {
  expect(run('check-interaction-model', '')).toMatchObject({ stdout: expect.stringContaining('no faults'), status: 0 });
});
