import { createRemoteJWKSet } from 'jose';
import type { Clock } from '../../models/shared/index.ts';
import type { Config } from '../config.ts';
import { createAccountReader } from './linked-account.ts';

/** The reader of account-linking tokens whose issuer's public keys are fetched, and kept, as they are needed. */
export function remoteAccounts({ issuer, audience, jwksUrl }: NonNullable<Config['accounts']>, clock: Clock): ReturnType<typeof createAccountReader> {
  return createAccountReader({ issuer, audience, jwks: createRemoteJWKSet(new URL(jwksUrl)), clock });
}
