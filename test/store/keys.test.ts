// Promise: every row is kept under its council, but for a few that are found before anybody knows whose they are; and no row is kept under a key that is not made here.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import * as keys from '../../lambda/store/keys.ts';

const root = join(import.meta.dirname, '../..');

/** Found by a secret, or by a name that was given out, before it can be known of which council it is: the row itself says so, and whoever finds it looks. */
const foundFirst: Readonly<Record<string, string>> = {
  speakerPartition: 'Amazon tells us the speaker alone', ownerKey: 'of a speaker', triesKey: 'of a speaker', deskAlertsPartition: 'of a speaker of our own', codeKey: 'a code is said to a speaker that is nobody’s yet',
  deviceKey: 'a device brings its id and word', pairingKey: 'a screen that is nobody’s yet', apiKeyKey: 'a system brings its key', idempotentKey: 'by whose it is: the id of a key', signInCodeKey: 'the hash is of the council and the contact',
  sessionKey: 'a browser brings its secret', passkeyKey: 'a phone brings its key', passkeyChallengeKey: 'given to whoever is not signed in yet', organisationCodeKey: 'the hash is of the council and the code', visitCodeKey: 'a phone brings the code of a home',
  calendarFeedKey: 'a calendar brings its address', calendarRevisionsKey: 'beside that address', assistantKeyKey: 'an assistant brings its key', assistantAskKey: 'a request read back, by a name of its own that is found by its person as well', sealedTalksKey: 'by whose it is: the id of a key or a device',
};
type Maker = (...given: readonly unknown[]) => unknown;
const makers = Object.entries(keys as Readonly<Record<string, unknown>>).filter((each): each is [string, Maker] => typeof each[1] === 'function');

/** What each parameter may be, by its name in the source. */
const given = (name: string, council: string): unknown => (/council/i.test(name) ? council : /^(?:at|stretch)$/.test(name) ? 1_796_000_000_000 : /^(?:number|page)$/.test(name) ? 7 : /^(?:on|from|to|week)$/.test(name) ? '2026-12-01' : name.startsWith('{') ? { personId: 'margaret', on: '2026-12-01', visitId: 'v-1', id: 'x-1' } : `${name}-1`);

function parametersOf(maker: Maker): readonly string[] {
  const list = /^\(?(.*?)\)?\s*=>/s.exec(String(maker).replaceAll(/\{[^{}]*\}(?=,|\))/g, '{}'))?.[1] ?? '';
  return list.split(',').map((each) => each.trim()).filter((each) => each !== '');
}

const pkOf = (made: unknown): string => (typeof made === 'string' ? made : (made as { readonly pk: string }).pk);
const made = ([, maker]: [string, Maker], council: string): unknown => maker(...parametersOf(maker).map((name) => given(name, council)));

describe('every key', () => {
  const within = new Set(['entryKey', 'doneKey', 'auditKey', 'historyKey', 'heardKey', 'wellbeingKey', 'dueSortKey']);
  const ofCouncil = makers.filter(([name]) => !within.has(name) && !(name in foundFirst));

  test('there are more than fifty, and each that stands for itself is one', () => {
    expect(ofCouncil.length).toBeGreaterThan(50);
    expect(Object.keys(foundFirst).filter((name) => !makers.some(([known]) => known === name))).toEqual([]);
  });

  test.each(ofCouncil)('%s is the council’s: it begins with it, and is another for another', (...maker) => {
    expect(pkOf(made(maker, 'harrow'))).toMatch(/^[a-z-]+#harrow(?:#|$)/);
    expect(pkOf(made(maker, 'brent'))).toBe(pkOf(made(maker, 'harrow')).replace('harrow', 'brent'));
  });

  test.each(ofCouncil)('%s takes no council that could be another’s key', (...maker) => {
    expect(() => made(maker, 'harrow#margaret')).toThrow('may not be empty or hold a #');
    expect(() => made(maker, '')).toThrow('may not be empty or hold a #');
  });

  test.each(makers.filter(([name]) => name in foundFirst))('%s takes no council, being found first', (...maker) => {
    expect(parametersOf(maker[1]).some((name) => /council/i.test(name))).toBe(false);
  });
});

test('no other file makes a key', () => {
  const made = globSync('lambda/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('store/keys.ts'))
    .flatMap((file) => [...readFileSync(join(root, file), 'utf8').matchAll(/\b(?:pk|index): ['"`]([^'"`]*)/g)].map(([, key]) => `${file}: ${key}`));
  expect(made).toEqual(['lambda/notifications/api.ts: ready']);
});
