import * as z from 'zod';
import type { CouncilId, Instant, LocalDate, LocalTime, Pence, PersonId } from '../../models/shared/index.ts';

/** Whole milliseconds since 1970. */
export const instantKept = branded<Instant>(z.number().int());
export const dateKept = branded<LocalDate>(z.string().regex(/^\d{4}-\d\d-\d\d$/));
export const timeKept = branded<LocalTime>(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/));
/** Whole pence, from a safe integer only. */
export const penceKept = branded<Pence>(z.number().int());
export const personIdKept = branded<PersonId>(z.string().min(1));
export const councilIdKept = branded<CouncilId>(z.string().min(1));

/** A value whose form has been checked may bear its brand. */
export function branded<Value>(schema: z.ZodType): z.ZodType<Value> {
  return schema as z.ZodType<Value>;
}
