import * as z from 'zod';
import { PageProblem } from '../errors.ts';
import type { BoardDesk, PairRequest } from './board-port.ts';

export type PairForm = PairRequest;

const pairForm = z.object({ code: z.string().trim().max(40).catch(''), personId: z.string(), name: z.string().trim().max(40).catch(''), shows: z.enum(['names', 'nothing-private']).catch('nothing-private') });
const removeForm = z.object({ personId: z.string(), deviceId: z.string().regex(/^[a-z0-9-]{4,40}$/) });
const collectBody = z.object({ code: z.string().regex(/^[A-Z0-9]{6}$/), claim: z.string().regex(/^[A-Z0-9]{32}$/) });

type People = ReturnType<BoardDesk['people']>;

/** The form with which a screen is given to somebody; `problem` says how to mend what is wrong. */
export function readPair(body: unknown, people: People): { readonly request: PairForm; readonly problem?: string } {
  const read = pairForm.safeParse(body);
  if (!read.success || !people.some(({ id }) => id === read.data.personId)) throw new PageProblem(400, 'I do not know that person. Choose whose screen it is from the page.');
  const request = read.data;
  if (request.code.replaceAll(/[^A-Za-z0-9]/g, '').length !== 6) return { request, problem: 'Type the six letters and figures that the screen shows.' };
  if (request.name === '') return { request, problem: 'Say where the screen is, like: living room.' };
  return { request };
}

export function readRemove(body: unknown, people: People): { readonly personId: string; readonly deviceId: string } {
  const read = removeForm.safeParse(body);
  if (!read.success || !people.some(({ id }) => id === read.data.personId)) throw new PageProblem(400, 'I do not know that screen. Open the page again and choose it from the list.');
  return read.data;
}

/** A screen that asks what has become of its code. */
export function readCollect(body: unknown): { readonly code: string; readonly claim: string } {
  const read = collectBody.safeParse(body);
  if (!read.success) throw new PageProblem(400, 'That is not a code of ours. Open the page again for a new one.');
  return read.data;
}
