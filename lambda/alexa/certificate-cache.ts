import type { Clock, Instant } from '../../models/shared/index.ts';
import { trustChain, type ChainRefusal, type ChainResult, type Roots, type SigningKey } from './certificate-chain.ts';

/** Gets the text at an address; undefined when it cannot be had, is too large or takes too long. */
export type FetchCertificate = (address: string) => Promise<string | undefined>;
export interface KeyRefusal { readonly kind: 'refused'; readonly reason: ChainRefusal | 'cannot-fetch' | 'too-many-fetches' }
export type KeyResult = { readonly kind: 'found'; readonly key: SigningKey['key'] } | KeyRefusal;

const mostKept = 10;
const mostFetchesAtOnce = 10;

/**
 * Finds the key behind a certificate address. Keeps the ten used last, looks at their dates again each time, and fetches
 * an address once however many ask for it together. Only a chain that was trusted is kept, so that nobody can push ours out.
 */
export function createCertificateCache({ fetchCertificate, clock, roots }: { fetchCertificate: FetchCertificate; clock: Clock; roots: Roots }) {
  const kept = new Map<string, SigningKey>();
  const underWay = new Map<string, Promise<KeyResult>>();

  return async function keyAt(address: string): Promise<KeyResult> {
    const known = kept.get(address);
    kept.delete(address);
    if (known !== undefined && isGood(known, clock())) {
      kept.set(address, known);
      return { kind: 'found', key: known.key };
    }
    const waiting = underWay.get(address);
    if (waiting !== undefined) return waiting;
    if (underWay.size >= mostFetchesAtOnce) return { kind: 'refused', reason: 'too-many-fetches' };
    const fetching = fetchAndTrust(address).finally(() => underWay.delete(address));
    underWay.set(address, fetching);
    return fetching;
  };

  async function fetchAndTrust(address: string): Promise<KeyResult> {
    const pem = await fetchCertificate(address).catch(() => undefined);
    const result: ChainResult | KeyRefusal = pem === undefined ? { kind: 'refused', reason: 'cannot-fetch' } : trustChain(pem, clock(), roots);
    if (result.kind === 'refused') return result;
    keep(address, result.signingKey);
    return { kind: 'found', key: result.signingKey.key };
  }

  function keep(address: string, signingKey: SigningKey): void {
    kept.set(address, signingKey);
    const [oldest] = kept.keys();
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
  }
}

const isGood = ({ goodFrom, goodUntil }: SigningKey, now: Instant): boolean => goodFrom <= now && now <= goodUntil;
