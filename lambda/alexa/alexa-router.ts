import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import express, { type NextFunction, type Request, type Response, type Router } from 'express';
import { readEnvelope } from './read-envelope.ts';
import { largestBodyBytes, type Refusal, type SignedRequest, type Verdict, type Verify } from './verify-request.ts';

export interface AlexaRouterNeeds {
  readonly invoke: (envelope: RequestEnvelope) => Promise<ResponseEnvelope>;
  /** `skip` is for one machine without Amazon; the composition root refuses it in production. */
  readonly verify: Verify | 'skip';
  readonly log: AlexaLog;
}
/** Never holds what was said or who said it. */
interface AlexaLog {
  refused(why: Refusal | 'unreadable'): void;
  fault(code: string, about: Readonly<Record<string, string | number>>, cause: unknown): void;
}

/**
 * Answers POST /alexa. Mount it before any parser of bodies: the signature is over the bytes as they came.
 * Whatever is wrong with a request, the answer is the same bare 400.
 */
export function alexaRouter({ invoke, verify, log }: AlexaRouterNeeds): Router {
  const router = express.Router({ caseSensitive: true });
  const check = verify === 'skip' ? readOnly : verify;
  const rawBody = express.raw({ type: () => true, limit: largestBodyBytes, inflate: false });

  router.post('/alexa', rawBody, async (request, response) => {
    const verdict = await check({ headers: request.headers, body: bytesOf(request.body) });
    if (!verdict.ok) {
      log.refused(verdict.why);
      response.status(400).end();
      return;
    }
    response.json(await invokeOrGiveBack(verdict, invoke));
  });
  router.all('/alexa', (_request, response) => {
    response.status(405).set('Allow', 'POST').type('text/plain').send('This address is for Alexa. To try My Care, open the page at /speaker.');
  });
  router.use('/alexa', (error: unknown, _request: Request, response: Response, next: NextFunction) => {
    if (response.headersSent) next(error);
    else if (isUnreadable(error)) {
      log.refused('unreadable');
      response.status(400).end();
    } else {
      log.fault('alexa-request-failed', {}, error);
      response.status(500).end();
    }
  });
  return router;
}

/** After a fault Amazon sends skill events again, and the second try must not be taken for a replay. */
async function invokeOrGiveBack(verdict: Extract<Verdict, { ok: true }>, invoke: AlexaRouterNeeds['invoke']): Promise<ResponseEnvelope> {
  try {
    return await invoke(verdict.envelope);
  } catch (error) {
    verdict.giveBack();
    throw error;
  }
}

function readOnly({ body }: SignedRequest): Promise<Verdict> {
  const read = readEnvelope(body);
  return Promise.resolve(read === undefined ? { ok: false, why: 'not-a-request' } : { ok: true, envelope: read.envelope, giveBack: () => undefined });
}

/** Express leaves the body of an empty request undefined. */
function bytesOf(body: unknown): Buffer {
  if (body !== undefined && !Buffer.isBuffer(body)) throw new Error('Another parser read the body before its signature could be checked');
  return body ?? Buffer.alloc(0);
}

/** Too large, encoded, cut short, or (from the SDK itself) for another skill. */
function isUnreadable(error: unknown): boolean {
  const { status, message } = error as { readonly status?: unknown; readonly message?: unknown };
  return (typeof status === 'number' && status >= 400 && status < 500) || (typeof message === 'string' && message.includes('Skill ID verification failed'));
}
