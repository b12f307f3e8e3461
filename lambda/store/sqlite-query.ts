import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { prepareForColumns, rowFrom, type KeptRow } from './sqlite-row.ts';
import type { Cursor, Page, Query, Row } from './table.ts';

const mostRows = 1_000;
const pageBytes = 1_000_000;

/** Answers queries with statements prepared once for each shape of query. */
export function sqliteQueries(database: DatabaseSync): (query: Query) => Page {
  const statements = new Map<string, StatementSync>();
  return (query) => {
    const { sql, values } = statementFor(query);
    let statement = statements.get(sql);
    if (statement === undefined) {
      statement = prepareForColumns(database, sql);
      statements.set(sql, statement);
    }
    return pageOf(query, statement.iterate(...values) as Iterable<unknown> as Iterable<KeptRow>);
  };
}

function statementFor(query: Query): { sql: string; values: string[] } {
  const byIndex = query.by === 'index';
  const parts = [byIndex ? 'idx = ?' : 'pk = ?'];
  const values = [byIndex ? query.index : query.pk];
  const and = (part: string, ...more: readonly string[]) => { parts.push(part); values.push(...more); };
  if (query.from !== undefined) and('sk >= ?', query.from);
  if (query.to !== undefined) and('sk <= ?', query.to);
  if (query.after !== undefined) and(`(sk, pk) ${query.backwards === true ? '<' : '>'} (?, ?)`, ...placeOf(query.after));
  const way = query.backwards === true ? 'DESC' : 'ASC';
  const order = byIndex ? `sk ${way}, pk ${way}` : `sk ${way}`;
  return { sql: `SELECT pk, sk, version, idx, numbers, doc FROM rows WHERE ${parts.join(' AND ')} ORDER BY ${order}`, values };
}

function pageOf({ limit = mostRows }: Query, found: Iterable<KeptRow>): Page {
  const rows: Row[] = [];
  let bytes = 0;
  for (const kept of found) {
    const last = rows.at(-1);
    if (last !== undefined && (rows.length === limit || bytes + kept[5].length > pageBytes)) return { rows, next: cursorAt(last) };
    rows.push(rowFrom(kept));
    bytes += kept[5].length;
  }
  return { rows };
}

const cursorAt = ({ pk, sk }: Row): Cursor => JSON.stringify([sk, pk]) as Cursor;
const placeOf = (cursor: Cursor): [string, string] => JSON.parse(cursor) as [string, string];
