import * as z from 'zod/mini';
import type { CouncilId, Instant, LocalDate, LocalTime, Pence, PersonId } from '../../models/shared/index.ts';

/** Whole milliseconds since 1970. */
export const instantKept = branded<Instant>(z.int());
export const dateKept = branded<LocalDate>(z.string().check(z.regex(/^\d{4}-\d\d-\d\d$/)));
export const timeKept = branded<LocalTime>(z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/)));
/** Whole pence, from a safe integer only. */
export const penceKept = branded<Pence>(z.int());
export const personIdKept = branded<PersonId>(z.string().check(z.minLength(1)));
export const councilIdKept = branded<CouncilId>(z.string().check(z.minLength(1)));

/** A value whose form has been checked may bear its brand. */
export function branded<Value>(schema: z.ZodMiniType): z.ZodMiniType<Value> {
  return schema as z.ZodMiniType<Value>;
}
