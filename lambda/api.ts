import express from 'express';
import { councilId } from '../models/shared/index.ts';
import { builtOnce } from './built-once.ts';
import { conversationRouter } from './conversation/conversation-router.ts';
import { answerHttpEvents, type HttpAnswer, type HttpEvent } from './http-event.ts';
import { lambdaParts } from './lambda-parts.ts';
import { mcpRouter } from './mcp/mcp-router.ts';
import { notificationApi } from './notifications/api.ts';
import { operations } from './notifications/operations.ts';
import { openReferralFeed } from './published-directory/feed-router.ts';
import type { Settings } from './settings-from-secrets.ts';

const parts = builtOnce(build, Date.now, process.env);

/** The doors for other systems, on AWS: the notification API, assistants, and homes' own voice assistants, each of which asks for a key; and the directory as a feed, which asks for none. */
export async function handler(event: HttpEvent): Promise<HttpAnswer> {
  const { answer, front, turns } = await parts();
  const answered = await answer(event, front);
  await turns.flush();
  return answered;
}

function build(settings: Settings) {
  const { config, services, turns } = lambdaParts(settings);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use('/api', notificationApi({ operations: operations(services), table: services.table, clock: services.clock, log: services.log }));
  app.use('/mcp', mcpRouter(services));
  app.use('/conversation', conversationRouter(services));
  app.use('/oruk', openReferralFeed({ directory: () => services.directory(councilId(config.councilId)), log: services.log }));
  app.use((_request, response) => { response.status(404).json({ error: 'not-found' }); });
  return { answer: answerHttpEvents(app), front: config.front, turns };
}
