import { randomUUID } from 'node:crypto';
import express from 'express';
import { councilId } from '../models/shared/index.ts';
import { createWebApp } from '../web/app.ts';
import { securityTxt } from '../web/security-txt.ts';
import { builtOnce } from './built-once.ts';
import { pushDesk } from './channels/push-desk.ts';
import { codeSender } from './console/code-sender.ts';
import { consoleServices } from './console/console-services.ts';
import { deskSpeakerFor } from './desk-speaker/desk-speaker-for.ts';
import { answerHttpEvents, type HttpAnswer, type HttpEvent } from './http-event.ts';
import { lambdaParts } from './lambda-parts.ts';
import { createLog } from './log.ts';
import type { Settings } from './settings-from-secrets.ts';
import { alertStore } from './store/alert-store.ts';

const parts = builtOnce(build, Date.now, process.env);

/** The pages for people, carers and staff, on AWS. */
export async function handler(event: HttpEvent): Promise<HttpAnswer> {
  const { answer, front, turns } = await parts();
  const answered = await answer(event, front);
  // Once we have answered, this process may stand still for good.
  await turns.flush();
  return answered;
}

function build(settings: Settings) {
  const { config, services, turns } = lambdaParts(settings);
  const { log, clock, table, records, alerts } = services;
  const council = councilId(config.councilId);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  if (config.securityContact !== undefined) app.use(securityTxt({ contact: config.securityContact, now: clock }));
  app.use(createWebApp({
    speaker: deskSpeakerFor(services, { stopwatch: () => performance.now(), newId: randomUUID }),
    ...(config.push !== undefined && { phone: pushDesk({ store: alertStore(table), records, alerts, clock, council, publicKey: config.push.publicKey }) }),
    console: consoleServices(services, { madeUp: [], sendCode: codeSender(config, createLog()) }),
    log,
  }));
  return { answer: answerHttpEvents(app), front: config.front, turns };
}
