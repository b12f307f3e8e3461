import type { Request, Response } from 'express';

const name = 'my_care_session';

/** The browser's half of a session: out of reach of scripts, sent to us alone, and gone with the session. Over https only, but on this machine itself. */
export const sessionCookie = {
  read({ headers }: Request): string | undefined {
    const found = (headers.cookie ?? '').split(';').map((each) => each.trim()).find((each) => each.startsWith(`${name}=`))?.slice(name.length + 1);
    return found !== undefined && /^[A-Za-z0-9_-]{43}$/.test(found) ? found : undefined;
  },
  write(request: Request, response: Response, token: string, maxAgeMs: number): void {
    response.cookie(name, token, { httpOnly: true, sameSite: 'lax', secure: !isThisMachine(request), path: '/', maxAge: maxAgeMs });
  },
  clear(request: Request, response: Response): void {
    response.clearCookie(name, { httpOnly: true, sameSite: 'lax', secure: !isThisMachine(request), path: '/' });
  },
};

function isThisMachine({ hostname }: Request): boolean {
  return hostname === 'localhost' || hostname === '127.0.0.1' || hostname === '::1';
}
