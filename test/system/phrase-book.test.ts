// Promise: whoever designs what is said can read all of it on paper: every intent, every answer, measured, and the same each time it is printed.
import { expect, test } from '@jest/globals';
import { phraseBook } from '../../scripts/phrase-book.ts';
import { intents } from '../../skill/intents.ts';

const aMinute = 60_000;
const printed = phraseBook();

test('the phrase book lists every intent, and each thing said with its length', async () => {
  const book = await printed;
  const chapters = new Set([...book.matchAll(/^## (\S+)$/gm)].map(([, name]) => name));
  expect([...chapters].sort()).toEqual(Object.keys(intents).sort());
  const lines = book.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const shape = /^(?:answer|after (?:yes|no|silence)) +\d+ words +\d+\.\d s, longest sentence +\d+(?: \[[^\]]+\])? \| \S/;
  expect(lines.filter((line) => !shape.test(line))).toEqual([]);
  expect(book).toMatch(/\[HARD: advocate\] \| An advocate helps you/);
}, aMinute);

test('it is the same book whenever it is printed', async () => {
  expect(await phraseBook()).toBe(await printed);
}, aMinute);
