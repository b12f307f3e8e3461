import type { Query, Row, Table } from './table.ts';

/** All rows of a query, page after page. One round trip unless there is more than a page. */
export async function everyRow(table: Table, query: Query): Promise<readonly Row[]> {
  const first = await table.query(query);
  const rows = [...first.rows];
  for (let next = first.next; next !== undefined;) {
    const page = await table.query({ ...query, after: next });
    rows.push(...page.rows);
    next = page.next;
  }
  return rows;
}
