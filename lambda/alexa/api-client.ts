import type { services } from 'ask-sdk-model';
import { CareError } from '../../skill/care-error.ts';
import { readAtMost } from './read-at-most.ts';

export interface ApiClientSettings {
  /** Alexa waits eight seconds for us in all. */
  readonly timeoutMs?: number;
  /** Where a token of Amazon's may be sent. */
  readonly mayCall?: (address: URL) => boolean;
}

const largestBytes = 1024 * 1024;

/**
 * Calls Amazon's own services (reminders, device settings, login) and nobody else's. The whole exchange must end in time;
 * bytes are turned into text once, so that no letter is split; every HTTP status is an answer, not a fault.
 */
export function createApiClient({ timeoutMs = 2_500, mayCall = isAmazon }: ApiClientSettings = {}): services.ApiClient {
  return {
    async invoke(request) {
      const address = URL.parse(request.url);
      if (address === null || !mayCall(address)) throw new CareError('amazon-api-elsewhere', 'Refused to send a token to a place that is not Amazon’s');
      return exchange(address, request, timeoutMs).catch((cause: unknown) => {
        throw cause instanceof CareError ? cause : new CareError(codeFor(cause), `${request.method} ${address.host} failed`, { cause });
      });
    },
  };
}

const amazonHosts = new Set(['api.eu.amazonalexa.com', 'api.amazonalexa.com', 'api.fe.amazonalexa.com', 'api.amazon.com', 'api.amazon.co.uk']);

function isAmazon({ protocol, hostname, port, username, password }: URL): boolean {
  return protocol === 'https:' && amazonHosts.has(hostname) && port === '' && username === '' && password === '';
}

async function exchange(address: URL, request: services.ApiClientRequest, timeoutMs: number): Promise<services.ApiClientResponse> {
  const response = await fetch(address, {
    method: request.method, redirect: 'error', signal: AbortSignal.timeout(timeoutMs),
    headers: request.headers.map(({ key, value }): [string, string] => [key, value]),
    ...(request.body !== undefined && request.body !== '' && { body: request.body }),
  });
  const body = await readAtMost(response, largestBytes);
  if (body === undefined) throw new CareError('amazon-api-too-much', `${address.host} sent more than ${largestBytes} bytes`);
  return {
    statusCode: response.status, body: body.toString('utf8'),
    headers: [...response.headers].map(([key, value]) => ({ key, value })),
  };
}

function codeFor(cause: unknown): string {
  return (cause as { readonly name?: unknown } | null)?.name === 'TimeoutError' ? 'amazon-api-slow' : 'amazon-api-unreachable';
}
