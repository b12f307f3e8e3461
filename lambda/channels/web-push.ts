import webPush from 'web-push';
import * as z from 'zod/mini';
import type { Channel, Outcome } from '../../models/alert/index.ts';
import { isPushService } from './push-services.ts';

interface VapidPair { readonly publicKey: string; readonly privateKey: string }
export interface VapidKeys extends VapidPair { readonly subject: string; /** Those it was done with until they were changed: phones set up then take no others. */ readonly before?: VapidPair }

const subscriptionIn = z.object({ endpoint: z.url(), keys: z.object({ p256dh: z.string(), auth: z.string() }) });
const giveUpAfterMs = 5_000;
const usualSeconds = 4 * 3_600;

/** A carer's phone or computer, through its browser's own push service. What is sent is sealed for that browser, and names nobody all the same. */
export function pushChannel({ publicKey, privateKey, subject, before }: VapidKeys): Channel {
  return {
    name: 'push', proves: ['accepted', 'answered'],
    send: async ({ address, alertId, attemptId, urgency, wording, sentAt, expiresAt, isAgain }) => {
      const read = subscriptionIn.safeParse(jsonIn(address.value));
      if (!read.success || !isPushService(read.data.endpoint)) return { kind: 'failed', why: 'bad-address' };
      const payload = JSON.stringify({ id: alertId, attemptId, words: wording.discreet, isUrgent: urgency === 'urgent', isAgain });
      const sendWith = async (keys: VapidPair) => {
        await webPush.sendNotification(read.data, payload, {
          vapidDetails: { subject, ...keys }, timeout: giveUpAfterMs, urgency: urgency === 'urgent' ? 'high' : 'normal', topic: topicOf(alertId),
          TTL: expiresAt === undefined ? usualSeconds : Math.max(0, Math.round((expiresAt - sentAt) / 1_000)),
        });
      };
      try {
        await sendWith({ publicKey, privateKey }).catch(async (cause: unknown) => {
          if (before === undefined || !isOfOtherKeys(cause)) throw cause;
          await sendWith(before);
        });
        return { kind: 'accepted' };
      } catch (cause) {
        return failureOf(cause);
      }
    },
  };
}

/** What push services answer to keys that a browser was not set up with. Source: RFC 8292, section 4.2. */
function isOfOtherKeys(cause: unknown): boolean {
  const { statusCode } = cause as { readonly statusCode?: number };
  return statusCode === 400 || statusCode === 401 || statusCode === 403;
}

/** A push service shows only the newest of a topic: 32 letters at most, of a small alphabet. */
function topicOf(alertId: string): string {
  return alertId.replaceAll(/[^A-Za-z0-9_-]/g, '-').slice(-32);
}

function failureOf(cause: unknown): Outcome {
  const { statusCode, headers } = cause as { readonly statusCode?: number; readonly headers?: Readonly<Record<string, string>> };
  if (statusCode === undefined) return /timeout/i.test(String(cause)) ? { kind: 'unknown', why: 'no-answer-in-time' } : { kind: 'failed', why: 'unreachable' };
  if (statusCode === 404 || statusCode === 410) return { kind: 'failed', why: 'not-subscribed' };
  const retry = Number(headers?.['retry-after']);
  if (statusCode === 429) return { kind: 'failed', why: 'rate-limited', ...(retry > 0 && { retryAfterSeconds: Math.min(retry, 3_600) }) };
  return { kind: 'failed', why: statusCode >= 500 ? 'fault' : 'refused' };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
