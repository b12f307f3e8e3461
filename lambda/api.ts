import express from 'express';
import { councilId } from '../models/shared/index.ts';
import { byHost } from './by-host.ts';
import { conversationRouter } from './conversation/conversation-router.ts';
import { httpHandler } from './http-handler.ts';
import { lambdaParts } from './lambda-parts.ts';
import { mcpRouter } from './mcp/mcp-router.ts';
import { notificationApi } from './notifications/api.ts';
import { operations } from './notifications/operations.ts';
import { openReferralFeed } from './published-directory/feed-router.ts';
import type { Settings } from './settings-from-secrets.ts';

/** The doors for other systems, on AWS: the notification API, assistants, and homes' own voice assistants, each of which asks for a key; and the directory as a feed, which asks for none. */
export const handler = httpHandler(build, Date.now, process.env);

function build(settings: Settings) {
  const { config, councils, services, turns } = lambdaParts(settings);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', 'loopback');
  app.use('/api', notificationApi({ operations: operations(services), table: services.table, clock: services.clock, log: services.log }));
  app.use('/mcp', mcpRouter(services));
  app.use('/conversation', conversationRouter(services));
  app.use('/oruk', byHost(councils, (own) => openReferralFeed({ directory: () => services.directory(councilId(own.councilId)), log: services.log })));
  app.use((_request, response) => { response.status(404).json({ error: 'not-found' }); });
  return { app, front: { ...config.front, publicHosts: councils.flatMap(({ publicHosts }) => publicHosts) }, turns };
}
