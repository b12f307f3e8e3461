import type { Request, Response } from 'express';
import { sessionEndsAt, type Identity } from '../../models/access/index.ts';
import type { ConsoleServices } from './console-port.ts';
import { sessionCookie } from './session-cookie.ts';

/** Holds the number or address a code was asked for, in the browser that asked. */
export const contactCookie = 'my_care_contact';

/** A new secret with each sign-in: what a browser held before is worth nothing. */
export async function begin(services: ConsoleServices, identity: Identity, request: Request, response: Response): Promise<void> {
  const before = sessionCookie.read(request);
  if (before !== undefined) await services.sessions.end(before);
  const now = services.clock();
  const token = await services.sessions.start(identity, now);
  sessionCookie.write(request, response, token, sessionEndsAt({ identity, csrf: '', signedInAt: now, usedAt: now }) - now);
  response.clearCookie(contactCookie, { path: '/sign-in' });
}

/** Only ever on to one of our own pages. */
export function ownPath(path: string | undefined): string {
  return path !== undefined && /^\/(?!\/)[A-Za-z0-9/_?=&.%-]*$/.test(path) ? path : '/home';
}
