import { NotifyClient } from 'notifications-node-client';
import type { Channel, Delivery, Outcome } from '../../models/alert/index.ts';
import type { Clock } from '../../models/shared/index.ts';
import { networkLimit } from './network-limit.ts';
import { ukPhone } from './uk-phone.ts';

/** GOV.UK Notify, as one council's service has it. The templates are in docs/notify-templates.md. */
export interface NotifySettings { readonly apiKey: string; readonly textTemplate: string; readonly emailTemplate: string; /** Whom texts are from, where the service has more than one sender. */ readonly sender?: string; readonly baseUrl?: string }

const answersWithinMs = 8_000;

/**
 * Texts and e-mails through GOV.UK Notify. Only the discreet wording leaves the home; our reference is on each, so that a
 * receipt finds its notification. Accepted is all that a call can show; delivered comes with the receipt.
 */
export function notifyChannels(settings: NotifySettings, clock: Clock): readonly Channel[] {
  const client = settings.baseUrl === undefined ? new NotifyClient(settings.apiKey) : new NotifyClient(settings.baseUrl, settings.apiKey);
  const limit = networkLimit(clock);
  return [
    {
      name: 'text', proves: ['accepted', 'answered'],
      send: async (delivery) => {
        const phone = ukPhone(delivery.address.value);
        if (phone === undefined) return { kind: 'failed', why: 'bad-address' };
        const wait = limit.secondsUntilAllowed(phone, delivery.wording.discreet);
        if (wait > 0) return { kind: 'failed', why: 'rate-limited', retryAfterSeconds: wait };
        return outcomeOf(() => client.sendSms(settings.textTemplate, phone, { ...optionsFor(delivery), ...senderOf(settings) }));
      },
    },
    { name: 'email', proves: ['accepted'], send: (delivery) => outcomeOf(() => client.sendEmail(settings.emailTemplate, delivery.address.value, optionsFor(delivery))) },
  ];
}

/** As a text is sent with it. */
export function senderOf({ sender }: Pick<NotifySettings, 'sender'>): { smsSenderId?: string } {
  return sender === undefined ? {} : { smsSenderId: sender };
}

function optionsFor({ attemptId, wording }: Delivery): { personalisation: { message: string }; reference: string } {
  return { personalisation: { message: wording.discreet }, reference: attemptId };
}

/** By status and error name, never by message. Source: GOV.UK Notify's API documentation. */
async function outcomeOf(call: () => Promise<{ data: unknown }>): Promise<Outcome> {
  try {
    const answered = await Promise.race([call(), new Promise<undefined>((resolve) => { setTimeout(() => { resolve(undefined); }, answersWithinMs).unref(); })]);
    if (answered === undefined) return { kind: 'unknown', why: 'notify-did-not-answer' };
    const { id } = answered.data as { id?: string };
    return { kind: 'accepted', ...(id !== undefined && { reference: id }) };
  } catch (cause) {
    const { response } = cause as { response?: { status?: number; data?: { errors?: readonly { error?: string }[] } } };
    if (response?.status === undefined) return { kind: 'unknown', why: 'notify-line-broke' };
    if (response.status === 429) return { kind: 'failed', why: 'rate-limited' };
    if (response.status === 400) return { kind: 'failed', why: 'bad-address' };
    return { kind: 'failed', why: response.status === 403 ? 'not-set-up' : 'fault' };
  }
}
