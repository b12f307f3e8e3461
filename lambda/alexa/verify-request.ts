import { verify as verifySignature } from 'node:crypto';
import type { RequestEnvelope } from 'ask-sdk-model';
import type { Clock } from '../../models/shared/index.ts';
import { createCertificateCache, type FetchCertificate, type KeyRefusal } from './certificate-cache.ts';
import { readRoots } from './certificate-chain.ts';
import { certificateAddress } from './certificate-url.ts';
import { readEnvelope } from './read-envelope.ts';
import { createReplays, type Replays } from './replay.ts';
import { readHeaders, type HeaderRefusal, type Headers } from './request-headers.ts';
import { freshForMs, isFresh } from './timestamp.ts';

export interface VerifierNeeds {
  readonly skillId: string;
  readonly fetchCertificate: FetchCertificate;
  readonly clock: Clock;
  /** Trusted roots as PEM; those that come with Node unless given. */
  readonly roots?: readonly string[];
  readonly replays?: Replays;
}
export interface SignedRequest { readonly headers: Headers; readonly body: Buffer }
export type Refusal =
  | HeaderRefusal | KeyRefusal['reason']
  | 'body-too-large' | 'not-a-request' | 'other-skill' | 'not-fresh' | 'wrong-certificate-address' | 'wrong-signature' | 'repeated';
export type Verdict =
  | { readonly ok: true; readonly envelope: RequestEnvelope; /** Lets the same request in again, after we failed to answer it. */ readonly giveBack: () => void }
  | { readonly ok: false; readonly why: Refusal };
export type Verify = (request: SignedRequest) => Promise<Verdict>;

/** The largest request we read. Alexa's own are a tenth of it. */
export const largestBodyBytes = 128 * 1024;

/**
 * Makes the check at the door: lets a request in only when Amazon's speakers signed these very bytes, for our skill, just now,
 * for the first time. What costs nothing is checked first; `why` is for the log, never for whoever asked.
 * Source: Amazon's "Host a custom skill as a web service", with the gaps of its own adapter closed.
 */
export function createVerifier({ skillId, fetchCertificate, clock, roots, replays = createReplays({ clock }) }: VerifierNeeds): Verify {
  const keyAt = createCertificateCache({ fetchCertificate, clock, roots: readRoots(roots) });

  return async ({ headers, body }) => {
    if (body.length > largestBodyBytes) return refuse('body-too-large');
    const signing = readHeaders(headers);
    if (typeof signing === 'string') return refuse(signing);
    const address = certificateAddress(signing.address);
    if (address === undefined) return refuse('wrong-certificate-address');
    const read = readEnvelope(body);
    if (read === undefined) return refuse('not-a-request');
    if (read.applicationIds.some((each) => each !== skillId)) return refuse('other-skill');
    if (!isFresh(read.timed, clock())) return refuse('not-fresh');
    const found = await keyAt(address);
    if (found.kind === 'refused') return refuse(found.reason);
    if (!verifySignature('RSA-SHA256', body, found.key, signing.signature)) return refuse('wrong-signature');
    if (!replays.take(read.requestId, freshForMs(read.timed))) return refuse('repeated');
    return { ok: true, envelope: read.envelope, giveBack: () => replays.giveBack(read.requestId) };
  };
}

const refuse = (why: Refusal): Verdict => ({ ok: false, why });
