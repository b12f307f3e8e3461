import * as z from 'zod/mini';
import type { services as alexa } from 'ask-sdk-model';
import type { Clock } from '../../models/shared/index.ts';

export interface AmazonClient { readonly clientId: string; readonly clientSecret: string; readonly refreshToken?: string }

const granted = z.looseObject({ access_token: z.string(), expires_in: z.number() });
/** Asked for anew so long before it runs out. */
const earlyMs = 60_000;

/** A token of Login with Amazon for one scope, kept until shortly before it runs out. Undefined when Amazon gives none. */
export function amazonToken(client: AmazonClient, scope: string, api: alexa.ApiClient, clock: Clock): () => Promise<string | undefined> {
  let kept: { readonly token: string; readonly until: number } | undefined;
  return async () => {
    if (kept !== undefined && clock() < kept.until) return kept.token;
    const grant: Record<string, string> = client.refreshToken === undefined ? { grant_type: 'client_credentials', scope } : { grant_type: 'refresh_token', refresh_token: client.refreshToken };
    const { statusCode, body } = await api.invoke({
      method: 'POST', url: 'https://api.amazon.com/auth/o2/token', headers: [{ key: 'Content-Type', value: 'application/x-www-form-urlencoded' }],
      body: new URLSearchParams({ ...grant, client_id: client.clientId, client_secret: client.clientSecret }).toString(),
    });
    const read = statusCode === 200 ? granted.safeParse(JSON.parse(body ?? '')) : undefined;
    kept = read?.success === true ? { token: read.data.access_token, until: clock() + read.data.expires_in * 1_000 - earlyMs } : undefined;
    return kept?.token;
  };
}
