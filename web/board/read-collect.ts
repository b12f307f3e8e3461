import * as z from 'zod';
import { PageProblem } from '../errors.ts';

const collectBody = z.object({ code: z.string().regex(/^[A-Z0-9]{6}$/), claim: z.string().regex(/^[A-Z0-9]{32}$/) });

const knownBody = z.object({ deviceId: z.string().max(40), word: z.string().max(100) });

/** A screen that asks whether it is still known. */
export function readKnown(body: unknown): { readonly deviceId: string; readonly word: string } {
  const read = knownBody.safeParse(body);
  if (!read.success) throw new PageProblem(400, 'That is not a screen of ours.');
  return read.data;
}

/** A screen that asks what has become of its code. */
export function readCollect(body: unknown): { readonly code: string; readonly claim: string } {
  const read = collectBody.safeParse(body);
  if (!read.success) throw new PageProblem(400, 'That is not a code of ours. Open the page again for a new one.');
  return read.data;
}
