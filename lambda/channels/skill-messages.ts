import type { services as alexa } from 'ask-sdk-model';
import type { Clock } from '../../models/shared/index.ts';
import { amazonToken, type AmazonClient } from './amazon-token.ts';

/** Sends the skill a message about one account, to come back with a token for it. Nothing in it says whose or what. */
export type SkillMessages = (alexaUserId: string, kind: string) => Promise<'accepted' | 'no-such-account' | 'failed'>;

const expiresAfterSeconds = 3_600;

/** Source: Amazon's Skill Messaging API, POST /v1/skillmessages/users/{userId}; 202 accepted, 404 no such user. */
export function skillMessages(client: AmazonClient, api: alexa.ApiClient, clock: Clock): SkillMessages {
  const token = amazonToken({ clientId: client.clientId, clientSecret: client.clientSecret }, 'alexa:skill_messaging', api, clock);
  return async (alexaUserId, kind) => {
    try {
      const bearer = await token();
      if (bearer === undefined) return 'failed';
      const { statusCode } = await api.invoke({
        method: 'POST', url: `https://api.eu.amazonalexa.com/v1/skillmessages/users/${encodeURIComponent(alexaUserId)}`, body: JSON.stringify({ data: { kind }, expiresAfterSeconds }),
        headers: [{ key: 'Authorization', value: `Bearer ${bearer}` }, { key: 'Content-Type', value: 'application/json' }],
      });
      return statusCode === 404 ? 'no-such-account' : statusCode >= 200 && statusCode < 300 ? 'accepted' : 'failed';
    } catch {
      return 'failed';
    }
  };
}
