import * as z from 'zod/mini';
import type { Unfinished } from '../../models/person-record/index.ts';
import { instantKept, textKept, whenAsked } from './kept-values.ts';

/** Where the talk had got to, as kept; null when nothing was left open. */
export const unfinishedKept = whenAsked<Unfinished | null>(() => z.nullable(z.looseObject({ what: textKept, data: z.unknown(), at: instantKept })));
