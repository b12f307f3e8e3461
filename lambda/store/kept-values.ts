import * as z from 'zod/mini';
import type { CouncilId, Instant, LocalDate, LocalTime, Pence, PersonId } from '../../models/shared/index.ts';

export const textKept = z.string();
export const maybeTextKept = z.exactOptional(textKept);
export const namedKept = textKept.check(z.minLength(1));
export const numberKept = z.number();
export const flagKept = z.boolean();
/** Whole milliseconds since 1970. */
export const instantKept = branded<Instant>(z.int());
export const maybeInstantKept = z.exactOptional(instantKept);
export const dateKept = branded<LocalDate>(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)));
export const timeKept = branded<LocalTime>(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)));
/** Whole pence, from a safe integer only. */
export const penceKept = branded<Pence>(z.int());
export const personIdKept = branded<PersonId>(namedKept);
export const councilIdKept = branded<CouncilId>(namedKept);

/** How something is kept. */
export type Kept<Value> = () => z.ZodMiniType<Value>;

/** A schema made when it is first asked for: making one is slow, and a cold start needs only those of the rows it reads. */
export function whenAsked<Value>(make: Kept<Value>): Kept<Value> {
  let made: z.ZodMiniType<Value> | undefined;
  return () => (made ??= make());
}

/** Lists in which a later version of us may keep what this one does not know: which schema is of one, and what is known. */
const ofKnown = new WeakMap<object, (value: unknown) => boolean>();
export const knownIn = (schema: object): ((value: unknown) => boolean) | undefined => ofKnown.get(schema);

/** A list whose things are of a closed list of kinds. One of a kind that only a later version knows is not read, and stays where it is (`carryUnknown`): both run at once while that is let in. */
export function listOfKinds<Thing>(element: z.ZodMiniType<Thing>, kinds: readonly string[]): z.ZodMiniType<Thing[]> {
  const isKnown = (value: unknown) => typeof value !== 'object' || value === null || !('kind' in value) || typeof value.kind !== 'string' || kinds.includes(value.kind);
  const list = z.array(element);
  const schema = z.pipe(z.transform((value: unknown): unknown => (Array.isArray(value) ? value.filter(isKnown) : value)), list);
  ofKnown.set(schema, isKnown);
  return schema;
}

/** A value whose form has been checked may bear its brand. */
export function branded<Value>(schema: z.ZodMiniType): z.ZodMiniType<Value> {
  return schema as z.ZodMiniType<Value>;
}
