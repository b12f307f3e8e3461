// Promise: what the hazard log relies on is there and runs; a control that is made up, skipped or left out is found.
import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { billOfMaterials, unknownLicences } from '../../scripts/assurance/bill-of-materials.ts';
import { missingControls, openControls, readHazards } from '../../scripts/assurance/hazards.ts';

const rating = '- Cause: a.\n- Effect: b.\n- At first: major, low: risk 3. Left: major, very low: risk 2.\n';
const logOf = (controls: string) => readHazards(`# Log\n\n## H1 Something\n\n${rating}\n${controls}\n\n## What no test can control\n\n[not a control](../../test/none.test.ts)\n`);
const control = '- [it holds](../../test/a.test.ts)';
const source = (line: string) => () => line;

const root = fileURLToPath(new URL('../..', import.meta.url));

describe('the log', () => {
  test('has a test for every control', () => {
    const hazards = readHazards();
    expect(hazards.length).toBeGreaterThan(12);
    expect(missingControls(hazards)).toEqual([]);
  });

  test('says plainly that nobody has signed it', () => {
    expect(readFileSync(new URL('../../docs/assurance/hazard-log.md', import.meta.url), 'utf8')).toContain('Until a Clinical Safety Officer');
  });
});

describe('what is found', () => {
  test.each([
    ['a test that is not there', logOf(control), source("test('another thing', () => {});"), /is no test of test\/a\.test\.ts/],
    ['a test that is skipped', logOf(control), source("test.skip('it holds', () => {});"), /is skipped in/],
    ['a file that is not there', logOf(control), () => undefined, /is in no test file/],
    ['a hazard without a control', logOf('Controls: good will.'), source(''), /no test controls it/],
    ['a hazard without a rating', readHazards(`## H1 Something\n\n${control}`), source("test('it holds', () => {});"), /lacks/],
  ])('%s', (_what, hazards, read, fault) => {
    expect(missingControls(hazards, read).join('\n')).toMatch(fault);
  });

  test('a control that did not run, or failed, when all was run', () => {
    const hazards = logOf(control);
    const ran = (status: string) => [{ file: 'test/a.test.ts', title: 'it holds', status }];
    expect(openControls(hazards, ran('passed'), true)).toEqual([]);
    expect(openControls(hazards, ran('pending'), true)).toEqual([expect.stringContaining('did not run')]);
    expect(openControls(hazards, ran('failed'), true)).toEqual([expect.stringContaining('failed')]);
    expect(openControls(hazards, [], true)).toEqual([expect.stringContaining('did not run')]);
    // Where only some files were asked for, the others are no concern.
    expect(openControls(hazards, [], false)).toEqual([]);
  });
});

describe('the threat model', () => {
  test('points to nothing that is not there', () => {
    const named = [...readFileSync(`${root}/docs/assurance/threat-model.md`, 'utf8').matchAll(/`(test\/[^`]+)`/g)].map(([, path = '']) => path);
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter((path) => !existsSync(`${root}/${path}`))).toEqual([]);
  });
});

describe('the bill of materials', () => {
  test('names every package that runs, with its sum, each by a licence we have looked at', () => {
    const bill = billOfMaterials(root);
    const { dependencies } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as { dependencies: Record<string, string> };
    expect(bill.components.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
    expect(bill.components.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
    expect(bill.components.some(({ name }) => name === 'jest')).toBe(false);
    expect(unknownLicences(bill)).toEqual([]);
  });

  test.each([['GPL-3.0-only', 1], ['(MIT OR GPL-3.0-only)', 0], ['MIT AND GPL-3.0-only', 1], ['MPL-2.0', 1]])('%s is told of: %i', (expression, told) => {
    const [one] = billOfMaterials(root).components;
    expect(unknownLicences({ components: [{ ...one!, name: 'some', licenses: [{ expression }] }] })).toHaveLength(told);
  });
});
