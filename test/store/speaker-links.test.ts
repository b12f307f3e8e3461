// Promise: a speaker speaks for one person, after proof; and when it is unlinked it stops at once.
import { beforeEach, describe, expect, test } from '@jest/globals';
import type { SpeakerLinks } from '../../models/household/index.ts';
import { instant, personId, type PersonId } from '../../models/shared/index.ts';
import type { PersonRecords } from '../../models/person-record/index.ts';
import { countingTable } from '../../lambda/store/counting-table.ts';
import { everyRow } from '../../lambda/store/every-row.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import type { Table } from '../../lambda/store/table.ts';
import { describeOnEveryEngine } from './engines.ts';
import { harrow, keepPeople, margaret, now, someone } from './people.ts';

const dev = personId('dev');
const day = 86_400_000;
const after = (milliseconds: number) => instant(now + milliseconds);
const speakerOf = (name: string) => ({ key: speakerKeyOf(`amzn1.ask.account.${name}`), alexaId: `amzn1.ask.account.${name}` });
const kitchen = speakerOf('KITCHEN');
const bedroom = speakerOf('BEDROOM');
const refused = (reason: string) => ({ kind: 'refused', reason });
const linkedTo = (person: PersonId) => ({ kind: 'linked', council: harrow, person });

describeOnEveryEngine('Linking a speaker', (newTable) => {
  let table: ReturnType<typeof countingTable>;
  let records: PersonRecords;
  let links: SpeakerLinks;
  beforeEach(async () => {
    table = countingTable(await newTable());
    records = personRecords(table);
    links = speakerLinks(table);
    await keepPeople(table, ['margaret', 'dev']);
  });

  const codeFor = async (person: PersonId, at = now): Promise<string> => {
    const made = await links.createLinkCode(harrow, person, at);
    if (made.kind !== 'made') throw new Error(made.reason);
    return made.code;
  };
  const whoSpeaks = async (speaker = kitchen) => (await records.bySpeaker(speaker.key))?.personId;
  const wrongCodeFor = (code: string) => (code === '999999' ? '100000' : String(Number(code) + 1));

  describe('by a spoken code', () => {
    test('gives the speaker the whole record to speak from', async () => {
      const code = await codeFor(margaret);
      expect(code).toMatch(/^[1-9]\d{5}$/);
      expect(await links.linkByCode(code, kitchen, after(day - 1))).toEqual(linkedTo(margaret));
      const record = await records.bySpeaker(kitchen.key);
      expect(record?.link).toEqual({ speaker: kitchen.key, details: { how: 'code', linkedAt: after(day - 1), alexaId: kitchen.alexaId } });
      expect(record?.household).toEqual(someone().household);
      expect((await records.byPerson(harrow, margaret))?.link?.speaker).toBe(kitchen.key);
    });

    test('takes two reads at once and one transaction', async () => {
      const code = await codeFor(margaret);
      table.restart();
      await links.linkByCode(code, kitchen, now);
      expect(table.trips).toMatchObject({ reads: 2, rowsRead: 1, transactions: 1 });
    });

    test('keeps only a hash of the code', async () => {
      const code = await codeFor(margaret);
      const rows = await everyRow(table, { by: 'pk', pk: 'person#harrow#margaret', ...{ from: 'spoken#link', to: 'spoken#link' } });
      expect(JSON.stringify(rows)).not.toContain(code);
      expect(await table.get({ pk: `code#${code}`, sk: 'code' })).toBeUndefined();
    });

    test('is good once only', async () => {
      const code = await codeFor(margaret);
      await links.linkByCode(code, kitchen, now);
      expect(await links.linkByCode(code, bedroom, now)).toEqual(refused('no-such-code'));
      expect(await whoSpeaks(bedroom)).toBeUndefined();
    });

    test('is good for twenty-four hours and no longer', async () => {
      const code = await codeFor(margaret);
      expect(await links.linkByCode(code, kitchen, after(day))).toEqual(refused('expired'));
      expect(await whoSpeaks()).toBeUndefined();
    });

    test('puts an end to the code made before it', async () => {
      const [first, second] = [await codeFor(margaret), await codeFor(margaret)];
      expect(await links.linkByCode(first, kitchen, now)).toEqual(refused('no-such-code'));
      expect(await links.linkByCode(second, kitchen, now)).toEqual(linkedTo(margaret));
    });

    test('is never the same for two people at a time', async () => {
      const numbers = ['482913', '482913', '482913', '482913', '555555', '482913'];
      links = speakerLinks(table, () => numbers.shift() ?? '777777');
      expect(await codeFor(margaret)).toBe('482913');
      expect(await codeFor(dev)).toBe('555555');
      expect(await links.linkByCode('482913', kitchen, now)).toEqual(linkedTo(margaret));
      expect(await codeFor(dev)).toBe('482913');
      expect(await links.linkByCode('555555', bedroom, now)).toEqual(refused('no-such-code'));
      expect(await links.linkByCode('482913', bedroom, now)).toEqual(linkedTo(dev));
    });

    test('takes a number again once its day is over', async () => {
      links = speakerLinks(table, () => '482913');
      await codeFor(margaret);
      expect(await codeFor(dev, after(day))).toBe('482913');
      expect(await links.linkByCode('482913', kitchen, after(day))).toEqual(linkedTo(dev));
    });

    test('stops after five wrong tries, for a day', async () => {
      const code = await codeFor(margaret, after(day));
      for (const _try of [1, 2, 3, 4]) expect(await links.linkByCode(wrongCodeFor(code), kitchen, now)).toEqual(refused('no-such-code'));
      expect(await links.linkByCode(wrongCodeFor(code), kitchen, now)).toEqual(refused('too-many-tries'));
      expect(await links.linkByCode(code, kitchen, after(day - 1))).toEqual(refused('too-many-tries'));
      expect(await links.linkByCode(code, bedroom, after(day - 1))).toEqual(linkedTo(margaret));
      const next = await codeFor(dev, after(day));
      expect(await links.linkByCode(next, kitchen, after(day))).toEqual(linkedTo(dev));
    });

    test('counts every wrong try of many at once', async () => {
      const wrong = wrongCodeFor(await codeFor(margaret));
      const results = await Promise.all(Array.from({ length: 12 }, () => links.linkByCode(wrong, kitchen, now)));
      expect(results.filter((result) => result.kind === 'refused' && result.reason === 'no-such-code').length).toBeLessThanOrEqual(4);
      expect(await links.linkByCode(wrong, kitchen, now)).toEqual(refused('too-many-tries'));
    });

    test('forgets the wrong tries after a right one', async () => {
      const code = await codeFor(margaret);
      for (const _try of [1, 2, 3, 4]) await links.linkByCode(wrongCodeFor(code), kitchen, now);
      await links.linkByCode(code, kitchen, now);
      for (const _try of [1, 2, 3, 4]) expect(await links.linkByCode(code, kitchen, now)).toEqual(refused('no-such-code'));
    });

    test('is not made for somebody who is not there', async () => {
      expect(await links.createLinkCode(harrow, personId('nobody'), now)).toEqual(refused('no-such-person'));
    });
  });

  describe.each(['linkByAccount', 'linkByUnit'] as const)('by %s', (way) => {
    test('links, and changes nothing when linked already', async () => {
      expect(await links[way](harrow, margaret, kitchen, now)).toEqual(linkedTo(margaret));
      table.restart();
      expect(await links[way](harrow, margaret, kitchen, after(day))).toEqual(linkedTo(margaret));
      expect(table.trips.transactions).toBe(0);
      expect((await records.bySpeaker(kitchen.key))?.link?.details.linkedAt).toBe(now);
    });

    test('refuses somebody who is not there', async () => {
      expect(await links[way](harrow, personId('nobody'), kitchen, now)).toEqual(refused('no-such-person'));
      expect(await links[way](harrow, dev, kitchen, now)).toEqual(linkedTo(dev));
    });
  });

  test('refuses a speaker that speaks for another person', async () => {
    await links.linkByUnit(harrow, margaret, kitchen, now);
    expect(await links.linkByCode(await codeFor(dev), kitchen, now)).toEqual(refused('speaker-speaks-for-another'));
    expect(await links.linkByAccount(harrow, dev, kitchen, now)).toEqual(refused('speaker-speaks-for-another'));
    expect(await whoSpeaks()).toBe(margaret);
  });

  test('gives one speaker to one of two people at once', async () => {
    const results = await Promise.all([links.linkByUnit(harrow, margaret, kitchen, now), links.linkByUnit(harrow, dev, kitchen, now)]);
    expect(results.map((result) => result.kind).sort()).toEqual(['linked', 'refused']);
    const rows = await everyRow(table, { by: 'index', index: `speaker#${kitchen.key}` });
    expect(new Set(rows.map((row) => row.pk)).size).toBe(1);
    expect(rows).toHaveLength(10);
  });

  test('ends the link of the speaker they had before', async () => {
    await links.linkByUnit(harrow, margaret, kitchen, now);
    expect(await links.linkByCode(await codeFor(margaret), bedroom, now)).toEqual(linkedTo(margaret));
    expect(await whoSpeaks(bedroom)).toBe(margaret);
    expect(await whoSpeaks(kitchen)).toBeUndefined();
    expect(await links.linkByUnit(harrow, dev, kitchen, now)).toEqual(linkedTo(dev));
  });

  describe('unlinking', () => {
    const unlink = async () => {
      const record = await records.bySpeaker(kitchen.key);
      return record && records.save(record, { idempotencyKey: 'unlink', at: now, link: null, unfinished: null, audit: [{ action: 'unlink', by: 'person', about: 'speaker' }] });
    };
    beforeEach(async () => { await links.linkByUnit(harrow, margaret, kitchen, now); });

    test('stops the speaker at once, for good', async () => {
      expect(await unlink()).toEqual({ kind: 'saved' });
      expect(await whoSpeaks()).toBeUndefined();
      expect((await records.byPerson(harrow, margaret))?.link).toBeUndefined();
      expect(await everyRow(table, { by: 'index', index: `speaker#${kitchen.key}` })).toEqual([]);
    });

    test('wins over an action that was read before it', async () => {
      const record = await records.bySpeaker(kitchen.key);
      await unlink();
      const { passport } = record!.household;
      const slower = { ...record!.household, passport: { ...passport, pacePercent: 85 as const } };
      expect(await records.save(record!, { idempotencyKey: 'slower', at: now, household: slower, audit: [] })).toEqual({ kind: 'changed-meanwhile' });
    });

    test('leaves the speaker free for somebody else', async () => {
      await unlink();
      expect(await links.linkByUnit(harrow, dev, kitchen, now)).toEqual(linkedTo(dev));
    });

    test('makes a code given out before it no good', async () => {
      const code = await codeFor(margaret);
      await unlink();
      expect(await links.linkByCode(code, bedroom, now)).toEqual(refused('no-such-code'));
    });

    test('holds even while the index still shows the old rows', async () => {
      const stale = await everyRow(table, { by: 'index', index: `speaker#${kitchen.key}` });
      await unlink();
      await links.linkByUnit(harrow, dev, bedroom, now);
      expect(await personRecords(lagging(table, stale.filter((row) => row.sk !== 'spoken#link'))).bySpeaker(kitchen.key)).toBeUndefined();
      await links.linkByUnit(harrow, margaret, bedroom, now);
      const moved = await everyRow(table, { by: 'pk', pk: 'person#harrow#margaret', from: 'spoken#', to: 'spoken#~' });
      expect(await personRecords(lagging(table, moved)).bySpeaker(kitchen.key)).toBeUndefined();
    });
  });

  test('is answered while the index has caught up only in part', async () => {
    await links.linkByUnit(harrow, margaret, kitchen, now);
    const rows = await everyRow(table, { by: 'index', index: `speaker#${kitchen.key}` });
    const record = await personRecords(lagging(table, rows.slice(0, 3))).bySpeaker(kitchen.key);
    expect(record?.visitBook.provider.name).toBe('Brightway');
  });
});

/** The index as it was a moment ago; everything else as it is. */
function lagging(table: Table, rows: Awaited<ReturnType<typeof everyRow>>): Table {
  return { ...table, query: async (query) => (query.by === 'index' ? { rows } : table.query(query)) };
}
