// Promise: money promised to a request that nobody answered is the person's again within a minute of its end, once.
import { expect, test } from '@jest/globals';
import { figuresFrom, leftPence } from '../../models/budget/index.ts';
import { councilId, personId } from '../../models/shared/index.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { releaseExpired } from '../../lambda/housekeeping.ts';
import { intentRequest } from '../support/alexa-request.ts';
import { skillUnderTest } from '../support/skill-under-test.ts';

const council = councilId('harrow');
const margaret = personId('margaret');

test('requests that ran out give their money back once', async () => {
  const skill = await skillUnderTest();
  const { records, ask } = skill.services;
  const draft = { serviceId: 'g', serviceName: 'Green Fingers', providerName: 'Green Fingers', what: 'gardening', category: 'gardening', isProviderApproved: true, unit: 'hour', unitPence: 1500, units: 2, on: '2026-12-08' };
  await ask(intentRequest('AMAZON.YesIntent', {}, { userId: deskAlexaId('margaret'), isNew: false, attributes: { council, person: margaret, misses: 0, pending: { kind: 'send-request', draft, toAdviser: false } } }));
  const left = async () => leftPence((await records.byPerson(council, margaret))!.budget!);
  const asked = await left();
  skill.later(60 * 24 * 20);
  const before = await releaseExpired(skill.services, council);
  expect(await left()).toBeGreaterThanOrEqual(asked);
  skill.later(60 * 24 * 40);
  expect(before + await releaseExpired(skill.services, council)).toBeGreaterThan(0);
  const after = await left();
  expect(after).toBeGreaterThanOrEqual(asked + 3000);
  expect(await releaseExpired(skill.services, council)).toBe(0);
  expect(await left()).toBe(after);
  expect(figuresFrom(await records.entries(council, margaret))).toEqual((await records.byPerson(council, margaret))!.budget!.figures);
});
