import * as z from 'zod/mini';
import { feedbackRatings, goalEnds, themes, type OutcomeBook } from '../../models/outcome/index.ts';
import { dateKept, instantKept, maybeTextKept, numberKept, textKept, whenAsked } from './kept-values.ts';

const whom = () => z.looseObject({ id: textKept, name: textKept });
const note = () => z.looseObject({ id: textKept, at: instantKept, by: whom(), rating: z.exactOptional(numberKept), words: textKept });
const goal = () => z.looseObject({
  id: textKept, words: textKept, planWords: maybeTextKept, covers: z.array(textKept), setOn: dateKept, theme: z.exactOptional(z.enum(themes)), reviewOn: z.exactOptional(dateKept), notes: z.exactOptional(z.array(note())),
  ended: z.exactOptional(z.looseObject({ how: z.enum(goalEnds), at: instantKept })),
});

/** What the person wants from their life, and their words about how it went, as kept. */
export const outcomeBookKept = whenAsked<OutcomeBook>(() => z.looseObject({
  goals: z.array(goal()),
  pastGoals: z.exactOptional(z.array(goal())),
  excluded: z.array(textKept),
  feedback: z.array(z.looseObject({
    id: textKept,
    about: z.looseObject({ kind: z.enum(['visit', 'service', 'general']), id: maybeTextKept, name: textKept }),
    words: textKept,
    at: instantKept,
    theme: z.exactOptional(z.enum(themes)), rating: z.exactOptional(z.enum(feedbackRatings)), by: z.exactOptional(whom()),
  })),
}));
