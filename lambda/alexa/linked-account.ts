import { errors, jwtVerify, type JWTVerifyGetKey } from 'jose';
import * as z from 'zod';
import { councilId, personId, type Clock, type CouncilId, type PersonId } from '../../models/shared/index.ts';
import { CareError } from '../../skill/care-error.ts';

export interface AccountSettings {
  /** Who signs in our people: the `iss` of its tokens. */
  readonly issuer: string;
  /** Our own name at the issuer: the `aud` of its tokens. */
  readonly audience: string;
  /** What the person must have agreed to; `alexa` unless given. */
  readonly scope?: string;
  /** The issuer's public keys: jose's remote set in production, a local set in tests. */
  readonly jwks: JWTVerifyGetKey;
  readonly clock: Clock;
}
export interface LinkedAccount { readonly council: CouncilId; readonly person: PersonId }

const strongAlgorithms = ['RS256', 'PS256', 'ES256', 'EdDSA'];
const longestToken = 8_000;
const id = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9-]{0,79}$/);
const claims = z.object({
  sub: id, council: id,
  scope: z.union([z.string(), z.array(z.string())]).transform((given) => (typeof given === 'string' ? given.split(' ') : given)),
});

/**
 * Makes the reader of account-linking tokens: whose account a token speaks for, or undefined when it is forged, for someone
 * else, out of date or without our scope. Throws CareError `account-keys-unreachable` when the issuer's keys cannot be had,
 * so that nobody is told to link again for a fault of ours.
 */
export function createAccountReader({ issuer, audience, scope = 'alexa', jwks, clock }: AccountSettings) {
  return async function readAccount(accessToken: string): Promise<LinkedAccount | undefined> {
    if (accessToken.length > longestToken) return undefined;
    const payload = await verified(accessToken);
    const read = claims.safeParse(payload);
    if (!read.success || !read.data.scope.includes(scope)) return undefined;
    return { council: councilId(read.data.council), person: personId(read.data.sub) };
  };

  async function verified(token: string): Promise<unknown> {
    try {
      const { payload } = await jwtVerify(token, jwks, {
        issuer, audience, algorithms: strongAlgorithms, requiredClaims: ['exp', 'sub'], clockTolerance: 5, currentDate: new Date(clock()),
      });
      return payload;
    } catch (cause) {
      if (isTokensFault(cause)) return undefined;
      throw new CareError('account-keys-unreachable', 'The keys that sign accounts cannot be had', { cause });
    }
  }
}

const keysFaults = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID', 'ERR_JOSE_GENERIC']);
const isTokensFault = (cause: unknown): boolean => cause instanceof errors.JOSEError && !keysFaults.has(cause.code);
