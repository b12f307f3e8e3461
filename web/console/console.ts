import { join } from 'node:path';
import compression from 'compression';
import express, { type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Environment } from 'nunjucks';
import { mayDo } from '../../models/access/index.ts';
import { PageProblem, type WebLog } from '../errors.ts';
import { paths } from '../paths.ts';
import type { ConsoleServices } from './console-port.ts';
import { passkeyLines } from './passkey-lines.ts';
import { pages } from './pages.ts';
import { pagesRouter } from './page.ts';
import { sessionCookie } from './session-cookie.ts';

const eventsEveryMs = 3_000;

/** The console: its pages, styles and the desk's line. Every page is in `pages.ts`, with the rule that lets people in. */
export function consolePages({ services, templates, log }: { readonly services: ConsoleServices; readonly templates: Environment; readonly log: WebLog }): Router {
  const router = express.Router();
  templates.addGlobal('faultList', (faults: readonly { readonly field: string; readonly message: string }[]) => faults.map(({ field, message }) => ({ text: message, href: `#${field}` })));
  router.use(compression());
  for (const script of ['console.js', 'passkey.js', 'work.js']) router.use(`${paths.assets}/${script}`, express.static(join(import.meta.dirname, 'browser', script), { cacheControl: false }));
  router.get(`${paths.assets}/console.css`, (_request, response) => { response.sendFile(join(import.meta.dirname, 'console.css'), { cacheControl: false, headers: { 'Cache-Control': 'no-cache' } }); });
  router.get(`${paths.assets}/council.css`, (_request, response) => { response.set('Cache-Control', 'no-cache').type('css').send(`:root{--govuk-brand-colour:${services.council.colour}}\n`); });
  // Codes and roles can be tried so often from one place, and no oftener.
  router.post(/^\/sign-in/, rateLimit({ windowMs: 15 * 60_000, limit: 60, standardHeaders: 'draft-8', legacyHeaders: false, message: 'Too many tries from here. Wait a quarter of an hour.' }));
  // Many care workers of one organisation may come from one address, all in the same minutes: only what was wrong is counted.
  router.post(paths.workSignIn, rateLimit({ windowMs: 15 * 60_000, limit: 60, skipSuccessfulRequests: true, standardHeaders: 'draft-8', legacyHeaders: false, ipv6Subnet: 56, handler: (_request, _response, next) => { next(new PageProblem(429, 'Too many wrong tries from here. Wait a quarter of an hour, or ask your office.')); } }));
  // A screen's code is short: nobody tries their way through.
  router.post(/^\/people\/[^/]+\/screens$/, rateLimit({ windowMs: 15 * 60_000, limit: 10, standardHeaders: 'draft-8', legacyHeaders: false, ipv6Subnet: 56, handler: (_request, _response, next) => { next(new PageProblem(429, 'That was tried too often. Wait a quarter of an hour, then type the code that the screen shows now.')); } }));
  router.get('/desk/events', async (request, response) => deskEvents({ services, log }, request, response));
  router.get(paths.workWorker, (_request, response) => { response.sendFile(join(import.meta.dirname, 'browser/work-worker.js'), { cacheControl: false, headers: { 'Cache-Control': 'no-cache', 'Service-Worker-Allowed': paths.work } }); });
  router.use(passkeyLines(services));
  router.use(pagesRouter(pages, { services, templates }));
  return router;
}

/** Tells a desk that is open in a browser when what is open has changed; it carries nothing else. */
async function deskEvents({ services, log }: { readonly services: ConsoleServices; readonly log: WebLog }, request: express.Request, response: express.Response): Promise<void> {
  const token = sessionCookie.read(request);
  const session = token === undefined ? undefined : await services.sessions.find(token, services.clock());
  if (session === undefined || !mayDo(session.identity, 'work-desk', { councilId: services.council.id })) {
    response.status(404).end();
    return;
  }
  response.set({ 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store, no-transform', 'X-Accel-Buffering': 'no' });
  response.flushHeaders();
  const stateOf = async () => services.desk.state();
  let before = await stateOf();
  const timer = setInterval(() => {
    stateOf().then((now) => {
      response.write(now === before ? ': still here\n\n' : 'event: changed\ndata: \n\n');
      before = now;
    }, (cause: unknown) => { log.fault('desk-not-read', {}, cause); });
  }, eventsEveryMs);
  request.once('close', () => { clearInterval(timer); });
}
