import { createHmac } from 'node:crypto';
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as secureRequest } from 'node:https';
import type { Channel, Delivery, Outcome } from '../../models/alert/index.ts';
import { outsideAgent } from '../outside/safe-fetch.ts';

export interface WebhookSettings {
  /** Shared with the receiver: every call is signed with it. */
  readonly secret: string;
  /** While it is being changed: each call bears both signatures, and a receiver finds its own among them. */
  readonly secretBefore?: string;
  /** On one machine only: the receiver may be there too. Production takes https to public addresses and nothing else. */
  readonly mayBePrivate: boolean;
}

const giveUpAfterMs = 5_000;
const mostAnswerBytes = 65_536;
/** That an alert is over is said again once where it was not taken; a receiver that misses both can ask the notification API. */
const mostTriesOver = 2;

/**
 * A council's own telecare or CRM system, told by a signed call. Nothing personal is in it: ids, the kind, and words that name nobody.
 * Redirects are not followed, and addresses inside a network are refused where they are resolved, whatever name they hide behind.
 */
export function webhookChannel({ secret, secretBefore, mayBePrivate }: WebhookSettings): Channel {
  return {
    name: 'webhook', proves: ['accepted', 'answered'],
    send: async (delivery) => call(delivery.address.value, bodyOf(delivery), delivery.attemptId, delivery.sentAt),
    silence: async ({ alertId, councilId, personId, by, at, addresses }) => {
      await Promise.all(addresses.map(async ({ value }) => {
        const body = { event: 'over', alertId, councilId, ...(personId !== undefined && { personId }), why: by, at: new Date(at).toISOString() };
        for (let tries = 0; tries < mostTriesOver; tries += 1) if ((await call(value, body, `${alertId}.over`, at)).kind === 'accepted') return;
      }));
    },
  };

  async function call(written: string, said: object, key: string, at: number): Promise<Outcome> {
    const url = addressIn(written, mayBePrivate);
    if (url === undefined) return { kind: 'failed', why: 'bad-address' };
    const body = JSON.stringify(said);
    const timestamp = String(Math.floor(at / 1_000));
    return post(url, body, {
      agent: outsideAgent(url, { inside: mayBePrivate }),
      headers: {
        'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), 'User-Agent': 'my-care', 'Idempotency-Key': key,
        'My-Care-Timestamp': timestamp, 'My-Care-Signature': [secret, ...(secretBefore === undefined ? [] : [secretBefore])].map((each) => `v1=${signatureOf(each, timestamp, body)}`).join(', '),
      },
    });
  }
}

/** HMAC-SHA256 over the timestamp, a full stop and the body, in hexadecimal. */
function signatureOf(secret: string, timestamp: string, body: string): string {
  return createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex');
}

function bodyOf({ alertId, attemptId, councilId, personId, kind, urgency, isAgain, sentAt, wording }: Delivery): object {
  return { event: 'told', alertId, attemptId, councilId, ...(personId !== undefined && { personId }), kind, urgency, isAgain, sentAt: new Date(sentAt).toISOString(), words: wording.discreet };
}

function addressIn(written: string, mayBePrivate: boolean): URL | undefined {
  if (!URL.canParse(written)) return undefined;
  const url = new URL(written);
  const isAllowed = url.protocol === 'https:' || (mayBePrivate && url.protocol === 'http:');
  return isAllowed && url.username === '' && url.password === '' ? url : undefined;
}

function post(url: URL, body: string, options: RequestOptions): Promise<Outcome> {
  return new Promise((resolve) => {
    let wasHandedOver = false;
    const settle = (outcome: Outcome) => { resolve(outcome); request.destroy(); };
    const request = (url.protocol === 'https:' ? secureRequest : plainRequest)(url, { ...options, method: 'POST', timeout: giveUpAfterMs }, (response) => {
      let bytes = 0;
      response.on('data', (piece: Buffer) => {
        bytes += piece.length;
        if (bytes > mostAnswerBytes) settle(outcomeOf(response));
      });
      response.once('end', () => { settle(outcomeOf(response)); });
      response.once('error', () => { settle(outcomeOf(response)); });
    });
    request.once('finish', () => { wasHandedOver = true; });
    request.once('error', (cause: NodeJS.ErrnoException) => {
      if (/DNS lookup|not allowed/i.test(cause.message)) resolve({ kind: 'failed', why: 'bad-address' });
      else resolve(wasHandedOver && cause.code !== 'ECONNREFUSED' ? { kind: 'unknown', why: 'line-broke' } : { kind: 'failed', why: 'unreachable' });
    });
    setTimeout(() => { settle(wasHandedOver ? { kind: 'unknown', why: 'no-answer-in-time' } : { kind: 'failed', why: 'unreachable' }); }, giveUpAfterMs).unref();
    request.end(body);
  });
}

function outcomeOf({ statusCode: status = 0, headers }: IncomingMessage): Outcome {
  if (status >= 200 && status < 300) return { kind: 'accepted' };
  if (status === 410) return { kind: 'failed', why: 'not-subscribed' };
  if (status === 429) {
    const seconds = Number(headers['retry-after']);
    return { kind: 'failed', why: 'rate-limited', ...(Number.isFinite(seconds) && seconds > 0 && { retryAfterSeconds: Math.min(seconds, 3_600) }) };
  }
  return { kind: 'failed', why: status >= 500 ? 'fault' : 'refused' };
}
