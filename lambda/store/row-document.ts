import * as z from 'zod/mini';
import { carryUnknown } from './carry-unknown.ts';
import { whenAsked, type Kept } from './kept-values.ts';
import { StoredRowIsBroken } from './store-errors.ts';
import type { Row } from './table.ts';

/** Every document says by which schema it was written, so that a later one can be told from this. */
const envelope = whenAsked(() => z.looseObject({ schema: z.literal(1), value: z.unknown() }));

export function documentOf(value: unknown): string {
  return JSON.stringify({ schema: 1, value });
}

/** What a row holds, checked. Throws `StoredRowIsBroken`. */
export function valueIn<Value>({ pk, sk, doc }: Pick<Row, 'pk' | 'sk' | 'doc'>, kept: Kept<Value>): Value {
  try {
    return kept().parse(envelope().parse(JSON.parse(doc)).value);
  } catch (cause) {
    throw new StoredRowIsBroken(pk, sk, cause);
  }
}

/** The same of a row among others of its kind, for a list that may leave it out. */
export function valuesIn<Value>({ doc, ...key }: Pick<Row, 'pk' | 'sk' | 'doc'>, kept: Kept<Value[]>): Value[] {
  try {
    return kept().parse([envelope().parse(JSON.parse(doc)).value]);
  } catch (cause) {
    throw new StoredRowIsBroken(key.pk, key.sk, cause);
  }
}

/** The document with a new value. Fields we do not know, written by a later version of us, stay as they were. */
export function documentWith(before: string, kept: Kept<unknown>, value: unknown): string {
  const was = envelope().parse(JSON.parse(before));
  return JSON.stringify({ ...was, value: carryUnknown(kept(), was.value, value) });
}
