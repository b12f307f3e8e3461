// Promise: texts and e-mails go out through GOV.UK Notify as it documents, say nothing personal, and whatever Notify answers is taken for what it means.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from '@jest/globals';
import type { Channel, Delivery } from '../../models/alert/index.ts';
import { instant } from '../../models/shared/index.ts';
import { networkLimit } from '../../lambda/channels/network-limit.ts';
import { notifyChannels } from '../../lambda/channels/notify.ts';
import { ukPhone } from '../../lambda/channels/uk-phone.ts';
import { nock } from '../support/pretend-network.ts';

const notify = 'https://api.notifications.service.gov.uk';
const settings = { apiKey: 'test-26785a09-ab16-4eb0-8407-a37497a57506-3d844edf-8d35-48ac-975b-e847b4f122b0', textTemplate: 'text-template', emailTemplate: 'email-template' };
let now = instant(Date.UTC(2026, 11, 1, 9));
const channels = (): readonly Channel[] => notifyChannels(settings, () => now);
const channel = (name: string): Channel => channels().find((each) => each.name === name) as Channel;
const delivery = (value: string, change: Partial<Delivery> = {}): Delivery => ({
  attemptId: 'harrow/p41/20261201T0830.visit-late.v.1', alertId: 'a', councilId: 'harrow' as never, personId: 'p41' as never, to: { kind: 'member', memberId: 'susan' }, kind: 'visit-late', urgency: 'ordinary',
  address: { id: 'susan-phone', channel: 'text', value, isVerified: true }, isAgain: false, sentAt: now,
  wording: { title: 'A visit is late', spoken: 'Margaret’s half past eight visit is running late.', discreet: 'My Care: news about a visit.', answers: [] }, ...change,
});
const error = (status: number, name: string) => ({ status_code: status, errors: [{ error: name, message: 'whatever it says' }] });


describe('a text', () => {
  test('is what Notify documents, with our reference and nothing personal', async () => {
    let sent: unknown;
    nock(notify, { reqheaders: { authorization: /^Bearer ey/ } }).post('/v2/notifications/sms', (body) => { sent = body; return true; }).reply(201, { id: '740e5834', reference: 'x', content: { body: '', from_number: 'GOVUK' }, uri: '', template: { id: '', version: 1, uri: '' } });
    expect(await channel('text').send(delivery('07700 900123'))).toEqual({ kind: 'accepted', reference: '740e5834' });
    expect(sent).toEqual({ template_id: 'text-template', phone_number: '+447700900123', personalisation: { message: 'My Care: news about a visit.' }, reference: 'harrow/p41/20261201T0830.visit-late.v.1' });
  });

  test.each([
    [400, 'ValidationError', { kind: 'failed', why: 'bad-address' }], [403, 'AuthError', { kind: 'failed', why: 'not-set-up' }], [429, 'RateLimitError', { kind: 'failed', why: 'rate-limited' }],
    [429, 'TooManyRequestsError', { kind: 'failed', why: 'rate-limited' }], [500, 'Exception', { kind: 'failed', why: 'fault' }],
  ])('answered %i %s is %o', async (status, name, outcome) => {
    nock(notify).post('/v2/notifications/sms').reply(status, error(status, name));
    expect(await channel('text').send(delivery('07700900123'))).toEqual(outcome);
  });

  test('that the line breaks on may have arrived', async () => {
    nock(notify).post('/v2/notifications/sms').replyWithError('socket hang up');
    expect(await channel('text').send(delivery('07700900123'))).toEqual({ kind: 'unknown', why: 'notify-line-broke' });
  });

  test('that Notify never answers is given up within ten seconds, and is unknown', async () => {
    const silent = createServer(() => undefined).listen(0);
    const { port } = silent.address() as AddressInfo;
    const [text] = notifyChannels({ ...settings, baseUrl: `http://127.0.0.1:${port}` }, () => now);
    expect(await text?.send(delivery('07700900123'))).toEqual({ kind: 'unknown', why: 'notify-did-not-answer' });
    silent.closeAllConnections();
    silent.close();
  }, 15_000);

  test('to what is no phone is not sent at all', async () => {
    expect(await channel('text').send(delivery('Susan’s mobile'))).toEqual({ kind: 'failed', why: 'bad-address' });
  });
});

test('an e-mail goes the same way', async () => {
  let sent: unknown;
  nock(notify).post('/v2/notifications/email', (body) => { sent = body; return true; }).reply(201, { id: 'e1' });
  expect(await channel('email').send(delivery('susan@example.org'))).toEqual({ kind: 'accepted', reference: 'e1' });
  expect(sent).toMatchObject({ template_id: 'email-template', email_address: 'susan@example.org', personalisation: { message: 'My Care: news about a visit.' } });
});

test('the networks’ limits are kept: twenty the same and a hundred in all within an hour', () => {
  const limit = networkLimit(() => now);
  for (let times = 0; times < 20; times += 1) expect(limit.secondsUntilAllowed('+447700900123', 'same')).toBe(0);
  expect(limit.secondsUntilAllowed('+447700900123', 'same')).toBe(3600);
  for (let times = 0; times < 80; times += 1) expect(limit.secondsUntilAllowed('+447700900123', `other ${times}`)).toBe(0);
  expect(limit.secondsUntilAllowed('+447700900123', 'one more')).toBe(3600);
  expect(limit.secondsUntilAllowed('+447700900999', 'same')).toBe(0);
  now = instant(now + 3_600_001);
  expect(limit.secondsUntilAllowed('+447700900123', 'same')).toBe(0);
});

test.each([
  ['07700 900123', '+447700900123'], ['+44 7700 900123', '+447700900123'], ['0044 7700-900123', '+447700900123'], ['447700900123', '+447700900123'], ['(01632) 960123', '+441632960123'], ['+353 1 234 5678', '+35312345678'],
  ['123', undefined], ['', undefined], ['call me', undefined], ['07700 900 12x', undefined],
])('the number "%s" is taken as %s', (written, phone) => {
  expect(ukPhone(written)).toBe(phone);
});
