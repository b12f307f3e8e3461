import * as z from 'zod/mini';
import type { Unfinished } from '../../models/person-record/index.ts';
import { instantKept } from './kept-values.ts';

/** Where the talk had got to, as kept; null when nothing was left open. */
export const unfinishedKept: z.ZodMiniType<Unfinished | null> = z.nullable(z.looseObject({ what: z.string(), data: z.unknown(), at: instantKept }));
