import { X509Certificate, type KeyObject } from 'node:crypto';
import { rootCertificates } from 'node:tls';
import type { Instant } from '../../models/shared/index.ts';
import { extensionsOf, pathLengthLimit } from './certificate-extensions.ts';

/** A key that Amazon's speakers sign with, and when it may be trusted: inside the dates of every certificate on its path. */
export interface SigningKey { readonly key: KeyObject; readonly goodFrom: Instant; readonly goodUntil: Instant }
export type ChainRefusal =
  | 'not-certificates' | 'wrong-name' | 'wrong-use' | 'weak-key' | 'weak-signature' | 'path-too-long' | 'unknown-rule'
  | 'broken-chain' | 'untrusted-root' | 'out-of-date';
export type ChainResult = { readonly kind: 'trusted'; readonly signingKey: SigningKey } | { readonly kind: 'refused'; readonly reason: ChainRefusal };

const signerName = 'echo-api.amazon.com';
const mostCertificates = 8;

/**
 * Follows a bundle (leaf first, each signed by the next) up to a root we trust. Every link must be signed, in date and strong;
 * every authority must be allowed to be one. What follows the trusted link is not looked at, as in TLS.
 */
export function trustChain(pem: string, now: Instant, roots: Roots): ChainResult {
  try {
    return follow(pem, now, roots);
  } catch {
    return refuse('not-certificates');
  }
}

/** Trusted authorities by what they call themselves. */
export type Roots = ReadonlyMap<string, readonly X509Certificate[]>;

/** Reads the roots once: those of Mozilla that come with Node, unless others are given. */
export function readRoots(pems: readonly string[] = rootCertificates): Roots {
  return Map.groupBy(pems.map((pem) => new X509Certificate(pem)), ({ subject }) => subject);
}

function follow(pem: string, now: Instant, roots: Roots): ChainResult {
  const bundle = read(pem);
  const leaf = bundle[0];
  if (leaf === undefined || bundle.length > mostCertificates) return refuse('not-certificates');
  const fault = leafFault(leaf);
  if (fault !== undefined) return refuse(fault);
  const path = pathToRoot(bundle, roots);
  if (!Array.isArray(path)) return refuse(path);
  const goodFrom = Math.max(...path.map((each) => each.validFromDate.getTime())) as Instant;
  const goodUntil = Math.min(...path.map((each) => each.validToDate.getTime())) as Instant;
  if (!(goodFrom <= now && now <= goodUntil)) return refuse('out-of-date');
  return { kind: 'trusted', signingKey: { key: leaf.publicKey, goodFrom, goodUntil } };
}

const refuse = (reason: ChainRefusal): ChainResult => ({ kind: 'refused', reason });

function read(pem: string): X509Certificate[] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.slice(0, mostCertificates + 1).map((block) => new X509Certificate(block));
}

function leafFault(leaf: X509Certificate): ChainRefusal | undefined {
  if (leaf.checkHost(signerName, { subject: 'never', wildcards: false }) === undefined) return 'wrong-name';
  if (leaf.ca) return 'wrong-use';
  return leaf.publicKey.asymmetricKeyType === 'rsa' ? undefined : 'weak-key';
}

/** Leaf to root, or the reason there is no way up. */
function pathToRoot(bundle: readonly X509Certificate[], roots: Roots): X509Certificate[] | ChainRefusal {
  const path: X509Certificate[] = [];
  for (const [position, certificate] of bundle.entries()) {
    const fault = certificateFault(certificate, position);
    if (fault !== undefined) return fault;
    path.push(certificate);
    const root = roots.get(certificate.issuer)?.find((each) => signed(certificate, each));
    if (root !== undefined) return pathLengthLimit(extensionsOf(root.raw)) < position ? 'path-too-long' : [...path, root];
    const next = bundle[position + 1];
    if (next === undefined) return 'untrusted-root';
    if (!signed(certificate, next)) return 'broken-chain';
  }
  return 'untrusted-root';
}

/** Whether `by` may sign certificates (`ca` looks at its key use too) and truly signed this one. `checkIssued` compares names and key ids. */
function signed(certificate: X509Certificate, by: X509Certificate): boolean {
  return by.ca && certificate.checkIssued(by) && certificate.verify(by.publicKey);
}

const strongSignature = /^(sha(256|384|512)WithRSAEncryption|ecdsa-with-SHA(256|384|512))$/;
const serverUse = '1.3.6.1.5.5.7.3.1';
/** Key identifiers, key use, names, policies, constraints on the path, extended use: the rules we keep or that bind nobody here. */
const understood = new Set(['2.5.29.14', '2.5.29.35', '2.5.29.15', '2.5.29.17', '2.5.29.32', '2.5.29.19', '2.5.29.37']);

/** `below` is how many certificates stand between this one and the ground: 0 for the leaf. */
function certificateFault(certificate: X509Certificate, below: number): ChainRefusal | undefined {
  if (!strongSignature.test(certificate.signatureAlgorithm ?? '')) return 'weak-signature';
  if ((certificate.publicKey.asymmetricKeyDetails?.modulusLength ?? 2048) < 2048) return 'weak-key';
  const uses = certificate.keyUsage as readonly string[] | undefined;
  if (uses !== undefined && !uses.includes(serverUse)) return 'wrong-use';
  const extensions = extensionsOf(certificate.raw);
  if (extensions.some(({ oid, isCritical }) => isCritical && !understood.has(oid))) return 'unknown-rule';
  return below > 0 && pathLengthLimit(extensions) < below - 1 ? 'path-too-long' : undefined;
}
