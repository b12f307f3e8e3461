import * as z from 'zod/mini';
import { mayAskPermission, type ReminderBook, type ReminderTime, type ReminderWish } from '../../models/routine/index.ts';
import { isLocalDate, isLocalTime } from '../../models/shared/index.ts';
import { tell, type Answer } from '../answer.ts';
import type { Turn } from '../turn.ts';
import { remindersScope } from './speaker-reminders.ts';

/**
 * Hands over to Amazon, who alone may ask whether reminders are allowed. What was agreed travels in the token: Alexa's session
 * may not survive the way there and back. After a no it is not asked for seven days.
 */
export function askPermission(turn: Turn, agreed: { readonly wish: ReminderWish; readonly time: ReminderTime }, book: ReminderBook): Answer {
  if (!mayAskPermission(book, turn.now)) {
    if (!turn.reminders.rings) return tell('You said no to reminders this week, so nothing is kept.');
    return { ...tell('Alexa needs your permission, and you said no this week, so nothing is set.', 'You can allow it in the Alexa app.'), offersPermission: true };
  }
  const payload = { '@type': 'AskForPermissionsConsentRequest', '@version': '1', permissionScope: remindersScope };
  return {
    ...tell('Alexa needs your permission first.'), isGoodbye: true,
    directives: [{ type: 'Connections.SendRequest', name: 'AskFor', payload, token: `${mark}${JSON.stringify(agreed)}` }],
  };
}

/** What had been agreed, read back from the token; undefined when the token is not one of ours. */
export function agreedIn(token: unknown): { readonly wish: ReminderWish; readonly time: ReminderTime } | undefined {
  if (typeof token !== 'string' || !token.startsWith(mark)) return undefined;
  const read = agreedKept().safeParse(parsed(token.slice(mark.length)));
  return read.success ? (read.data as { wish: ReminderWish; time: ReminderTime }) : undefined;
}

const mark = 'reminder ';

function agreedKept() {
  const text = z.string().check(z.maxLength(300));
  const time = text.check(z.refine(isLocalTime));
  const day = text.check(z.refine(isLocalDate));
  const part = z.enum(['morning', 'afternoon', 'evening', 'night']);
  return z.object({
    wish: z.object({ workerId: z.optional(text), task: z.optional(text), partOfDay: z.optional(part), on: z.optional(day), leadMinutes: z.int().check(z.positive()) }),
    time: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('weekly'), days: z.array(z.int().check(z.minimum(1), z.maximum(7))).check(z.minLength(1), z.maxLength(7)), at: time, visitFrom: time }),
      z.object({ kind: z.literal('once'), on: day, at: time, visitFrom: time }),
    ]),
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
