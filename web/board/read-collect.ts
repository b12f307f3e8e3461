import * as z from 'zod';
import { PageProblem } from '../errors.ts';

const collectBody = z.object({ code: z.string().regex(/^[A-Z0-9]{6}$/), claim: z.string().regex(/^[A-Z0-9]{32}$/) });

/** A screen that asks what has become of its code. */
export function readCollect(body: unknown): { readonly code: string; readonly claim: string } {
  const read = collectBody.safeParse(body);
  if (!read.success) throw new PageProblem(400, 'That is not a code of ours. Open the page again for a new one.');
  return read.data;
}
