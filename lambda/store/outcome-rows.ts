import * as z from 'zod/mini';
import type { OutcomeBook } from '../../models/outcome/index.ts';
import { dateKept, instantKept, maybeTextKept, textKept, whenAsked } from './kept-values.ts';

/** What the person wants from their life, and their words about how it went, as kept. */
export const outcomeBookKept = whenAsked<OutcomeBook>(() => z.looseObject({
  goals: z.array(z.looseObject({ id: textKept, words: textKept, covers: z.array(textKept), setOn: dateKept })),
  excluded: z.array(textKept),
  feedback: z.array(z.looseObject({
    id: textKept,
    about: z.looseObject({ kind: z.enum(['visit', 'service', 'general']), id: maybeTextKept, name: textKept }),
    words: textKept,
    at: instantKept,
  })),
}));
