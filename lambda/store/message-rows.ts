import * as z from 'zod/mini';
import type { MessageBook } from '../../models/message/index.ts';
import { instantKept, maybeInstantKept, textKept, whenAsked } from './kept-values.ts';

const forPerson = () => z.looseObject({
  id: textKept, fromMemberId: textKept, fromName: textKept, words: textKept, sentAt: instantKept, heardAt: maybeInstantKept,
});

const wordLeft = () => z.looseObject({
  id: textKept,
  to: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('circle'), memberId: textKept, name: textKept }),
    z.looseObject({ kind: z.enum(['agency', 'council', 'own-phone']), name: textKept }),
  ]),
  about: textKept,
  words: textKept,
  leftAt: instantKept,
  answeredAt: maybeInstantKept,
});

/** Messages for the person and word left for others, as kept. */
export const messageBookKept = whenAsked<MessageBook>(() => z.looseObject({
  forPerson: z.array(forPerson()), wordLeft: z.array(wordLeft()), broughtUp: z.exactOptional(z.array(z.looseObject({ id: textKept, at: instantKept }))),
}));
