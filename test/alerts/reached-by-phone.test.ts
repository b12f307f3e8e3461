// Promise: whoever turns notifications on in a browser can still be texted: a browser may be asleep.
import { expect, test } from '@jest/globals';
import type { Address } from '../../models/alert/index.ts';
import { reachedByPhone } from '../../lambda/alerts/engine-for.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { alertWorld, harrow, margaret } from '../support/alert-world.ts';

const push: Address = { id: 'push-1', channel: 'push', value: 'x', isVerified: true };
const email: Address = { id: 'own-mail', channel: 'email', value: 'susan@example.org', isVerified: true };

test.each([
  ['nothing set', [], ['text']], ['a browser', [push], ['push', 'text']], ['what staff set', [email], ['email']], ['what staff set, and a browser', [push, email], ['push', 'email']],
] as const)('with %s, these ways are there: %j gives %j', async (_, set, ways) => {
  const { table, record } = await alertWorld();
  const member = (await record()).household.circle.find(({ phone, email: mail }) => phone !== undefined && mail === undefined)!;
  const store = alertStore(table);
  await store.saveReach(harrow, margaret, (reach) => ({ ...reach, members: { ...(set.length > 0 && { [member.id]: set }) } }));
  const found = await reachedByPhone(store).whomToTell(harrow, margaret);
  expect(found?.reach.members[member.id]?.map(({ channel }) => channel)).toEqual(ways);
});
