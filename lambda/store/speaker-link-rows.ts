import * as z from 'zod/mini';
import { councilIdKept, instantKept, maybeTextKept, personIdKept, whenAsked } from './kept-values.ts';
import { linkKept } from './household-rows.ts';
import { valueIn } from './row-document.ts';
import type { Row } from './table.ts';

const owner = whenAsked(() => z.looseObject({ council: councilIdKept, person: personIdKept }));
const tries = whenAsked(() => z.looseObject({ wrong: z.int().check(z.minimum(1)), until: instantKept }));
const linkCode = whenAsked(() => z.looseObject({
  council: councilIdKept,
  person: personIdKept,
  expiresAt: instantKept,
  /** The version of the person's link row that the code was made for: once that row has moved on, the code is no good. */
  linkVersion: z.int().check(z.minimum(1)),
  /** The speaker that loses its link when this code is used. */
  speakerBefore: maybeTextKept,
}));

export const ownerIn = (row: Row) => valueIn(row, owner);
export const triesIn = (row: Row) => valueIn(row, tries);
export const linkCodeIn = (row: Row) => valueIn(row, linkCode);
export const linkIn = (row: Row) => valueIn(row, linkKept);

/** Whom a speaker speaks for. */
export type Owner = ReturnType<typeof ownerIn>;
/** How many wrong codes a speaker has given, and when they are forgotten. */
export type Tries = ReturnType<typeof triesIn>;
export type LinkCode = ReturnType<typeof linkCodeIn>;
