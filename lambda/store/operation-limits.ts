import type { Condition, Operation, Query, Row } from './table.ts';

const mostOperations = 100;
const mostDocBytes = 300_000;
const mostKeyBytes = 1_000;

/** Throws where a transaction breaks the port's limits, so that both engines refuse the same mistakes. */
export function checkOperations(operations: readonly Operation[]): void {
  if (operations.length < 1 || operations.length > mostOperations) throw new RangeError(`A transaction has 1 to ${mostOperations} operations, not ${operations.length}`);
  const seen = new Set<string>();
  for (const operation of operations) {
    const { pk, sk } = keyOf(operation);
    const key = `${pk}\n${sk}`;
    if (seen.has(key)) throw new RangeError(`Two operations on one row: ${sk}`);
    seen.add(key);
    checkText(pk);
    checkText(sk);
    if (operation.do === 'put') checkRow(operation.row);
    if (operation.do === 'reindex' && operation.index !== undefined) checkText(operation.index);
    operation.when.forEach(checkCondition);
  }
}

export function keyOf(operation: Operation): { readonly pk: string; readonly sk: string } {
  return operation.do === 'put' ? operation.row : operation.key;
}

/** Throws where a query breaks the port's limits. */
export function checkQuery(query: Query): void {
  const { limit } = query;
  if (limit !== undefined && !(Number.isInteger(limit) && limit >= 1 && limit <= 1000)) throw new RangeError(`A page has 1 to 1,000 rows, not ${limit}`);
}

/** True when no sort key can be between `from` and `to`. Sort keys are in the order of their UTF-8 bytes. */
export function isEmptyRange({ from, to }: Query): boolean {
  return from !== undefined && to !== undefined && Buffer.compare(Buffer.from(from), Buffer.from(to)) > 0;
}

function checkRow(row: Row): void {
  if (!Number.isSafeInteger(row.version) || row.version < 1) throw new RangeError(`A version is a whole number from 1, not ${row.version}`);
  if (row.index !== undefined) checkText(row.index);
  for (const [name, value] of Object.entries(row.numbers ?? {})) if (!Number.isSafeInteger(value)) throw new RangeError(`${name} is not a safe integer: ${value}`);
  if (row.doc.length > mostDocBytes || Buffer.byteLength(row.doc) > mostDocBytes) throw new RangeError(`A document is at most ${mostDocBytes} bytes: ${row.sk}`);
}

function checkCondition(condition: Condition): void {
  if (condition.if === 'version-is' && !Number.isSafeInteger(condition.version)) throw new RangeError('A version is a whole number');
  if (condition.if === 'number-at-least' && !Number.isSafeInteger(condition.atLeast)) throw new RangeError(`${condition.name} is compared with a safe integer only`);
}

function checkText(text: string): void {
  if (text === '' || Buffer.byteLength(text) > mostKeyBytes) throw new RangeError(`A key has 1 to ${mostKeyBytes} bytes`);
}
