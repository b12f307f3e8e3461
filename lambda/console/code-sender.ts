import { NotifyClient } from 'notifications-node-client';
import type { createLog } from '../log.ts';
import { senderOf } from '../channels/notify.ts';
import { ukPhone } from '../channels/uk-phone.ts';
import type { Config } from '../config.ts';

/** Sends sign-in codes by GOV.UK Notify. In the demonstration, where nobody has a phone, they are in the server's log. */
export function codeSender({ notify, isProduction }: Config, log: ReturnType<typeof createLog>): (contact: string, words: string) => Promise<void> {
  if (notify === undefined) {
    return (_contact, words) => {
      if (isProduction) log.error({ code: 'codes-cannot-be-sent' }, 'Nobody can sign in with a code: set NOTIFY_API_KEY and its templates');
      else log.info({ code: 'made-up-sign-in' }, words);
      return Promise.resolve();
    };
  }
  const client = new NotifyClient(notify.apiKey);
  return async (contact, words) => {
    const phone = ukPhone(contact);
    const personalisation = { message: words };
    // Whether it went is not told to whoever asked: that would tell whether we know them.
    await (contact.includes('@') ? client.sendEmail(notify.emailTemplate, contact, { personalisation }) : phone === undefined ? Promise.reject(new Error('not a mobile')) : client.sendSms(notify.textTemplate, phone, { personalisation, ...senderOf(notify) }))
      .catch((cause: unknown) => { log.error({ code: 'code-not-sent', kind: cause instanceof Error ? cause.name : typeof cause }, 'A sign-in code could not be sent'); });
  };
}
