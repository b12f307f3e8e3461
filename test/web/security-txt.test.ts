// Promise: whoever finds a weakness finds out whom to tell, in the form of RFC 9116, and never by a date gone by.
import { expect, test } from '@jest/globals';
import express from 'express';
import { securityTxt } from '../../web/security-txt.ts';
import { listenLocally } from '../support/local-server.ts';

test('security.txt names whom to tell, and is good for ninety days from today', async () => {
  const app = express().use(securityTxt({ contact: 'mailto:security@harrow.example', now: () => Date.parse('2026-12-01T13:14:15Z') }));
  const server = await listenLocally(app);
  const response = await fetch(`${server.address}/.well-known/security.txt`);
  expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
  expect(await response.text()).toBe('Contact: mailto:security@harrow.example\nExpires: 2027-03-01T00:00:00.000Z\nPreferred-Languages: en\n');
  await server.close();
});
