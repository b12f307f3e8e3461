import { request as plainRequest, type Agent, type IncomingMessage } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { LookupFunction } from 'node:net';
import { pipeline, type Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import { useAgent } from 'request-filtering-agent';

/** What may be called beside public addresses. Without any of it: public addresses alone, at the usual ports. */
export interface MayCall {
  /** On one machine only: whatever is there. */
  readonly inside?: boolean;
  /** Addresses or networks of one's own (`10.1.2.0/24`) that somebody named on purpose. */
  readonly also?: readonly string[];
}

/** How a server tells one state of something from the next (RFC 9110, section 8.8). */
interface Marks { readonly etag?: string; readonly lastModified?: string }

export interface FetchLimits {
  readonly mayCall?: MayCall;
  /** From the first lookup to the last byte, over all redirects. */
  readonly withinMs?: number;
  /** Once unpacked. */
  readonly mostBytes?: number;
  readonly mostRedirects?: number;
  readonly accept?: string;
  /** Nothing but https, at every hop. */
  readonly secureOnly?: boolean;
  /** The marks of what is here already: with 304, and nothing else, where it is still so. */
  readonly unless?: Marks;
  /** How names are looked up; the system's own way unless said otherwise. */
  readonly lookup?: LookupFunction;
}

export type Fetched =
  | { readonly kind: 'fetched'; readonly status: number; readonly text: string; readonly url: string; readonly marks?: Marks }
  /** `not-outside`: somewhere inside a network, or no address that may be called. */
  | { readonly kind: 'refused'; readonly why: 'bad-address' | 'not-outside' | 'too-many-redirects' | 'too-large' }
  | { readonly kind: 'failed'; readonly why: 'too-slow' | 'unreachable' | 'line-broke' | 'cannot-be-unpacked' };

const usualMs = 5_000;
const usualBytes = 5_000_000;
const usualRedirects = 3;
const notModified = 304;
const mostMark = 300;
const usualPorts: readonly string[] = ['', '80', '443', '8080', '8443'];

/** An address that somebody typed, if it is one that may be called: http or https, no name and password in it, at a usual port. */
function outsideAddress(written: string, { inside = false, also = [] }: MayCall = {}): URL | undefined {
  if (written.length > 2_000 || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  const isWeb = (url.protocol === 'https:' || url.protocol === 'http:') && url.username === '' && url.password === '';
  return isWeb && (inside || also.length > 0 || usualPorts.includes(url.port)) ? url : undefined;
}

/**
 * Lets a connection go out to public addresses only. The name is looked up once, every address that comes of it is checked, and the
 * connection is made to one of those very addresses: a name that points elsewhere a moment later (DNS rebinding) leads nowhere.
 */
export function outsideAgent(url: URL, { inside = false, also = [] }: MayCall = {}): Agent {
  return useAgent(url.href, { allowPrivateIPAddress: inside, allowMetaIPAddress: inside, allowIPAddressList: [...also] });
}

/** Fetches what somebody typed the address of: safely, within its limits, each redirect judged like the first address. Never throws. */
export async function safeFetch(written: string, { mayCall = {}, withinMs = usualMs, mostBytes = usualBytes, mostRedirects = usualRedirects, accept = 'application/json', secureOnly = false, unless, lookup }: FetchLimits = {}): Promise<Fetched> {
  const deadline = AbortSignal.timeout(withinMs);
  let address = written;
  for (let hops = 0; hops <= mostRedirects; hops += 1) {
    const url = outsideAddress(address, mayCall);
    if (url === undefined || (secureOnly && url.protocol !== 'https:')) return { kind: 'refused', why: 'bad-address' };
    const answer = await ask(url, { mayCall, accept, unless, lookup, deadline });
    if ('kind' in answer) return answer;
    const { statusCode: status = 0, headers } = answer;
    if (status >= 300 && status < 400 && status !== notModified && headers.location !== undefined) {
      answer.destroy();
      if (!URL.canParse(headers.location, url.href)) return { kind: 'refused', why: 'bad-address' };
      address = new URL(headers.location, url).href;
      continue;
    }
    const text = await textOf(answer, mostBytes, deadline);
    const marks = marksIn(answer);
    return typeof text === 'string' ? { kind: 'fetched', status, text, url: url.href, ...(marks !== undefined && { marks }) } : text;
  }
  return { kind: 'refused', why: 'too-many-redirects' };
}

interface Asking { readonly mayCall: MayCall; readonly accept: string; readonly unless: Marks | undefined; readonly lookup: LookupFunction | undefined; readonly deadline: AbortSignal }
type NotFetched = Exclude<Fetched, { kind: 'fetched' }>;

function ask(url: URL, { mayCall, accept, unless, lookup, deadline }: Asking): Promise<IncomingMessage | NotFetched> {
  return new Promise((resolve) => {
    const send = url.protocol === 'https:' ? secureRequest : plainRequest;
    const request = send(url.href, { agent: outsideAgent(url, mayCall), signal: deadline, ...(lookup !== undefined && { lookup }), headers: { Accept: accept, 'Accept-Encoding': 'gzip', 'User-Agent': 'my-care', ...(unless?.etag !== undefined && { 'If-None-Match': unless.etag }), ...(unless?.lastModified !== undefined && { 'If-Modified-Since': unless.lastModified }) } }, resolve);
    request.once('error', (cause: NodeJS.ErrnoException) => {
      if (deadline.aborted) resolve({ kind: 'failed', why: 'too-slow' });
      else resolve(/is not allowed/.test(cause.message) ? { kind: 'refused', why: 'not-outside' } : { kind: 'failed', why: 'unreachable' });
    });
    request.end();
  });
}

/** A mark that is as long as a page marks nothing. */
function marksIn({ headers: { etag, 'last-modified': lastModified } }: IncomingMessage): Marks | undefined {
  const [tag, date] = [etag, lastModified].map((mark) => (mark !== undefined && mark.length <= mostMark ? mark : undefined));
  return tag === undefined && date === undefined ? undefined : { ...(tag !== undefined && { etag: tag }), ...(date !== undefined && { lastModified: date }) };
}

function textOf(answer: IncomingMessage, mostBytes: number, deadline: AbortSignal): Promise<string | NotFetched> {
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    const body = unpacked(answer);
    const settle = (result: string | NotFetched) => {
      resolve(result);
      answer.destroy();
      body.destroy();
    };
    if (deadline.aborted) settle({ kind: 'failed', why: 'too-slow' });
    deadline.addEventListener('abort', () => { settle({ kind: 'failed', why: 'too-slow' }); }, { once: true });
    body.on('data', (piece: Buffer) => {
      bytes += piece.length;
      if (bytes > mostBytes) settle({ kind: 'refused', why: 'too-large' });
      else pieces.push(piece);
    });
    body.once('end', () => { settle(answer.complete ? Buffer.concat(pieces).toString('utf8') : { kind: 'failed', why: 'line-broke' }); });
    body.once('error', () => { settle({ kind: 'failed', why: deadline.aborted ? 'too-slow' : body === answer || !answer.complete ? 'line-broke' : 'cannot-be-unpacked' }); });
  });
}

/** What little was packed may be endless: it is counted as it comes out, and never more is unpacked than is read. */
function unpacked(answer: IncomingMessage): Readable {
  const encoding = answer.headers['content-encoding']?.trim().toLowerCase();
  const unpack = encoding === 'gzip' || encoding === 'x-gzip' ? createGunzip() : encoding === 'deflate' ? createInflate() : encoding === 'br' ? createBrotliDecompress() : undefined;
  return unpack === undefined ? answer : pipeline(answer, unpack, () => undefined);
}
