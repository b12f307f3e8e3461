import { join } from 'node:path';
import express, { type Router } from 'express';
import * as z from 'zod';
import type { ConsoleServices } from '../console/console-port.ts';
import { sessionCookie } from '../console/session-cookie.ts';
import { PageProblem } from '../errors.ts';
import { paths } from '../paths.ts';
import { sameOrigin } from '../same-origin.ts';
import type { PhoneDesk } from './phone-port.ts';

const who = { personId: z.string().min(1).max(100), memberId: z.string().min(1).max(100) };
const subscribeBody = z.object({ ...who, subscription: z.object({ endpoint: z.url().max(1_000), keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }) }) });
const answerBody = z.object({ ...who, alertId: z.string().max(200), word: z.string().max(100) });

/** What a carer's browser sends by itself: that it may be told, and the OK from a notification, which comes long after its sign-in has ended. */
export function phoneLines({ phone, sessions, clock }: { readonly phone: PhoneDesk } & Pick<ConsoleServices, 'sessions' | 'clock'>): Router {
  const router = express.Router();
  const json = express.json({ limit: '5kb' });
  router.post(paths.phoneSubscriptions, sameOrigin, json, async (request, response) => {
    const token = sessionCookie.read(request);
    const session = token === undefined ? undefined : await sessions.find(token, clock());
    if (session === undefined) throw new PageProblem(401, 'You are not signed in any more. Sign in, then try again.');
    const read = subscribeBody.safeParse(request.body);
    if (!read.success) throw new PageProblem(400, 'This browser did not say where notifications can be sent. Try another browser, or go on with texts.');
    const result = await phone.subscribe({ identity: session.identity, ...read.data });
    if (result.kind === 'not-in-circle') throw new PageProblem(400, 'You are not in that circle any more. Open this page again.');
    if (result.kind === 'not-a-push-service') throw new PageProblem(400, 'This browser’s notifications come from a place I do not know, so I cannot use them. Texts go on as before.');
    response.json(result);
  });
  router.post(paths.phoneAnswers, sameOrigin, json, async ({ body }, response) => {
    const read = answerBody.safeParse(body);
    if (!read.success) throw new PageProblem(400, 'I could not read that. Open My Care and answer there.');
    response.json({ isCertain: await phone.answer(read.data) });
  });
  router.get(paths.phoneWorker, (_request, response) => {
    response.sendFile(join(import.meta.dirname, 'browser/worker.js'), { cacheControl: false, headers: { 'Cache-Control': 'no-cache', 'Service-Worker-Allowed': paths.phone } });
  });
  router.use(`${paths.assets}/phone`, express.static(join(import.meta.dirname, 'browser'), { index: false, cacheControl: false, redirect: false, setHeaders: (response) => response.set('Cache-Control', 'no-cache') }));
  return router;
}
