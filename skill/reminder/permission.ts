import { rememberRefusal } from '../../models/routine/index.ts';
import { tell, type Answer } from '../answer.ts';
import type { Turn } from '../turn.ts';
import { agreedIn } from './ask-permission.ts';
import { changeReminders } from './reminder-book.ts';
import { setAgreed, type Agreed } from './set-agreed.ts';

interface PermissionAnswer { readonly agreed: Agreed; readonly status: 'ACCEPTED' | 'DENIED' | 'NOT_ANSWERED' }

/** What Amazon brings back from asking whether reminders are allowed; undefined for any other answer of Amazon's. */
export function permissionAnswer(request: unknown): PermissionAnswer | undefined {
  const { type, name, status, payload, token } = request as Readonly<Record<string, unknown>>;
  const agreed = agreedIn(token);
  if (type !== 'Connections.Response' || name !== 'AskFor' || agreed === undefined) return undefined;
  const said = (payload as { readonly status?: unknown } | null | undefined)?.status;
  if (said === 'DENIED') return { agreed, status: 'DENIED' };
  const { code } = (status ?? {}) as { readonly code?: unknown };
  return { agreed, status: said === 'ACCEPTED' && String(code) === '200' ? 'ACCEPTED' : 'NOT_ANSWERED' };
}

/** Goes on where it was left: allowed, the reminder that was agreed to is set; refused, it is left in peace for a week. */
export async function permissionAnswered(turn: Turn, { agreed, status }: PermissionAnswer): Promise<Answer> {
  if (status === 'ACCEPTED') return setAgreed(turn, agreed, { hasPermission: true });
  if (status === 'NOT_ANSWERED' && !turn.reminders.rings) return tell('I didn’t hear a yes to that, so nothing is kept.');
  if (status === 'NOT_ANSWERED') return { ...tell('I didn’t hear a yes to that, so nothing is set.', 'You can allow it in the Alexa app, and then ask me again.'), offersPermission: true };
  const kept = await changeReminders(turn, 'reminders-refused', (book) => rememberRefusal(book, turn.now));
  return tell(kept === 'kept' ? 'That’s all right. Nothing is set, and I won’t ask again for a week.' : 'That’s all right. Nothing is set.');
}
