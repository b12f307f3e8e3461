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

/** A value whose form has been checked may bear its brand. */
export function branded<Value>(schema: z.ZodMiniType): z.ZodMiniType<Value> {
  return schema as z.ZodMiniType<Value>;
}
