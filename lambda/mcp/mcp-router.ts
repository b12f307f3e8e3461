import { randomUUID } from 'node:crypto';
import { StreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/streamableHttp.js';
import express, { type ErrorRequestHandler, type Response, type Router } from 'express';
import { localDate } from '../../models/shared/index.ts';
import { letIn, letInOf, type Refuse } from '../assistants/let-in.ts';
import type { Services } from '../services.ts';
import { mcpServer } from './mcp-server.ts';

/**
 * My Care for assistants, by the Model Context Protocol over Streamable HTTP. Nothing is kept between requests: each brings its key
 * and is answered by itself, in JSON. Mount it at `/mcp`.
 */
export function mcpRouter(services: Services, { perMinute }: { readonly perMinute?: number } = {}): Router {
  const router = express.Router({ caseSensitive: true });
  router.use(letIn(services, { refuse, perMinute }) as express.RequestHandler[]);
  router.post('/', express.json({ limit: '64kb', strict: true, type: () => true }), async (request, response) => {
    // Many messages in one request would be counted as one.
    if (Array.isArray(request.body)) {
      fail(response, 400, 'Send one message in each request.');
      return;
    }
    const { key, record, deeds } = letInOf(response);
    const [now, zone] = [services.clock(), record.household.timeZone];
    const server = mcpServer({ services, key, record, deeds, now, zone, today: localDate(now, zone), newId: randomUUID });
    const transport = new StreamableHTTPServerTransport({ enableJsonResponse: true });
    response.once('close', () => { void server.close(); });
    await server.connect(transport);
    await transport.handleRequest(request, response, request.body);
  });
  router.all('/', (_request, response) => { fail(response.set('Allow', 'POST'), 405, 'Only POST is answered here: nothing is told unasked.'); });
  router.use(problem(services));
  return router;
}

const refuse: Refuse = (response, status, words) => { fail(response, status, words); };

function fail(response: Response, status: number, message: string): void {
  response.status(status).json({ jsonrpc: '2.0', error: { code: -32_000, message }, id: null });
}

function problem({ log }: Services): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    const { status } = (error ?? {}) as { readonly status?: unknown };
    if (response.headersSent) next(error);
    else if (status === 413) fail(response, 413, 'That is more than My Care takes in at once: 64 kilobytes.');
    else if (typeof status === 'number' && status >= 400 && status < 500) fail(response, 400, 'The body is not JSON.');
    else {
      log.fault('assistant-failed', {}, error);
      fail(response, 503, 'Something went wrong at My Care. Try again in a minute.');
    }
  };
}
