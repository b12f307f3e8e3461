// Promise: whoever reads who looked at a record reads what was looked at in words, whichever page it was.
import { expect, test } from '@jest/globals';
import { deedText } from '../../web/console/audit-words.ts';
import { lookedAt } from '../../web/console/looked-at.ts';
import { pages } from '../../web/console/pages.ts';

test('every page about a person has words for what it shows', () => {
  expect(pages.filter(({ path }) => path.includes(':personId')).map(({ name }) => name).filter((name) => lookedAt[name] === undefined)).toEqual([]);
});

test('a look, a change and a deed read as sentences', () => {
  expect(['look:request-steps', 'change:routines', 'look:next-visit-by-assistant', 'person-added'].map(deedText)).toEqual([
    'Looked at what happened with a request', 'Changed the routines', 'Looked at next visit by assistant', 'Person added',
  ]);
});
