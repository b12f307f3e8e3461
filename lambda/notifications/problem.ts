import type { ErrorRequestHandler, Response } from 'express';

interface Fault { readonly where: string; readonly what: string }

/** Something a caller can mend, or must know. Never names a person. Source: RFC 9457, problem details for HTTP APIs. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  readonly faults: readonly Fault[];
  readonly retryAfterSeconds: number | undefined;
  constructor(status: number, code: string, detail: string, { faults = [], retryAfterSeconds }: { readonly faults?: readonly Fault[]; readonly retryAfterSeconds?: number } = {}) {
    super(detail);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.faults = faults;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Another's and unknown look the same. */
export const notFound = (): ApiProblem => new ApiProblem(404, 'not-found', 'There is no such thing for this key. Check the ids, and that the key is for this council and provider.');
export const notSure = (): ApiProblem => new ApiProblem(503, 'outcome-unknown', 'It may or may not have been kept. Send the same request again with the same Idempotency-Key: it takes effect once at most.', { retryAfterSeconds: 5 });

export function sendProblem(response: Response, { status, code, message, faults, retryAfterSeconds }: ApiProblem): void {
  if (retryAfterSeconds !== undefined) response.set('Retry-After', String(retryAfterSeconds));
  response.status(status).type('application/problem+json').send(JSON.stringify({ type: `/api/problems/${code}`, title: titles[status] ?? 'The request failed', status, code, detail: message, ...(faults.length > 0 && { faults }) }));
}

/** The last in the chain: whatever went wrong becomes a problem; faults of ours are logged and never shown. */
export function showApiProblem(log: { fault(code: string, about: Readonly<Record<string, string | number>>, cause: unknown): void }): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) next(error);
    else sendProblem(response, problemOf(error, (cause) => { log.fault('api-failed', {}, cause); }));
  };
}

function problemOf(error: unknown, ours: (cause: unknown) => void): ApiProblem {
  if (error instanceof ApiProblem) return error;
  const { status, type } = (error ?? {}) as { readonly status?: unknown; readonly type?: unknown };
  if (status === 413) return new ApiProblem(413, 'too-large', 'The body is more than we take in at once: 32 kilobytes.');
  if (type === 'entity.parse.failed') return new ApiProblem(400, 'not-json', 'The body is not JSON. Check it, and send Content-Type: application/json.');
  if (typeof status === 'number' && status >= 400 && status < 500) return new ApiProblem(400, 'unreadable', 'The request could not be read.');
  ours(error);
  return notSure();
}

const titles: Readonly<Record<number, string>> = {
  400: 'The request is not right', 401: 'No key', 403: 'The key may not do this', 404: 'Not found', 409: 'It cannot be so', 413: 'Too large', 415: 'Not JSON', 422: 'The key was used for something else', 429: 'Too many requests', 503: 'Not known',
};
