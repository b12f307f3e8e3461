// Keeps one promise: a request can be signed exactly as Amazon's speakers sign it, or wrongly in one named way.
import { constants, sign } from 'node:crypto';
import type { FetchCertificate } from '../../lambda/alexa/certificate-cache.ts';
import { createVerifier, type SignedRequest, type Verify } from '../../lambda/alexa/verify-request.ts';
import type { Instant } from '../../models/shared/index.ts';
import { launchRequest, skillId, type From } from './alexa-request.ts';
import { issue, makeKeys, type CertificateWish, type Issued, type Keys } from './certificate-authority.ts';

/** Keys are slow to make: one set serves every test of a file. */
export const keys = { root: makeKeys(), middle: makeKeys(), leaf: makeKeys(), stranger: makeKeys() } as const;
export const root = issue({ name: 'Test Root', keys: keys.root, isAuthority: true });
export const middle = issue({ name: 'Test Middle', keys: keys.middle, by: root, isAuthority: true, pathLength: 0 });
export const leaf = issue({ keys: keys.leaf, by: middle });
export const bundle = (...certificates: readonly Issued[]): string => certificates.map(({ pem }) => pem).join('\n');
export const goodBundle = bundle(leaf, middle, root);
export const leafWith = (wish: Partial<CertificateWish>): Issued => issue({ keys: keys.leaf, by: middle, ...wish });

export const goodAddress = 'https://s3.amazonaws.com/echo.api/echo-api-cert-14.pem';
export const noon = Date.parse('2026-12-01T12:00:00Z') as Instant;
export const at = (secondsFromNoon: number): string => new Date(noon + secondsFromNoon * 1000).toISOString();

export interface Wish extends Partial<SignedRequest> { readonly address?: string; readonly signer?: Keys; readonly signedText?: string | Buffer; readonly extra?: Record<string, string | string[]> }

export const bodyOf = (from: From = {}): string => JSON.stringify(launchRequest({ at: at(0), ...from }));

/** The request as Amazon would send it, but for what is wished otherwise. */
export function signed(body: string | Buffer = bodyOf(), { address = goodAddress, signer = keys.leaf, signedText = body, extra = {} }: Wish = {}): SignedRequest {
  const signature = sign('RSA-SHA256', Buffer.from(signedText), { key: signer.privateKey, padding: constants.RSA_PKCS1_PADDING }).toString('base64');
  return {
    headers: { 'content-type': 'application/json;charset=utf-8', signaturecertchainurl: address, 'signature-256': signature, ...extra },
    body: Buffer.from(body),
  };
}

/** A door that trusts our own root, with the certificates that can be fetched by address. */
export function doorWith(served: Readonly<Record<string, string>> | FetchCertificate = { [goodAddress]: goodBundle }, now: () => Instant = () => noon): Verify {
  const fetchCertificate = typeof served === 'function' ? served : (address: string) => Promise.resolve(served[address]);
  return createVerifier({ skillId, clock: now, roots: [root.pem], fetchCertificate });
}
