import { createHash, randomUUID } from 'node:crypto';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { rateLimit } from 'express-rate-limit';
import { personId, type Clock, type CouncilId, type PersonId } from '../../models/shared/index.ts';
import { apiKeys, type ApiKey, type ApiKeys } from '../store/api-key-rows.ts';
import { beginOnce } from '../store/idempotent-rows.ts';
import type { Table } from '../store/table.ts';
import { openApiDocument } from './openapi.ts';
import type { Operation } from './operation.ts';
import { ApiProblem, notFound, sendProblem, showApiProblem } from './problem.ts';

interface Needs {
  readonly operations: readonly Operation[];
  readonly table: Table;
  readonly clock: Clock;
  readonly log: { fault(code: string, about: Readonly<Record<string, string | number>>, cause: unknown): void };
  /** Requests a minute for one key. */
  readonly perMinute?: number;
}

const usualPerMinute = 600;
const tryKeysPerMinute = 60;

/** The notification API. Mount it at `/api`. What may be asked, of whom and with what is all in `operations`. */
export function notificationApi({ operations, table, clock, log, perMinute = usualPerMinute }: Needs): Router {
  const router = express.Router({ caseSensitive: true });
  const keys = apiKeys(table);
  const document = openApiDocument(operations);
  router.use((_request, response, next) => {
    response.set({ 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Content-Security-Policy': 'default-src \'none\'; frame-ancestors \'none\'', 'Referrer-Policy': 'no-referrer', 'Strict-Transport-Security': 'max-age=31536000' });
    next();
  });
  router.get('/openapi.json', (_request, response) => { response.json(document); });
  router.get('/healthz', (_request, response) => { response.json({ status: 'ok' }); });
  router.get('/readyz', async (_request, response) => {
    await table.get({ pk: 'ready', sk: 'ready' });
    response.json({ status: 'ok' });
  });
  const wrongKeys = rateLimit({
    windowMs: 60_000, limit: tryKeysPerMinute, skipSuccessfulRequests: true, requestWasSuccessful: (_request, response) => response.statusCode !== 401, ipv6Subnet: 56, standardHeaders: false, legacyHeaders: false,
    handler: (_request, response) => { sendProblem(response, tooMany(60)); },
  });
  const byKey = rateLimit({
    windowMs: 60_000, limit: perMinute, keyGenerator: (_request, response) => keyOf(response).id, standardHeaders: 'draft-8', legacyHeaders: false,
    handler: (_request, response) => { sendProblem(response, tooMany(60)); },
  });
  const json = express.json({ limit: '32kb', strict: true });
  for (const operation of operations) {
    router[operation.method](operation.path.replaceAll(/\{(\w+)\}/g, ':$1'), wrongKeys, withKey(keys, operation), byKey, isJson(operation), json, once(table, clock), async (request: Request, response: Response) => {
      const asked = read(operation, request);
      const { status, body } = await operation.handle({ ...asked, key: keyOf(response), requestId: (response.locals as { requestId?: string }).requestId ?? randomUUID() });
      response.status(status).json(body);
    });
  }
  router.use((_request, _response, next) => { next(notFound()); });
  router.use(showApiProblem(log));
  return router;
}

const keyOf = (response: Response): ApiKey => (response.locals as { readonly key: ApiKey }).key;
const tooMany = (seconds: number) => new ApiProblem(429, 'too-many', 'That was more than we take in a minute. Wait, and go on more slowly.', { retryAfterSeconds: seconds });

function withKey(keys: ApiKeys, { scope }: Operation): express.RequestHandler {
  return async (request, response, next) => {
    const key = await keys.known(/^Bearer ([^\s]{1,100})$/.exec(request.get('Authorization') ?? '')?.[1] ?? '');
    if (key === undefined) throw new ApiProblem(401, 'no-key', 'Send your key as Authorization: Bearer. If you did, it is wrong or was taken back: ask the council for another.');
    if (!key.scopes.includes(scope)) throw new ApiProblem(403, 'not-allowed', `This key may not do that: it would need ${scope}.`);
    response.locals['key'] = key;
    next();
  };
}

function isJson({ body }: Operation): express.RequestHandler {
  return (request, _response, next) => {
    if (body !== undefined && request.is('application/json') === false) throw new ApiProblem(415, 'not-json', 'Send the body as JSON, with Content-Type: application/json.');
    next();
  };
}

/** The same request under the same key takes effect once, for thirteen months. */
function once(table: Table, clock: Clock): express.RequestHandler {
  return async (request: Request, response: Response, next: NextFunction) => {
    const key = request.get('Idempotency-Key');
    if (request.method !== 'POST' || key === undefined) {
      next();
      return;
    }
    if (!/^[A-Za-z0-9._:-]{8,100}$/.test(key)) throw new ApiProblem(400, 'bad-idempotency-key', 'An Idempotency-Key is 8 to 100 letters, digits and . _ : -');
    const bodyHash = createHash('sha256').update(`${request.path}\n${JSON.stringify(request.body ?? null)}`).digest('hex');
    const begun = await beginOnce(table, keyOf(response).id, key, bodyHash, clock(), personIn(request, keyOf(response)));
    switch (begun.kind) {
      case 'answered-before': response.status(begun.status).set('Idempotency-Hit', 'true').type('application/json').send(begun.body); return;
      case 'another-body': throw new ApiProblem(422, 'key-used-before', 'This Idempotency-Key was used for another request. Use a new one for each.');
      case 'under-way': throw new ApiProblem(409, 'under-way', 'This very request is being dealt with. Ask again in a moment.', { retryAfterSeconds: 2 });
      case 'begun': break;
    }
    response.locals['requestId'] = key;
    // Only what is certain is remembered: after a fault or a "not known" the same request may be tried again.
    const send = response.json.bind(response);
    response.json = (body: unknown) => {
      void begun.finish(response.statusCode, JSON.stringify(body)).catch(() => undefined).then(() => send(body));
      return response;
    };
    response.once('finish', () => { if (response.statusCode >= 400) void begun.forget().catch(() => undefined); });
    next();
  };
}

/** Whom a request is about, so that what was answered of them can be found again. */
function personIn({ params, body }: Request, { councilId: council }: ApiKey): { readonly council: CouncilId; readonly person: PersonId } | undefined {
  const said = params['personId'] ?? (body as { readonly personId?: unknown } | undefined)?.personId;
  return typeof said === 'string' && /^[A-Za-z0-9_-]{1,100}$/.test(said) ? { council, person: personId(said) } : undefined;
}

function read(operation: Operation, request: Request): Pick<Parameters<Operation['handle']>[0], 'path' | 'query' | 'body'> {
  const parts = ([['path', operation.pathParts, request.params], ['query', operation.query, request.query], ['body', operation.body, request.body as unknown]] as const).map(([where, schema, value]) => {
    if (schema === undefined) return [where, {}] as const;
    const result = schema.safeParse(value ?? {});
    if (result.success) return [where, result.data] as const;
    if (where === 'path') throw notFound();
    const faults = result.error.issues.slice(0, 10).map((issue) => ({ where: [where, ...issue.path.map(String)].join('.').slice(0, 100), what: issue.message.slice(0, 200) }));
    throw new ApiProblem(400, 'not-as-described', 'Something in the request is not as /api/openapi.json describes it. The faults say where.', { faults });
  });
  return Object.fromEntries(parts) as Pick<Parameters<Operation['handle']>[0], 'path' | 'query' | 'body'>;
}
