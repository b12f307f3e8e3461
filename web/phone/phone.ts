import { join } from 'node:path';
import express, { type Router } from 'express';
import type { Environment } from 'nunjucks';
import * as z from 'zod';
import { PageProblem } from '../errors.ts';
import { paths } from '../paths.ts';
import { sameOrigin } from '../same-origin.ts';
import type { PhoneDesk } from './phone-port.ts';

const who = { personId: z.string().min(1).max(100), memberId: z.string().min(1).max(100) };
const subscribeBody = z.object({ ...who, subscription: z.object({ endpoint: z.url().max(1_000), keys: z.object({ p256dh: z.string().max(200), auth: z.string().max(100) }) }) });
const answerBody = z.object({ ...who, alertId: z.string().max(200) });

/** "Tell me on this phone": notifications for the circle, with an OK on them. */
export function phonePages({ phone, templates }: { readonly phone: PhoneDesk; readonly templates: Environment }): Router {
  const router = express.Router();
  const json = express.json({ limit: '5kb' });
  router.get(paths.phone, async (_request, response) => {
    response.type('html').send(templates.render('phone/phone.njk', { people: await phone.circles(), publicKey: phone.publicKey }));
  });
  router.post(paths.phoneSubscriptions, sameOrigin, json, async ({ body }, response) => {
    const read = subscribeBody.safeParse(body);
    if (!read.success) throw new PageProblem(400, 'This browser did not say where notifications can be sent. Try another browser, or go on with texts.');
    const result = await phone.subscribe(read.data);
    if (result === 'not-in-circle') throw new PageProblem(400, 'I do not know who you are to them. Choose your name from the list.');
    if (result === 'not-a-push-service') throw new PageProblem(400, 'This browser’s notifications come from a place I do not know, so I cannot use them. Texts go on as before.');
    response.json({ kind: 'subscribed' });
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
