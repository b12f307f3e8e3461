import { itemFromRow } from '../lambda/store/dynamodb-items.ts';
import type { Key, Operation, Row, Table } from '../lambda/store/table.ts';

export interface Metered { reads: number; writes: number; dueWrites: number }

const readKb = 4;

/**
 * A table that counts what DynamoDB would charge: a consistent read one unit for each 4 KB, by the index half; a transaction two units for each KB of each
 * item, and one for its copy in the index. Sizes are those of names and values, as AWS documents. `dueWrites` are those that fall on the due-index.
 */
export function meteredTable(table: Table): Table & { readonly meter: Metered } {
  const meter: Metered = { reads: 0, writes: 0, dueWrites: 0 };
  const read = (rows: readonly Row[], isByIndex: boolean) => { meter.reads += Math.max(1, Math.ceil(rows.reduce((sum, row) => sum + kilobytes(row), 0) / readKb)) * (isByIndex ? 0.5 : 1); };
  const write = (units: number, { pk }: Key) => {
    meter.writes += units;
    if (pk.startsWith('due#')) meter.dueWrites += units;
  };
  return {
    meter,
    get: async (key) => {
      const row = await table.get(key);
      read(row === undefined ? [] : [row], false);
      return row;
    },
    query: async (query) => {
      const page = await table.query(query);
      read(page.rows, query.by === 'index');
      return page;
    },
    transact: async (operations) => {
      for (const operation of operations) await charge(operation);
      return table.transact(operations);
    },
    close: () => table.close(),
  };

  async function charge(operation: Operation): Promise<void> {
    if (operation.do === 'put') write(Math.ceil(kilobytes(operation.row)) * (operation.row.index === undefined ? 2 : 3), operation.row);
    else {
      const row = await table.get(operation.key);
      write(row === undefined ? 2 : Math.ceil(kilobytes(row)) * (row.index === undefined ? 2 : 3), operation.key);
    }
  }
}

function kilobytes(row: Row): number {
  return Object.entries(itemFromRow(row)).reduce((sum, [name, { S = '', N = '' }]) => sum + name.length + Buffer.byteLength(S) + Math.ceil(N.length / 2), 0) / 1_024;
}
