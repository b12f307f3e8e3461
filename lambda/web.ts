import { randomUUID } from 'node:crypto';
import express from 'express';
import { councilId } from '../models/shared/index.ts';
import { createWebApp } from '../web/app.ts';
import { securityTxt } from '../web/security-txt.ts';
import { pushDesk } from './channels/push-desk.ts';
import { codeSender } from './console/code-sender.ts';
import { consoleServices } from './console/console-services.ts';
import { deskSpeakerFor } from './desk-speaker/desk-speaker-for.ts';
import { httpHandler } from './http-handler.ts';
import { lambdaParts } from './lambda-parts.ts';
import { createLog } from './log.ts';
import type { Settings } from './settings-from-secrets.ts';
import { alertStore } from './store/alert-store.ts';

/** The pages for people, carers and staff, on AWS. */
export const handler = httpHandler(build, Date.now, process.env);

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
  return { app, front: config.front, turns };
}
