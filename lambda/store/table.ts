/**
 * What every store may ask of its engine, and nothing more: get, query by key range or index, and transact with
 * conditions from a closed list. What SQLite and DynamoDB cannot do alike is not here.
 * Each call is one round trip.
 */
export interface Table {
  /** The row as last kept (strongly consistent). */
  get(key: Key): Promise<Row | undefined>;
  query(query: Query): Promise<Page>;
  /** All of it, or none. At most 100 operations, each on a row of its own. */
  transact(operations: readonly Operation[]): Promise<TransactResult>;
  close(): Promise<void>;
}

export interface Key { readonly pk: string; readonly sk: string }

export interface Row extends Key {
  /** Rises by one with every change of the row; 1 when first put. */
  readonly version: number;
  /** The second way to find the row: the partition it has in the index. Ordered there by `sk` too. */
  readonly index?: string;
  /** Numbers that a condition may look at. Safe integers only. */
  readonly numbers?: Readonly<Record<string, number>>;
  /** What the store above keeps, as JSON text: the engine never looks inside. At most 300,000 bytes. */
  readonly doc: string;
}

export type Query = (
  | { readonly by: 'pk'; readonly pk: string }
  /** May miss a change made in the last second: read by `pk` before deciding on money. */
  | { readonly by: 'index'; readonly index: string }
) & {
  /** Only sort keys from this one on, and up to this one (both included). */
  readonly from?: string;
  readonly to?: string;
  readonly backwards?: boolean;
  /** Rows in a page: 1 to 1,000. Without it, as many as the engine gives (a page is at most 1 MB). */
  readonly limit?: number;
  readonly after?: Cursor;
};

/** Where the last page stopped. Opaque; good for the same query on the same engine. */
export type Cursor = string & { readonly cursor: unique symbol };
export interface Page { readonly rows: readonly Row[]; readonly next?: Cursor }

export type Condition =
  | { readonly if: 'absent' }
  | { readonly if: 'version-is'; readonly version: number }
  | { readonly if: 'number-at-least'; readonly name: string; readonly atLeast: number };

export type Operation =
  /** Replaces the row or makes it. The engine sets no version: the caller says it. */
  | { readonly do: 'put'; readonly row: Row; readonly when: readonly Condition[] }
  | { readonly do: 'delete'; readonly key: Key; readonly when: readonly Condition[] }
  /** Changes only where the index finds the row (`undefined`: nowhere), and raises its version by one. Refused when the row is absent. */
  | { readonly do: 'reindex'; readonly key: Key; readonly index: string | undefined; readonly when: readonly Condition[] }
  | { readonly do: 'check'; readonly key: Key; readonly when: readonly Condition[] };

export type TransactResult =
  | { readonly kind: 'done' }
  /** Nothing was kept. Positions in `operations` whose conditions did not hold. */
  | { readonly kind: 'refused'; readonly failed: readonly number[] }
  /** The engine did not say: it may or may not have been kept. */
  | { readonly kind: 'unknown' };
