// Promise: SQLite and DynamoDB's engine give the same answers and refuse at the same places, whatever is asked of them.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { everyRow } from '../../lambda/store/every-row.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import type { Condition, Operation, Query, Row, Table, TransactResult } from '../../lambda/store/table.ts';
import { hasDynamodbEngine, startDynamodbEngine, type Engine } from './dynoxide.ts';

const describeHere = hasDynamodbEngine ? describe : describe.skip;
const people = ['Margaret', 'Dev', 'Joyce'];
const sortKeys = ['budget', 'entry#1', 'entry#10', 'entry#é', 'entry#🏡', '~'];
const indexes = ['speaker#1', 'speaker#2'];

describeHere(hasDynamodbEngine ? 'The two engines' : 'The two engines: skipped, dynoxide is not installed here', () => {
  let engine: Engine;
  let sqlite: Table;
  let dynamodb: Table;
  beforeAll(async () => {
    engine = await startDynamodbEngine();
    dynamodb = (await engine.newTable()).table;
    sqlite = openSqliteTable(':memory:');
  });
  afterAll(async () => engine.stop());

  test('answer and refuse alike whatever is asked', async () => {
    let run = 0;
    const seen = { done: 0, refused: 0, unknown: 0 };
    await fc.assert(fc.asyncProperty(fc.array(stepArbitrary, { minLength: 5, maxLength: 40 }), async (steps) => {
      run += 1;
      for (const step of steps) {
        const [ours, theirs] = [await take(sqlite, step, `${run}`), await take(dynamodb, step, `${run}`)];
        expect(theirs).toEqual(ours);
        if (step.kind === 'transact') seen[(ours as TransactResult).kind] += 1;
      }
    }), { numRuns: 150 });
    // A comparison of two engines that refuse everything would prove nothing.
    expect(Math.min(seen.done, seen.refused)).toBeGreaterThan(100);
  });
});

type Step =
  | { readonly kind: 'transact'; readonly operations: readonly Operation[] }
  | { readonly kind: 'get'; readonly pk: string; readonly sk: string }
  | { readonly kind: 'query'; readonly query: Query };

async function take(table: Table, step: Step, run: string): Promise<unknown> {
  if (step.kind === 'transact') return table.transact(step.operations.map((operation) => inRun(operation, run)));
  if (step.kind === 'get') return (await table.get({ pk: `${run} ${step.pk}`, sk: step.sk })) ?? null;
  const query = step.query.by === 'pk' ? { ...step.query, pk: `${run} ${step.query.pk}` } : { ...step.query, index: `${run} ${step.query.index}` };
  return tiesInOrder(await everyRow(table, query));
}

/** Each run has partitions of its own, so that one table serves all. */
function inRun(operation: Operation, run: string): Operation {
  if (operation.do === 'put') {
    const { pk, index, ...row } = operation.row;
    return { ...operation, row: { ...row, pk: `${run} ${pk}`, ...(index !== undefined && { index: `${run} ${index}` }) } };
  }
  const key = { ...operation.key, pk: `${run} ${operation.key.pk}` };
  return operation.do === 'reindex' ? { ...operation, key, index: operation.index && `${run} ${operation.index}` } : { ...operation, key };
}

/** Rows of one index with the same sort key come in no promised order. */
function tiesInOrder(rows: readonly Row[]): Row[] {
  return rows.reduce<Row[][]>((groups, row) => {
    const last = groups.at(-1);
    if (last?.[0]?.sk === row.sk) last.push(row);
    else groups.push([row]);
    return groups;
  }, []).flatMap((group) => group.sort((one, other) => (one.pk < other.pk ? -1 : 1)));
}

const pk = fc.constantFrom(...people);
const sk = fc.constantFrom(...sortKeys);
const version = fc.integer({ min: 1, max: 3 });
const numbers = fc.dictionary(fc.constantFrom('leftPence', 'seats'), fc.integer({ min: -2, max: 4 }));
const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.constant({ if: 'absent' } as const),
  fc.record({ if: fc.constant('version-is' as const), version }),
  fc.record({ if: fc.constant('number-at-least' as const), name: fc.constantFrom('leftPence', 'seats'), atLeast: fc.integer({ min: -2, max: 4 }) }),
);
const when = fc.oneof({ weight: 3, arbitrary: fc.constant([]) }, { weight: 2, arbitrary: fc.array(condition, { minLength: 1, maxLength: 2 }) });
const key = fc.record({ pk, sk });
const row: fc.Arbitrary<Row> = fc.record(
  { pk, sk, version, index: fc.constantFrom(...indexes), numbers, doc: fc.json() },
  { requiredKeys: ['pk', 'sk', 'version', 'doc'] },
).map(({ numbers: some, ...rest }) => ({ ...rest, ...(some !== undefined && Object.keys(some).length > 0 && { numbers: { ...some } }) }));
const operation: fc.Arbitrary<Operation> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('put' as const), row, when }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), key, when }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('reindex' as const), key, index: fc.option(fc.constantFrom(...indexes), { nil: undefined }), when }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('check' as const), key, when }) },
);
const operations = fc.uniqueArray(operation, {
  minLength: 1, maxLength: 4, selector: (each) => (each.do === 'put' ? `${each.row.pk} ${each.row.sk}` : `${each.key.pk} ${each.key.sk}`),
});
const range = { from: sk, to: sk, backwards: fc.boolean(), limit: fc.integer({ min: 1, max: 4 }) };
const query = fc.oneof(
  fc.record({ by: fc.constant('pk' as const), pk, ...range }, { requiredKeys: ['by', 'pk'] }),
  fc.record({ by: fc.constant('index' as const), index: fc.constantFrom(...indexes), ...range }, { requiredKeys: ['by', 'index'] }),
) as fc.Arbitrary<Query>;
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('transact' as const), operations }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('get' as const), pk, sk }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('query' as const), query }) },
);
