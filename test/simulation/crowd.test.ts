// Promise: whatever one council has due at once, and though its channels hang, another's urgent alert waits for none of it.
import { expect, test } from '@jest/globals';
import { crowd } from '../../scripts/simulate/crowd.ts';

/** So many of a council are looked at at once: its urgent ones and the others, each in a lane of their own. Between two steps of one's own each of these takes one. */
const othersAtOnce = 2 * 24;

test.each([
  { urgent: 0, ordinary: 4_000 }, { urgent: 4_000, ordinary: 0 }, { urgent: 2_000, ordinary: 2_000 }, { urgent: 200, ordinary: 200, hangs: true },
])('one urgent alert, while another council has %o due', async (noise) => {
  const alone = await crowd({ urgent: 0, ordinary: 0 });
  const among = await crowd(noise);
  expect(among.ownCalls).toBeLessThanOrEqual(alone.ownCalls);
  expect(among.allCalls).toBeLessThanOrEqual(alone.allCalls * (1 + othersAtOnce));
  expect(among.toldMeanwhile).toBeLessThanOrEqual(othersAtOnce);
  expect(among.leftOfNoisy).toBeGreaterThan((noise.urgent + noise.ordinary) / 2);
});
