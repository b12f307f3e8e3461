import { request, createServer, type IncomingHttpHeaders, type OutgoingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** As much of an HTTP API's event as is read. Source: AWS documentation, “HTTP API: payload format version 2.0”. */
export interface HttpEvent {
  readonly rawPath: string;
  readonly rawQueryString: string;
  readonly cookies?: readonly string[];
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  readonly isBase64Encoded: boolean;
  readonly requestContext: { readonly http: { readonly method: string; readonly sourceIp: string } };
}
export interface HttpAnswer { readonly statusCode: number; readonly headers: Record<string, string>; readonly cookies: string[]; readonly body: string; readonly isBase64Encoded: boolean }

export interface Front {
  /** What our own front (CloudFront) sends along, so that nobody comes in beside it; undefined where there is no front. */
  readonly originWord?: string;
  /** The word before, while it is being changed. */
  readonly originWordBefore?: string;
  /** The name by which people reach us: the event itself only knows the API's own. */
  readonly publicHost?: string;
  /** All of them, where each council has its own: our front says which it was. */
  readonly publicHosts?: readonly string[];
}

const originHeader = 'x-my-care-origin';
const hostHeader = 'x-my-care-host';
/** Lines that belong to one connection, and not to what is said over it. */
const ofTheConnection = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'host', 'x-forwarded-for', originHeader, hostHeader]);

/**
 * Answers an HTTP API's events with an Express application as it is, over a line within this machine: what people get is what `npm start` gives
 * them, and nothing imitates Node's own requests and answers. The caller's address is the one our front saw; set `trust proxy` to `loopback`.
 */
export function answerHttpEvents(listener: RequestListener): (event: HttpEvent, front: Front) => Promise<HttpAnswer> {
  let port: Promise<number> | undefined;
  return async (event, front) => {
    if (front.originWord !== undefined && ![front.originWord, front.originWordBefore ?? front.originWord].includes(event.headers[originHeader] ?? '')) return refused;
    // A line that never ends cannot be held here: 204 tells a browser to do without.
    if (event.headers['accept'] === 'text/event-stream') return { ...refused, statusCode: 204, body: '' };
    return ask(event, front, await (port ??= listening(listener)));
  };
}

const refused: HttpAnswer = { statusCode: 403, headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }, cookies: [], body: 'Use the address you were given.', isBase64Encoded: false };

function listening(listener: RequestListener): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer(listener);
    server.once('error', reject).listen(0, '127.0.0.1', () => { resolve((server.address() as AddressInfo).port); });
    server.unref();
  });
}

function ask(event: HttpEvent, front: Front, port: number): Promise<HttpAnswer> {
  const body = Buffer.from(event.body ?? '', event.isBase64Encoded ? 'base64' : 'utf8');
  const path = `${event.rawPath}${event.rawQueryString === '' ? '' : `?${event.rawQueryString}`}`;
  return new Promise((resolve, reject) => {
    // A new line for each: between two calls this process may stand still for longer than a line lives.
    request({ host: '127.0.0.1', port, agent: false, method: event.requestContext.http.method, path, headers: headersFor(event, front, body) }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => { parts.push(part); }).once('error', reject).once('end', () => { resolve(answerOf(response.statusCode ?? 502, response.headers, Buffer.concat(parts))); });
    }).once('error', reject).end(body);
  });
}

function headersFor({ headers, cookies = [], requestContext }: HttpEvent, { originWord, publicHost, publicHosts = [] }: Front, body: Buffer): OutgoingHttpHeaders {
  // Only our front knows the word, and only its word is taken for where somebody came in.
  const through = originWord === undefined ? undefined : publicHosts.find((name) => name === headers[hostHeader]);
  const told = Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheConnection.has(name)));
  return {
    ...told,
    host: through ?? publicHost ?? headers['host'] ?? 'localhost',
    'x-forwarded-for': caller(headers['x-forwarded-for'], originWord === undefined ? 0 : 1) ?? requestContext.http.sourceIp,
    ...(cookies.length > 0 && { cookie: cookies.join('; ') }),
    ...(body.length > 0 && { 'content-length': body.length }),
  };
}

/** Each that passes it on adds whom it had it from at the end; what stands before is the caller's own word, and is not believed. */
function caller(forwarded: string | undefined, fronts: number): string | undefined {
  return forwarded?.split(',').map((part) => part.trim()).at(-1 - fronts);
}

function answerOf(statusCode: number, headers: IncomingHttpHeaders, body: Buffer): HttpAnswer {
  const isText = headers['content-encoding'] === undefined && /^(?:text\/|application\/(?:[a-z.+-]*json|javascript|xml)|image\/svg)/.test(headers['content-type'] ?? 'text/');
  const kept = Object.entries(headers).filter(([name]) => name !== 'set-cookie' && !ofTheConnection.has(name));
  return {
    statusCode, cookies: headers['set-cookie'] ?? [], headers: Object.fromEntries(kept.map(([name, value]) => [name, String(value)])),
    body: body.toString(isText ? 'utf8' : 'base64'), isBase64Encoded: !isText,
  };
}
