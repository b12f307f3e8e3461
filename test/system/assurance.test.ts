// Promise: what the hazard log relies on is there and runs; a control that is made up, skipped or left out is found.
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { missingControls, openControls, readHazards } from '../../scripts/assurance/hazards.ts';

const rating = '- Cause: a.\n- Effect: b.\n- At first: major, low: risk 3. Left: major, very low: risk 2.\n';
const logOf = (controls: string) => readHazards(`# Log\n\n## H1 Something\n\n${rating}\n${controls}\n\n## What no test can control\n\n[not a control](../../test/none.test.ts)\n`);
const control = '- [it holds](../../test/a.test.ts)';
const source = (line: string) => () => line;

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
