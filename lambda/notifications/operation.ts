import type * as z from 'zod';
import type { ApiKey, Scope } from '../store/api-key-rows.ts';

/** One thing that can be asked of the API: the route, the document and the checks are all made from it. */
export interface Operation<Path extends z.ZodObject = z.ZodObject, Query extends z.ZodObject = z.ZodObject, Body extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/alerts/{personId}`. */
  readonly path: string;
  /** What a key must be allowed; there is no operation without. */
  readonly scope: Scope;
  readonly summary: string;
  readonly about: string;
  readonly pathParts?: Path;
  readonly query?: Query;
  readonly body?: Body;
  readonly answers: Readonly<Record<number, { readonly about: string; readonly schema: z.ZodType }>>;
  readonly handle: (asked: { readonly path: z.output<Path>; readonly query: z.output<Query>; readonly body: z.output<Body>; readonly key: ApiKey; readonly requestId: string }) => Promise<{ readonly status: number; readonly body: object }>;
}

/** Keeps what the schemas say of the parts while the operation is written; outside it is one among others. */
export function operation<Path extends z.ZodObject, Query extends z.ZodObject, Body extends z.ZodType>(of: Operation<Path, Query, Body>): Operation {
  return { ...of, handle: of.handle as Operation['handle'] };
}
