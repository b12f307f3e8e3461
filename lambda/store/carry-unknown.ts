import type { z } from 'zod/mini';
import { knownIn } from './kept-values.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * `after`, with the fields of `before` that the schema does not name and `after` does not have. Things in a list are the
 * same thing when they have the same `id`; those of kinds we do not know come first. A field the schema names stays away when it was taken away.
 */
export function carryUnknown(schema: z.ZodMiniType, before: unknown, after: unknown): unknown {
  const { def } = schema as unknown as Inner;
  const isKnown = knownIn(schema);
  if (isKnown !== undefined && def.out !== undefined && Array.isArray(before) && Array.isArray(after)) return [...before.filter((each) => !isKnown(each)) as readonly unknown[], ...carryUnknown(def.out, before, after) as readonly unknown[]];
  if (def.innerType !== undefined) return carryUnknown(def.innerType, before, after);
  if (def.shape !== undefined && isFields(before) && isFields(after)) return carryFields(def.shape, before, after);
  if (def.element !== undefined && Array.isArray(before) && Array.isArray(after)) return carryList(def.element, before, after);
  return after;
}

function carryFields(shape: Readonly<Record<string, z.ZodMiniType>>, before: Fields, after: Fields): Fields {
  const unknown = Object.entries(before).filter(([name]) => !(name in shape));
  const known = Object.entries(after).map(([name, value]) => {
    const schema = shape[name];
    return [name, schema === undefined ? value : carryUnknown(schema, before[name], value)] as const;
  });
  return Object.fromEntries([...unknown, ...known]);
}

function carryList(element: z.ZodMiniType, before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  const known = new Map(before.filter(isFields).map((each) => [each['id'], each]));
  known.delete(undefined);
  return after.map((each) => (isFields(each) ? carryUnknown(element, known.get(each['id']), each) : each));
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The parts of a zod schema that say what is inside it. */
interface Inner {
  readonly def: {
    readonly innerType?: z.ZodMiniType;
    readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
    readonly element?: z.ZodMiniType;
    /** Of a pipe: what comes out of it. */
    readonly out?: z.ZodMiniType;
  };
}
