import * as z from 'zod/mini';
import { councilIdKept, instantKept, maybeTextKept, personIdKept } from './kept-values.ts';
import { linkKept } from './household-rows.ts';
import { valueIn } from './row-document.ts';
import type { Row } from './table.ts';

const owner = () => z.looseObject({ council: councilIdKept, person: personIdKept });
const tries = () => z.looseObject({ wrong: z.int().check(z.minimum(1)), until: instantKept });
const linkCode = () => z.looseObject({
  council: councilIdKept,
  person: personIdKept,
  expiresAt: instantKept,
  /** The version of the person's link row that the code was made for: once that row has moved on, the code is no good. */
  linkVersion: z.int().check(z.minimum(1)),
  /** The speaker that loses its link when this code is used. */
  speakerBefore: maybeTextKept,
});

/** Whom a speaker speaks for. */
export type Owner = z.infer<typeof owner>;
/** How many wrong codes a speaker has given, and when they are forgotten. */
export type Tries = z.infer<typeof tries>;
export type LinkCode = z.infer<typeof linkCode>;

export const ownerIn = (row: Row): Owner => valueIn(row, owner);
export const triesIn = (row: Row): Tries => valueIn(row, tries);
export const linkCodeIn = (row: Row): LinkCode => valueIn(row, linkCode);
export const linkIn = (row: Row) => valueIn(row, linkKept);
