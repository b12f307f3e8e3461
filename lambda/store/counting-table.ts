import type { Row, Table } from './table.ts';

/** Round trips since the count began; `bytes` are those of documents read and put. */
export interface Trips {
  reads: number;
  transactions: number;
  rowsRead: number;
  bytesRead: number;
  operations: number;
  bytesPut: number;
}

/** A table that counts what is asked of it. `trips` is set back to nothing by `restart`. */
export function countingTable(table: Table): Table & { readonly trips: Trips; restart(): void } {
  const trips = noTrips();
  const countRead = (rows: readonly Row[]) => {
    trips.reads += 1;
    trips.rowsRead += rows.length;
    trips.bytesRead += rows.reduce((total, row) => total + row.doc.length, 0);
  };
  return {
    trips,
    restart: () => { Object.assign(trips, noTrips()); },
    get: async (key) => {
      const row = await table.get(key);
      countRead(row === undefined ? [] : [row]);
      return row;
    },
    query: async (query) => {
      const page = await table.query(query);
      countRead(page.rows);
      return page;
    },
    transact: async (operations) => {
      trips.transactions += 1;
      trips.operations += operations.length;
      trips.bytesPut += operations.reduce((total, operation) => total + (operation.do === 'put' ? operation.row.doc.length : 0), 0);
      return table.transact(operations);
    },
    close: () => table.close(),
  };
}

const noTrips = (): Trips => ({ reads: 0, transactions: 0, rowsRead: 0, bytesRead: 0, operations: 0, bytesPut: 0 });
