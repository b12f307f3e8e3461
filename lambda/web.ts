import { randomInt, randomUUID } from 'node:crypto';
import express from 'express';
import { councilId, type CouncilId } from '../models/shared/index.ts';
import { createWebApp } from '../web/app.ts';
import { securityTxt } from '../web/security-txt.ts';
import { boardDesk } from './board/board-desk.ts';
import { byHost } from './by-host.ts';
import { pushDesk } from './channels/push-desk.ts';
import { codeSender } from './console/code-sender.ts';
import { consoleServices } from './console/console-services.ts';
import { deskSpeakerFor } from './desk-speaker/desk-speaker-for.ts';
import { httpHandler } from './http-handler.ts';
import { lambdaParts } from './lambda-parts.ts';
import { createLog } from './log.ts';
import type { Settings } from './settings-from-secrets.ts';
import { alertStore } from './store/alert-store.ts';
import { deviceStore } from './store/device-rows.ts';

/** The pages for people, carers and staff, on AWS. */
export const handler = httpHandler(build, Date.now, process.env);

function build(settings: Settings) {
  const { config, councils, services, turns, devices } = lambdaParts(settings);
  const { log, clock, table, records, alerts } = services;
  const busFailed = (cause: unknown) => {
    log.fault('bus-failed', {}, cause);
    return false;
  };
  const boardOf = (council: CouncilId) => (devices === undefined ? undefined : boardDesk({
    devices: deviceStore(table), store: alertStore(table), records, clock, council, random: (below) => randomInt(below),
    bus: { isOnline: (deviceId) => devices.bus.isOnline(deviceId).catch(busFailed) }, sendAway: async (deviceId) => { await devices.bus.sendAway(deviceId).catch(busFailed); },
  }));
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  if (config.securityContact !== undefined) app.use(securityTxt({ contact: config.securityContact, now: clock }));
  app.use(byHost(councils, (own) => {
    const council = councilId(own.councilId);
    const board = boardOf(council);
    return createWebApp({
      speaker: deskSpeakerFor({ ...services, config: own }, { stopwatch: () => performance.now(), newId: randomUUID }),
      ...(config.push !== undefined && { phone: pushDesk({ store: alertStore(table), records, alerts, clock, council, publicKey: config.push.publicKey }) }),
      ...(board !== undefined && { board }),
      console: consoleServices({ ...services, config: own }, { madeUp: [], sendCode: codeSender(own, createLog()), ...(board !== undefined && { screens: board }) }),
      log,
    });
  }));
  return { app, front: { ...config.front, publicHosts: councils.flatMap(({ publicHosts }) => publicHosts) }, turns };
}
