// Promise: we understand people whose sentences we were never taught, and know where we do not.
import { expect, test } from '@jest/globals';
import { measure } from '../../bench/understanding/measure.ts';
import { misheard } from '../../bench/understanding/speech-errors.ts';
import { offTopic, readMarkedSentences } from '../../scripts/teach/marked-sentences.ts';
import { randomFrom } from '../../scripts/teach/softmax.ts';
import { understanding } from './hearing.ts';

const taught = new Set(readMarkedSentences(new URL('../../skill/understand/taught/', import.meta.url)).map(({ text }) => text));
const unseen = readMarkedSentences(new URL('./unseen/', import.meta.url)).filter(({ text }) => !taught.has(text));
const { shares, slots, calibration, levels } = await measure(understanding, unseen, () => performance.now());
const of = ({ right, all }: { right: number; all: number }) => right / all;

/** Each at what is aimed at, or at what is reached where that is more: `npm run bench -- understanding` prints it all. */
test.each([
  ['everyday sentences', () => of(shares.everyday), 0.97], ['roundabout, dialect and broken ones', () => of(shares.hard), 0.82], ['slots of what was understood', () => of(slots), 0.95],
  ['talk that is not ours, half of it near misses', () => of(shares['off topic left alone']), 0.97], ['distress in any words', () => of(shares['distress caught']), 0.99], ['distress that is told of at once', () => of(levels.distress.told), 0.975],
  ['ordinary talk with alarming words in it', () => of(shares['ordinary talk not taken for distress']), 0.975],
])('%s are heard right', (_, share, least) => {
  expect(unseen.length).toBeGreaterThan(3000);
  expect(share()).toBeGreaterThanOrEqual(least);
});

test('ordinary sentences are hardly ever taken for distress, or asked about', () => {
  expect(of(levels.ordinary.told)).toBeLessThanOrEqual(0.01);
  expect(of(levels.ordinary.asked)).toBeLessThanOrEqual(0.015);
});

test('with one word in five wrong, everyday sentences are still understood', async () => {
  const random = randomFrom(20);
  const poorly = await measure(understanding, unseen.filter(({ isHard, intent }) => !isHard && intent !== offTopic), () => 0, (text) => misheard(text, 20, random));
  expect(of(poorly.shares.everyday)).toBeGreaterThanOrEqual(0.85);
});

test('the surer it says it is, the oftener it is right', () => {
  const [unsure, middling, sure] = [calibration.slice(0, 5), calibration.slice(5, 8), calibration.slice(9)].map((tenths) => of(tenths.reduce((sum, { right, all }) => ({ right: sum.right + right, all: sum.all + all }))));
  expect(unsure).toBeLessThan(middling ?? 0);
  expect(middling).toBeLessThan(sure ?? 0);
  expect(sure).toBeGreaterThan(0.9);
});
