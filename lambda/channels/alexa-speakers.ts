import type { services as alexa } from 'ask-sdk-model';
import type { Channel, Delivery, Outcome, Silencing } from '../../models/alert/index.ts';
import type { Clock } from '../../models/shared/index.ts';
import { CareError } from '../../skill/care-error.ts';
import { amazonToken, type AmazonClient } from './amazon-token.ts';

const europe = 'https://api.eu.amazonalexa.com';
const minuteMs = 60_000;

/**
 * A speaker somebody owns: it may not speak first. It chimes and shows a light, and says "a message from your care team" when asked
 * for notifications. Accepted is all that can be known, and often not even that comes true: never the only way.
 * Source: Amazon's Proactive Events API, AMAZON.MessageAlert.Activated.
 */
export function chimeChannel(client: AmazonClient, stage: 'live' | 'development', api: alexa.ApiClient, clock: Clock): Channel {
  const token = amazonToken(client, 'alexa::proactive_events', api, clock);
  return {
    name: 'chime', proves: ['accepted'],
    send: (delivery) => call(api, token, `${europe}/v1/proactiveEvents/${stage === 'live' ? '' : 'stages/development'}`, messageAlert(delivery), { 403: 'not-subscribed' }),
  };
}

/** A speaker that the council or a provider manages: it says the words, and with `hasScreens` they stay to be read. Source: Alexa Smart Properties, notifications v3. */
export function announcementChannel(client: AmazonClient, api: alexa.ApiClient, clock: Clock, hasScreens = false): Channel {
  const token = amazonToken(client, 'alexa::enterprise:management', api, clock);
  return {
    name: 'announcement', proves: ['accepted'],
    // Names and health are not allowed in Amazon's free text: the discreet words are what is spoken.
    send: async (delivery) => {
      const spoken = await notify(delivery, { type: 'Announcement', content: { variants: [{ type: 'SpokenText', values: [{ locale: 'en-GB', text: `${delivery.isAgain ? 'Again: ' : ''}${sentenceOf(delivery.wording.discreet)} ${howToHear}` }] }] } });
      // What stays on the screen is worth having where the words were not taken, too; it proves nothing more.
      if (hasScreens && delivery.urgency !== 'passing') await showOn(delivery);
      return spoken;
    },
    ...(hasScreens && { silence: async ({ addresses }: Silencing) => { await takeDown(addresses.map(({ value }) => value)); } }),
  };

  function notify({ address }: Pick<Delivery, 'address'>, variant: object): Promise<Outcome> {
    return call(api, token, `${europe}/v3/notifications`, { recipients: [{ type: 'Unit', id: address.value }], notification: { variants: [variant] } }, {});
  }

  /** A screen holds one visual alert and refuses a second: the older makes way. */
  async function showOn(delivery: Delivery): Promise<void> {
    await takeDown([delivery.address.value]);
    await notify(delivery, visualAlert(delivery));
  }

  async function takeDown(units: readonly string[]): Promise<void> {
    await call(api, token, `${europe}/v3/notifications/delete`, { notificationTypes: ['PersistentVisualAlert'], recipients: units.map((id) => ({ type: 'Unit', id })) }, {});
  }
}

const howToHear = 'Say: Alexa, open my care.';

/** Stays on the screens of a unit until somebody answers, or half a day. Source: Alexa Smart Properties, persistent visual alerts. */
function visualAlert({ wording, sentAt, expiresAt }: Delivery): object {
  return {
    type: 'PersistentVisualAlert', dismissalTime: iso(Math.min(expiresAt ?? Infinity, sentAt + 12 * 60 * minuteMs)),
    content: { variants: [{ type: 'V0Template', values: [{
      locale: 'en-GB', document: { type: 'Link', src: 'doc://alexa/apl/documents/enterprise/notifications/persistentvisualalert/textWrappingTemplate' },
      datasources: { displayText: { primaryText: sentenceOf(wording.discreet), secondaryText: howToHear }, background: { colorOverlay: true } },
    }] }] },
  };
}

function sentenceOf(discreet: string): string {
  const words = discreet.replace(/^My Care: /, '');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function messageAlert({ attemptId, sentAt, expiresAt, urgency, isAgain, address }: Delivery): object {
  const latest = sentAt + 23 * 60 * minuteMs;
  const expiry = Math.max(sentAt + 10 * minuteMs, Math.min(expiresAt ?? latest, latest));
  return {
    timestamp: iso(sentAt), referenceId: referenceOf(attemptId), expiryTime: iso(expiry),
    event: {
      name: 'AMAZON.MessageAlert.Activated',
      payload: { state: { status: 'UNREAD', freshness: isAgain ? 'OVERDUE' : 'NEW' }, messageGroup: { creator: { name: 'Your care team' }, count: 1, ...(urgency === 'urgent' && { urgency: 'URGENT' }) } },
    },
    localizedAttributes: [{ locale: 'en-GB' }],
    relevantAudience: { type: 'Unicast', payload: { user: address.value } },
  };
}

/** 1 to 100 letters, digits and `~`: the end of ours is what tells attempts apart. */
function referenceOf(attemptId: string): string {
  return attemptId.replaceAll(/[^A-Za-z0-9]/g, '~').slice(-100);
}

type Failed = Extract<Outcome, { kind: 'failed' }>['why'];

async function call(api: alexa.ApiClient, tokenFor: () => Promise<string | undefined>, url: string, body: object, meaning: Readonly<Record<number, Failed>>): Promise<Outcome> {
  try {
    const token = await tokenFor();
    if (token === undefined) return { kind: 'failed', why: 'not-set-up' };
    const { statusCode, headers } = await api.invoke({ method: 'POST', url, body: JSON.stringify(body), headers: [{ key: 'Authorization', value: `Bearer ${token}` }, { key: 'Content-Type', value: 'application/json' }] });
    // 409: this very reference was taken before.
    if ((statusCode >= 200 && statusCode < 300) || statusCode === 409) return { kind: 'accepted' };
    const retry = Number(headers.find(({ key }) => key.toLowerCase() === 'retry-after')?.value);
    if (statusCode === 429) return { kind: 'failed', why: 'rate-limited', ...(retry > 0 && { retryAfterSeconds: Math.min(retry, 3_600) }) };
    return { kind: 'failed', why: meaning[statusCode] ?? (statusCode === 401 || statusCode === 403 ? 'not-set-up' : statusCode === 400 || statusCode === 404 ? 'bad-address' : 'fault') };
  } catch (cause) {
    return cause instanceof CareError && cause.code === 'amazon-api-slow' ? { kind: 'unknown', why: 'no-answer-in-time' } : { kind: 'failed', why: 'unreachable' };
  }
}

const iso = (at: number): string => new Date(at).toISOString();
