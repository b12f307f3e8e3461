import type { Table } from '../lambda/store/table.ts';

/** A table that adds up the time its callers wait for it, in milliseconds: what is left of a turn is our own. */
export function timedTable(table: Table): Table & { waitedMs: number } {
  const timed = {
    waitedMs: 0,
    get: (...given: Parameters<Table['get']>) => wait(() => table.get(...given)),
    query: (...given: Parameters<Table['query']>) => wait(() => table.query(...given)),
    transact: (...given: Parameters<Table['transact']>) => wait(() => table.transact(...given)),
    close: () => table.close(),
  };
  async function wait<Result>(call: () => Promise<Result>): Promise<Result> {
    const from = performance.now();
    try {
      return await call();
    } finally {
      timed.waitedMs += performance.now() - from;
    }
  }
  return timed;
}
