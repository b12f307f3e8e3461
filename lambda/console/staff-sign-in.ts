import * as oidc from 'openid-client';
import { staffRoles, type Identity, type StaffRole } from '../../models/access/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import type { SkillLog } from '../../skill/index.ts';
import type { ConsoleServices } from '../../web/console/console-port.ts';

export interface StaffSignIn {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Where the council's sign-in sends people back to: our own address, to the letter. */
  readonly returnTo: string;
  /** Which claim names the roles; Entra ID's app roles come as `roles`. */
  readonly roleClaim: string;
  /** On this machine only: a provider without TLS. */
  readonly mayBePlain: boolean;
}

/**
 * The council's own sign-in, by OpenID Connect: authorisation code with PKCE, state and nonce. Who has none of our roles is nobody here.
 * The provider is looked up when somebody first signs in, so that we start without it.
 */
export function staffSignIn(settings: StaffSignIn, council: CouncilId, log: SkillLog): NonNullable<ConsoleServices['signIn']['staff']> {
  let found: Promise<oidc.Configuration> | undefined;
  const provider = async () => {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- named so as to stand out; never in production
    found ??= oidc.discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, settings.mayBePlain ? { execute: [oidc.allowInsecureRequests] } : undefined);
    return found.catch((cause: unknown) => {
      found = undefined;
      throw cause;
    });
  };
  return {
    start: async (state) => {
      const [verifier, nonce] = [oidc.randomPKCECodeVerifier(), oidc.randomNonce()];
      const url = oidc.buildAuthorizationUrl(await provider(), { redirect_uri: settings.returnTo, scope: 'openid profile', code_challenge: await oidc.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256', state, nonce });
      return { url: url.href, kept: `${verifier}.${nonce}` };
    },
    finish: async (current, kept, state) => {
      const [verifier = '', nonce = ''] = kept.split('.');
      const returned = new URL(settings.returnTo);
      returned.search = current.search;
      const tokens = await oidc.authorizationCodeGrant(await provider(), returned, { pkceCodeVerifier: verifier, expectedState: state, expectedNonce: nonce, idTokenExpected: true })
        // A spoilt return is refused like any other; why, the log says, for whoever has set the provider up wrongly.
        .catch((cause: unknown) => { log.fault('staff-not-signed-in', {}, cause); });
      const claims = tokens?.claims();
      return claims === undefined ? undefined : identityIn(claims, settings.roleClaim, council);
    },
  };
}

function identityIn(claims: Readonly<Record<string, unknown>>, roleClaim: string, councilId: CouncilId): Identity | undefined {
  const said = claims[roleClaim];
  const roles = (Array.isArray(said) ? said : [said]).filter((role): role is StaffRole => staffRoles.includes(role as StaffRole));
  const name = typeof claims['name'] === 'string' && claims['name'] !== '' ? claims['name'] : 'Council staff';
  return roles.length === 0 || typeof claims['sub'] !== 'string' ? undefined : { kind: 'staff', councilId, id: claims['sub'], name, roles };
}
