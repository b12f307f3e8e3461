// Promise: whatever engine is behind the table port, it answers and refuses alike.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Operation, Query, Row, Table } from '../../lambda/store/table.ts';
import { describeOnEveryEngine } from './engines.ts';

const put = (row: Partial<Row>, ...when: Operation['when']): Operation => (
  { do: 'put', row: { pk: 'margaret', sk: 'visits', version: 1, doc: '{}', ...row }, when }
);
const done = { kind: 'done' };
const keep = async (table: Table, ...operations: Operation[]) => expect(await table.transact(operations)).toEqual(done);
const margaret = { pk: 'margaret', sk: 'visits' };

describeOnEveryEngine('The table', (newTable) => {
  let table: Table;
  beforeAll(async () => { table = await newTable(); });

  describe('getting and putting', () => {
    test('finds nothing where nothing has been kept', async () => {
      expect(await table.get({ pk: 'nobody', sk: 'visits' })).toBeUndefined();
    });

    test('gives a row back exactly as it was put', async () => {
      const row = { pk: 'Siân', sk: 'O’Brien 🏡', version: 7, index: 'speaker#1', numbers: { leftPence: -9007199254740991, other: 0 }, doc: '{"words":"tea ☕ \\u0000\\n\\""}' };
      await keep(table, put(row));
      expect(await table.get(row)).toEqual(row);
    });

    test('gives no index and no numbers when none were put', async () => {
      await keep(table, put({ sk: 'plain', numbers: {} }));
      expect(await table.get({ pk: 'margaret', sk: 'plain' })).toEqual({ pk: 'margaret', sk: 'plain', version: 1, doc: '{}' });
    });

    test('replaces the whole row, its index and numbers included', async () => {
      await keep(table, put({ sk: 'whole', index: 'speaker#2', numbers: { leftPence: 1 } }));
      await keep(table, put({ sk: 'whole', version: 2, doc: '[]' }));
      expect(await table.get({ pk: 'margaret', sk: 'whole' })).toEqual({ pk: 'margaret', sk: 'whole', version: 2, doc: '[]' });
      expect(await table.query({ by: 'index', index: 'speaker#2' })).toEqual({ rows: [] });
    });

    test('keeps a document of 300,000 bytes and an empty one', async () => {
      const long = '£'.repeat(150_000);
      await keep(table, put({ sk: 'long', doc: long }), put({ sk: 'short', doc: '' }));
      expect((await table.get({ pk: 'margaret', sk: 'long' }))?.doc).toBe(long);
      expect((await table.get({ pk: 'margaret', sk: 'short' }))?.doc).toBe('');
    });

    test('takes away a row, and does not mind when there is none', async () => {
      await keep(table, put({ sk: 'gone' }));
      await keep(table, { do: 'delete', key: { pk: 'margaret', sk: 'gone' }, when: [] }, { do: 'delete', key: { pk: 'margaret', sk: 'never' }, when: [] });
      expect(await table.get({ pk: 'margaret', sk: 'gone' })).toBeUndefined();
    });
  });

  describe('conditions', () => {
    beforeAll(async () => keep(table, put({ ...margaret, version: 3, numbers: { leftPence: 500 } })));
    const check = (key: { pk: string; sk: string }, ...when: Operation['when']): Operation => ({ do: 'check', key, when });
    const nobody = { pk: 'nobody', sk: 'visits' };

    test.each<[string, Operation, boolean]>([
      ['absent holds where there is no row', check(nobody, { if: 'absent' }), true],
      ['absent fails where there is a row', check(margaret, { if: 'absent' }), false],
      ['version holds when it is the same', check(margaret, { if: 'version-is', version: 3 }), true],
      ['version fails when it is another', check(margaret, { if: 'version-is', version: 2 }), false],
      ['version fails where there is no row', check(nobody, { if: 'version-is', version: 1 }), false],
      ['number holds when it is just enough', check(margaret, { if: 'number-at-least', name: 'leftPence', atLeast: 500 }), true],
      ['number fails when one too little', check(margaret, { if: 'number-at-least', name: 'leftPence', atLeast: 501 }), false],
      ['number fails when there is none of that name', check(margaret, { if: 'number-at-least', name: 'toString', atLeast: -5 }), false],
      ['number fails where there is no row', check(nobody, { if: 'number-at-least', name: 'leftPence', atLeast: -5 }), false],
      ['all must hold when there are several', check(margaret, { if: 'version-is', version: 3 }, { if: 'number-at-least', name: 'leftPence', atLeast: 501 }), false],
      ['no condition at all always holds', check(nobody), true],
      ['reindexing what is not there fails', { do: 'reindex', key: nobody, index: 'speaker#9', when: [] }, false],
      ['deleting fails when the version is another', { do: 'delete', key: margaret, when: [{ if: 'version-is', version: 9 }] }, false],
    ])('%s', async (_title, operation, holds) => {
      expect(await table.transact([operation])).toEqual(holds ? done : { kind: 'refused', failed: [0] });
    });

    test('keeps nothing when one fails and names every one', async () => {
      const result = await table.transact([
        put({ sk: 'first' }, { if: 'absent' }),
        put({ ...margaret, version: 4 }, { if: 'version-is', version: 2 }),
        check({ pk: 'margaret', sk: 'third' }, { if: 'absent' }),
        check(nobody, { if: 'version-is', version: 1 }),
      ]);
      expect(result).toEqual({ kind: 'refused', failed: [1, 3] });
      expect(await table.get({ pk: 'margaret', sk: 'first' })).toBeUndefined();
      expect((await table.get(margaret))?.version).toBe(3);
    });
  });

  describe('the index', () => {
    const key = { pk: 'dev', sk: 'link' };
    test('moves a row and raises its version by one', async () => {
      await keep(table, put({ ...key, index: 'speaker#old', numbers: { leftPence: 5 }, doc: '{"a":1}' }));
      await keep(table, { do: 'reindex', key, index: 'speaker#new', when: [{ if: 'version-is', version: 1 }] });
      const moved = { ...key, version: 2, index: 'speaker#new', numbers: { leftPence: 5 }, doc: '{"a":1}' };
      expect(await table.query({ by: 'index', index: 'speaker#old' })).toEqual({ rows: [] });
      expect(await table.query({ by: 'index', index: 'speaker#new' })).toEqual({ rows: [moved] });
      expect(await table.get(key)).toEqual(moved);
    });

    test('finds a row nowhere once it has no index', async () => {
      await keep(table, { do: 'reindex', key, index: undefined, when: [] });
      expect(await table.query({ by: 'index', index: 'speaker#new' })).toEqual({ rows: [] });
      expect(await table.get(key)).toEqual({ ...key, version: 3, numbers: { leftPence: 5 }, doc: '{"a":1}' });
    });

    test('loses a row that has been taken away', async () => {
      await keep(table, put({ pk: 'joyce', sk: 'link', index: 'speaker#joyce' }));
      await keep(table, { do: 'delete', key: { pk: 'joyce', sk: 'link' }, when: [] });
      expect(await table.query({ by: 'index', index: 'speaker#joyce' })).toEqual({ rows: [] });
    });
  });

  describe('queries', () => {
    const keys = ['entry#1', 'entry#10', 'entry#2', 'entry#~', 'entry#é', 'entry#￮', 'entry#🏡'];
    beforeAll(async () => keep(table, ...[...keys].reverse().map((sk) => put({ pk: 'ledger', sk, index: 'by-ledger' })), put({ pk: 'ledger 2', sk: 'entry#1' })));
    const found = async (query: Partial<Query>) => (await everyPage(table, { by: 'pk', pk: 'ledger', ...query } as Query)).map((row) => row.sk);

    test('gives rows in the order of their bytes', async () => {
      expect(await found({})).toEqual(keys);
      expect(await found({ backwards: true })).toEqual([...keys].reverse());
    });

    test('takes both ends of a range in', async () => {
      expect(await found({ from: 'entry#10', to: 'entry#~' })).toEqual(['entry#10', 'entry#2', 'entry#~']);
      expect(await found({ from: 'entry#é' })).toEqual(keys.slice(4));
      expect(await found({ to: 'entry#1', backwards: true })).toEqual(['entry#1']);
      expect(await found({ from: 'entry#5', to: 'entry#3' })).toEqual([]);
    });

    test('does the same by index as by key', async () => {
      const query = { by: 'index', index: 'by-ledger', from: 'entry#10', to: 'entry#é' } as const;
      expect((await table.query(query)).rows.map((row) => row.sk)).toEqual(['entry#10', 'entry#2', 'entry#~', 'entry#é']);
      expect((await table.query({ ...query, backwards: true, limit: 1 })).rows.map((row) => row.sk)).toEqual(['entry#é']);
    });

    test.each([1, 2, 3, 7])('gives every row once in pages of %i', async (limit) => {
      expect(await found({ limit })).toEqual(keys);
      expect(await found({ limit, backwards: true, to: 'entry#é' })).toEqual(keys.slice(0, 5).reverse());
      expect((await everyPage(table, { by: 'index', index: 'by-ledger', limit })).map((row) => row.sk)).toEqual(keys);
    });

    test('gives no more than a megabyte in a page', async () => {
      const doc = 'x'.repeat(290_000);
      await keep(table, ...[1, 2, 3, 4, 5, 6].map((number) => put({ pk: 'heavy', sk: `${number}`, doc })));
      const page = await table.query({ by: 'pk', pk: 'heavy' });
      expect(page.rows.length).toBeLessThan(5);
      expect((await everyPage(table, { by: 'pk', pk: 'heavy' })).map((row) => row.sk)).toEqual(['1', '2', '3', '4', '5', '6']);
    });
  });

  describe('limits', () => {
    test('keeps one hundred operations at once', async () => {
      await keep(table, ...Array.from({ length: 100 }, (_, number) => put({ pk: 'hundred', sk: `${number}` })));
      expect((await everyPage(table, { by: 'pk', pk: 'hundred' }))).toHaveLength(100);
    });

    test.each<[string, readonly Operation[]]>([
      ['nothing to do', []],
      ['more than one hundred operations', Array.from({ length: 101 }, (_, number) => put({ sk: `${number}` }))],
      ['two operations on one row', [put({}), { do: 'delete', key: margaret, when: [] }]],
      ['a number that is not whole', [put({ numbers: { leftPence: 0.5 } })]],
      ['a number too large to be exact', [put({ numbers: { leftPence: 2 ** 53 } })]],
      ['a version below one', [put({ version: 0 })]],
      ['a document that is too long', [put({ doc: '£'.repeat(150_001) })]],
      ['an empty key', [put({ sk: '' })]],
      ['an empty index', [put({ index: '' })]],
      ['a comparison with a fraction', [put({}, { if: 'number-at-least', name: 'leftPence', atLeast: 0.1 })]],
    ])('refuses %s as a mistake of the caller', async (_title, operations) => {
      await expect(table.transact(operations)).rejects.toThrow(RangeError);
    });

    test.each([0, 1.5, 1001])('refuses a page of %d rows as a mistake', async (limit) => {
      await expect(table.query({ by: 'pk', pk: 'ledger', limit })).rejects.toThrow(RangeError);
    });
  });
});

async function everyPage(table: Table, query: Query): Promise<Row[]> {
  const rows: Row[] = [];
  for (let page = await table.query(query); ; page = await table.query({ ...query, after: page.next })) {
    if (query.limit !== undefined) expect(page.rows.length).toBeLessThanOrEqual(query.limit);
    rows.push(...page.rows);
    if (page.next === undefined) return rows;
  }
}
