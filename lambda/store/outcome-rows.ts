import * as z from 'zod/mini';
import type { OutcomeBook } from '../../models/outcome/index.ts';
import { dateKept, instantKept } from './kept-values.ts';

/** What the person wants from their life, and their words about how it went, as kept. */
export const outcomeBookKept: z.ZodMiniType<OutcomeBook> = z.looseObject({
  goals: z.array(z.looseObject({ id: z.string(), words: z.string(), covers: z.array(z.string()), setOn: dateKept })),
  excluded: z.array(z.string()),
  feedback: z.array(z.looseObject({
    id: z.string(),
    about: z.looseObject({ kind: z.enum(['visit', 'service', 'general']), id: z.exactOptional(z.string()), name: z.string() }),
    words: z.string(),
    at: instantKept,
  })),
});
