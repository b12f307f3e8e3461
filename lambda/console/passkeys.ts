import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse, type AuthenticationResponseJSON, type RegistrationResponseJSON } from '@simplewebauthn/server';
import * as z from 'zod/mini';
import type { Identity } from '../../models/access/index.ts';
import type { PersonRecords } from '../../models/person-record/index.ts';
import type { Clock, CouncilId, Instant } from '../../models/shared/index.ts';
import type { PasskeyDesk } from '../../web/console/passkeys-port.ts';
import { passkeyRows } from '../store/passkey-rows.ts';
import type { Table } from '../store/table.ts';
import { identityByContact } from './identity-by-contact.ts';

interface Needs {
  readonly table: Table;
  readonly records: Pick<PersonRecords, 'byPerson'>;
  readonly clock: Clock;
  readonly council: CouncilId;
  readonly councilName: string;
  /** Whether those who are in no record, being made up, may have one. */
  readonly takesMadeUp: boolean;
}

const challengeLastsMs = 5 * 60_000;
const mostOfOne = 10;
const answerKept = z.looseObject({ id: z.string().check(z.regex(/^[A-Za-z0-9_-]{10,400}$/)), rawId: z.string(), type: z.literal('public-key'), response: z.looseObject({ clientDataJSON: z.string() }), clientExtensionResults: z.looseObject({}) });

/** WebAuthn by @simplewebauthn/server: user verification always, a challenge good once, and who somebody is read from the records anew at each sign-in. */
export function passkeyDesk({ table, records, clock, council, councilName, takesMadeUp }: Needs): PasskeyDesk {
  const rows = passkeyRows(table);
  const take = (challenge: string) => rows.takeChallenge(challenge, clock());
  const give = async <Options extends { readonly challenge: string }>(options: Options): Promise<Options> => {
    await rows.giveChallenge(options.challenge, (clock() + challengeLastsMs) as Instant);
    return options;
  };
  const mayHave = (identity: Identity) => (identity.kind === 'carer' || identity.kind === 'person') && (takesMadeUp || identity.contactHash !== undefined);
  return {
    list: async (identity) => rows.list(identity),
    toAdd: async (identity, { host }) => {
      const own = mayHave(identity) ? await rows.list(identity) : undefined;
      if (own === undefined || own.length >= mostOfOne) return undefined;
      return give(await generateRegistrationOptions({
        rpName: `My Care, ${councilName}`, rpID: host, userName: identity.name, userDisplayName: identity.name, attestationType: 'none',
        excludeCredentials: own.map(({ id }) => ({ id })), authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      }));
    },
    add: async (identity, answer, { host, origin }) => {
      const read = answerKept.safeParse(answer);
      if (!read.success || !mayHave(identity)) return false;
      const checked = await verifyRegistrationResponse({ response: read.data as unknown as RegistrationResponseJSON, expectedChallenge: take, expectedOrigin: origin, expectedRPID: host }).catch(() => undefined);
      if (checked?.verified !== true) return false;
      const { id, publicKey, counter } = checked.registrationInfo.credential;
      return rows.add({ id, identity, publicKey: Buffer.from(publicKey).toString('base64url'), counter, addedAt: clock() });
    },
    remove: async (identity, id) => {
      const own = (await rows.list(identity)).find((each) => each.id === id);
      if (own !== undefined) await rows.remove(own);
    },
    toSignIn: async ({ host }) => give(await generateAuthenticationOptions({ rpID: host, userVerification: 'required' })),
    signIn: async (answer, { host, origin }) => {
      const read = answerKept.safeParse(answer);
      const passkey = read.success ? await rows.find(read.data.id) : undefined;
      if (!read.success || passkey === undefined || passkey.identity.councilId !== council) return undefined;
      const checked = await verifyAuthenticationResponse({
        response: read.data as unknown as AuthenticationResponseJSON, expectedChallenge: take, expectedOrigin: origin, expectedRPID: host,
        credential: { id: passkey.id, publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')), counter: passkey.counter },
      }).catch(() => undefined);
      if (checked?.verified !== true || !await rows.used(passkey.id, checked.authenticationInfo.newCounter)) return undefined;
      return nowOf(passkey.identity);
    },
  };

  async function nowOf(identity: Identity): Promise<Identity | undefined> {
    const contactHash = identity.kind === 'carer' || identity.kind === 'person' ? identity.contactHash : undefined;
    if (contactHash !== undefined) return identityByContact(contactHash, { table, records, clock, council });
    return takesMadeUp ? identity : undefined;
  }
}
