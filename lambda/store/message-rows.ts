import * as z from 'zod/mini';
import type { MessageBook } from '../../models/message/index.ts';
import { instantKept } from './kept-values.ts';

const forPerson = z.looseObject({
  id: z.string(), fromMemberId: z.string(), fromName: z.string(), words: z.string(), sentAt: instantKept, heardAt: z.exactOptional(instantKept),
});

const wordLeft = z.looseObject({
  id: z.string(),
  to: z.discriminatedUnion('kind', [
    z.looseObject({ kind: z.literal('circle'), memberId: z.string(), name: z.string() }),
    z.looseObject({ kind: z.enum(['agency', 'council', 'own-phone']), name: z.string() }),
  ]),
  about: z.string(),
  words: z.string(),
  leftAt: instantKept,
  answeredAt: z.exactOptional(instantKept),
});

/** Messages for the person and word left for others, as kept. */
export const messageBookKept: z.ZodMiniType<MessageBook> = z.looseObject({ forPerson: z.array(forPerson), wordLeft: z.array(wordLeft) });
