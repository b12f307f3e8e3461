import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import express, { type Request, type Router } from 'express';
import { paths } from '../paths.ts';
import { PageProblem } from '../errors.ts';
import { sameOrigin } from '../same-origin.ts';
import type { ConsoleServices } from './console-port.ts';
import type { BrowserPlace } from './passkeys-port.ts';
import { sessionCookie } from './session-cookie.ts';
import { begin, ownPath } from './signing-in.ts';

const webauthnInBrowsers = dirname(join(createRequire(import.meta.url).resolve('@simplewebauthn/browser'), '../../esm/index.js'));

/** What a browser and we say to each other about passkeys, with a script: there is no passkey without one. */
export function passkeyLines(services: ConsoleServices): Router {
  const { passkeys, sessions, clock } = services;
  const router = express.Router();
  const json = express.json({ limit: '20kb' });
  const identityOf = async (request: Request) => {
    const token = sessionCookie.read(request);
    const session = token === undefined ? undefined : await sessions.find(token, clock());
    if (session === undefined) throw new PageProblem(401, 'You are not signed in any more. Sign in, then try again.');
    return session.identity;
  };
  router.use(`${paths.assets}/webauthn`, express.static(webauthnInBrowsers, { index: false, cacheControl: false, redirect: false, setHeaders: (response) => response.set('Cache-Control', 'no-cache') }));
  router.post('/account/passkey/options', sameOrigin, json, async (request, response) => {
    const options = await passkeys.toAdd(await identityOf(request), placeOf(request));
    if (options === undefined) throw new PageProblem(400, 'You cannot add a passkey here: you have ten already, or sign in by your council’s account.');
    response.json(options);
  });
  router.post('/account/passkey', sameOrigin, json, async (request, response) => {
    if (!await passkeys.add(await identityOf(request), request.body, placeOf(request))) throw new PageProblem(400, 'That passkey was not kept. Try again.');
    response.json({ go: '/account?said=passkey' });
  });
  router.post('/sign-in/passkey/options', sameOrigin, async (request, response) => { response.json(await passkeys.toSignIn(placeOf(request))); });
  router.post('/sign-in/passkey', sameOrigin, json, async (request, response) => {
    const identity = await passkeys.signIn(request.body, placeOf(request));
    if (identity === undefined) throw new PageProblem(400, 'We do not know that passkey. Sign in with a code.');
    await begin(services, identity, request, response);
    response.json({ go: ownPath(typeof request.query['next'] === 'string' ? request.query['next'] : undefined) });
  });
  return router;
}

/** As the browser itself names it; that it is ours was checked before. */
function placeOf(request: Request): BrowserPlace {
  return { host: request.hostname, origin: request.get('Origin') ?? '' };
}
