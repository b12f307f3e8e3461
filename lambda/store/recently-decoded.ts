import type { Row } from './table.ts';

/** Decodes a row once: the next turn of the same person finds the same text, and needs no parsing. */
export interface RecentlyDecoded {
  decoded<Value>(row: Row, decode: (row: Row) => Value): Value;
}

/** Keeps up to `most` rows, letting go of those asked for longest ago. A row counts as the same only if its whole text is. */
export function recentlyDecoded(most: number): RecentlyDecoded {
  const kept = new Map<string, { readonly doc: string; readonly value: unknown }>();
  return {
    decoded<Value>(row: Row, decode: (row: Row) => Value): Value {
      const name = `${row.pk} ${row.sk}`;
      const known = kept.get(name);
      kept.delete(name);
      const latest = known !== undefined && known.doc === row.doc ? known : { doc: row.doc, value: decode(row) };
      kept.set(name, latest);
      if (kept.size > most) kept.delete(kept.keys().next().value ?? '');
      return latest.value as Value;
    },
  };
}
