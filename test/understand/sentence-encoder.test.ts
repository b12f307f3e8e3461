// Promise: the sentence encoder knows the same classes as the words do, reads any words, and judges each sentence by itself.
import { expect, test } from '@jest/globals';
import { sentenceEncoder } from '../../lambda/understanding/sentence-encoder.ts';
import { wordPieces } from '../../lambda/understanding/word-pieces.ts';
import learned from '../../skill/understand/learned.json' with { type: 'json' };

test('its classes are those that the words are taught (else: npm run teach-encoder)', async () => {
  expect([...(await sentenceEncoder.likeliness('who is coming today')).keys()].sort()).toEqual([...learned.classes].sort());
});

test.each(['', 'x', 'who is coming today', 'ratunku pomocy', 'carer '.repeat(60)])('what it makes of "%s" adds up to one', async (text) => {
  const likely = [...(await sentenceEncoder.likeliness(text)).values()];
  expect(likely.every((each) => each >= 0)).toBe(true);
  expect(likely.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 6);
});

test('sentences asked at the same moment do not mix', async () => {
  const said = ['who is coming today', 'how much money is left', 'i have fallen in the bathroom', 'play some jazz'];
  const together = await Promise.all(said.map((text) => sentenceEncoder.likeliness(text)));
  for (const [place, text] of said.entries()) expect([...(together[place] ?? [])]).toEqual([...await sentenceEncoder.likeliness(text)]);
});

test('it hears what a word means that nobody taught', async () => {
  const likely = [...await sentenceEncoder.likeliness('am i solvent so far as the local authority is concerned')].sort(([, one], [, other]) => other - one);
  expect(['BudgetLeftIntent', 'BudgetSummaryIntent']).toContain(likely[0]?.[0]);
});

test('words are cut into the longest pieces that are known, as BERT cuts them', () => {
  const cut = wordPieces(['[UNK]', '[CLS]', '[SEP]', 'em', '##bed', '##ding', '##s', 'bed', 'ding', '\'']);
  expect(cut('embeddings bed \'s zzz')).toEqual([1, 3, 4, 5, 6, 7, 9, 0, 0, 2]);
  expect(cut('')).toEqual([1, 2]);
  expect(cut('bed '.repeat(100))).toHaveLength(42);
});
