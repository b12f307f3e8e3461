import type { Response } from 'ask-sdk-model';
import * as z from 'zod';
import type { Heard } from './what-was-said.ts';

/** A question that Amazon would put to the person itself, between two turns of ours. */
export interface AskedPermission { readonly scope: string; readonly token: string }

const handOver = z.object({
  type: z.literal('Connections.SendRequest'), name: z.literal('AskFor'),
  payload: z.object({ '@type': z.literal('AskForPermissionsConsentRequest'), permissionScope: z.string() }), token: z.string(),
});

/** How Amazon would ask it. */
export const permissionQuestion = 'Do you give My Care permission to set reminders? You can say I approve, or no.';

/** The permission an answer of ours hands over to be asked for. */
export function permissionAskedIn({ directives = [] }: Response): AskedPermission | undefined {
  for (const directive of directives) {
    const read = handOver.safeParse(directive);
    if (read.success) return { scope: read.data.payload.permissionScope, token: read.data.token };
  }
  return undefined;
}

/** What came of the question: a yes must be as plain as Amazon wants it. */
export function permissionHeard(text: string, { scope, token }: AskedPermission): Heard {
  const words = text.toLowerCase().replaceAll(/[^a-z ]/g, ' ').trim();
  const status = /^(yes )?(i )?approve\b|^yes\b/.test(words) ? 'ACCEPTED' : /^no\b|^i do(n t| not) approve\b|^not now\b/.test(words) ? 'DENIED' : 'NOT_ANSWERED';
  return { request: { kind: 'permission', status, scope, token }, intent: `AskFor.${status}`, slots: [], confidence: 1 };
}
