// Promise: one server may serve several councils, each with settings and keys of its own: none is lent another's, and whatever is missing, shared or crossed is named before anything starts.
import { describe, expect, test } from '@jest/globals';
import { councilAt, ofEachCouncil, readCouncil, readCouncils } from '../../lambda/councils.ts';
import { readConfig } from '../../lambda/config.ts';
import { channelsFor } from '../../lambda/channels/channels-for.ts';
import { byHost } from '../../lambda/by-host.ts';
import { openSqliteTable } from '../../lambda/store/sqlite-table.ts';
import type { Delivery } from '../../models/alert/index.ts';
import { doBudgetDeed, setBudget } from '../../models/budget/index.ts';
import { twoMustAgree } from '../../models/service-request/index.ts';
import { addDays, councilId, instant, localDate, pence, type Pence } from '../../models/shared/index.ts';
import express from 'express';
import { listenLocally } from '../support/local-server.ts';

const two = {
  COUNCILS: 'harrow,north-yorkshire', HELP_PHONE: '020 7946 0000', SKILL_ID: 'amzn1.ask.skill.one',
  HARROW__COUNCIL_NAME: 'Harrow Council', HARROW__HELP_PHONE: '020 7946 0001', HARROW__PUBLIC_HOSTS: 'care.harrow.example', HARROW__WEBHOOK_URL: 'https://harrow.example/hook', HARROW__WEBHOOK_SECRET: 'h'.repeat(32),
  NORTH_YORKSHIRE__COUNCIL_NAME: 'North Yorkshire Council', NORTH_YORKSHIRE__HELP_PHONE: '01609 536000', NORTH_YORKSHIRE__OUT_OF_HOURS_PHONE: '01609 536999', NORTH_YORKSHIRE__DECISION_WORKING_DAYS: '10', NORTH_YORKSHIRE__PUBLIC_HOSTS: 'care.ny.example,ny.example',
};

describe('the settings of several', () => {
  test('of one, all is as ever', () => {
    expect(readCouncils({ COUNCIL_ID: 'harrow', HELP_PHONE: '020 7946 0001' })).toEqual([readConfig({ COUNCIL_ID: 'harrow', HELP_PHONE: '020 7946 0001' })]);
    expect(readCouncils({})).toEqual([readConfig({})]);
  });

  test('each council has its own, and what is one for all is shared', () => {
    const [harrow, yorkshire] = readCouncils(two);
    expect([harrow.councilId, harrow.councilName, harrow.helpPhone, harrow.outOfHoursPhone, harrow.webhook?.url]).toEqual(['harrow', 'Harrow Council', '020 7946 0001', undefined, 'https://harrow.example/hook']);
    expect([harrow.decisionWorkingDays, yorkshire?.decisionWorkingDays]).toEqual([5, 10]);
    expect([yorkshire?.councilId, yorkshire?.helpPhone, yorkshire?.outOfHoursPhone, yorkshire?.webhook]).toEqual(['north-yorkshire', '01609 536000', '01609 536999', undefined]);
    expect(new Set([harrow, yorkshire].map((each) => each?.skillId))).toEqual(new Set(['amzn1.ask.skill.one']));
    expect([harrow.unlinkedPhone, yorkshire?.unlinkedPhone]).toEqual(['020 7946 0000', '020 7946 0000']);
  });

  test.each(ofEachCouncil.filter((name) => name !== 'HELP_PHONE'))('%s without a prefix would be shared, and is refused', (name) => {
    expect(() => readCouncils({ ...two, [name]: 'x' })).toThrow(`${name} is one council’s own: call it HARROW__${name}, and so for each`);
  });

  test.each([
    [{ BRENT__NOTIFY_API_KEY: 'x' }, 'BRENT__NOTIFY_API_KEY: COUNCILS names no such council'],
    [{ COUNCILS: 'harrow,harrow' }, 'COUNCILS: harrow is there twice'],
    [{ COUNCILS: 'harrow,North Yorkshire' }, 'is no short name'],
    [{ NORTH_YORKSHIRE__PUBLIC_HOSTS: '' }, 'NORTH_YORKSHIRE__PUBLIC_HOSTS is missing'],
    [{ NORTH_YORKSHIRE__PUBLIC_HOSTS: 'care.harrow.example' }, 'NORTH_YORKSHIRE__PUBLIC_HOSTS: care.harrow.example is another council’s'],
    [{ NORTH_YORKSHIRE__HELP_PHONE: 'ring us' }, 'NORTH_YORKSHIRE__HELP_PHONE: '],
    [{ HARROW__STAFF_ISSUER: 'https://login.example' }, 'HARROW__STAFF_ISSUER, STAFF_CLIENT_ID'],
    [{ MY_CARE_ENV: 'production', NORTH_YORKSHIRE__HELP_PHONE: '' }, 'NORTH_YORKSHIRE__HELP_PHONE is missing'],
    [{ MY_CARE_ENV: 'production', NORTH_YORKSHIRE__COUNCIL_NAME: '' }, 'NORTH_YORKSHIRE__COUNCIL_NAME is missing'],
    [{ MY_CARE_ENV: 'production', HELP_PHONE: '' }, 'HELP_PHONE is missing: the number for speakers that are linked to nobody'],
    [{ MY_CARE_ENV: 'production', ALEXA_SIGNATURE: 'skip' }, 'ALEXA_SIGNATURE=skip is for local use only'],
    [{ MY_CARE_ENV: 'production', HARROW__WEBHOOK_URL: 'http://harrow.example/hook' }, 'HARROW__WEBHOOK_URL must be https'],
  ])('%o will not do', (wrong, words) => {
    expect(() => readCouncils({ ...two, ...wrong })).toThrow(words);
  });
});

test('a command is about the one council, or about the one of several that it names', () => {
  expect([readCouncil({}).councilId, readCouncil({ ...two, COUNCIL_ID: 'north-yorkshire' }).helpPhone]).toEqual(['harrow', '01609 536000']);
  expect(() => readCouncil(two)).toThrow('COUNCIL_ID says which council is meant: harrow or north-yorkshire');
  expect(() => readCouncil({ ...two, COUNCIL_ID: 'brent' })).toThrow('COUNCIL_ID says which council is meant');
});

describe('which council is meant', () => {
  const councils = readCouncils(two);

  test('by its host, and by no other', () => {
    expect(['care.harrow.example', 'CARE.NY.example', 'ny.example', 'harrow.example', undefined].map((host) => councilAt(councils, host)?.councilId)).toEqual(['harrow', 'north-yorkshire', 'north-yorkshire', undefined, undefined]);
    expect(councilAt(readCouncils({}), 'anything')?.councilId).toBe('harrow');
  });

  test('pages under another name are nobody’s, whatever a proxy’s line says', async () => {
    const app = express().set('trust proxy', true).use(byHost(councils, ({ councilName }) => (_request, response) => { response.send(councilName); }));
    const { address, close } = await listenLocally(app);
    const { port } = new URL(address);
    const { request } = await import('node:http');
    const ask = (host: string, more: Record<string, string> = {}) => new Promise<string>((resolve, reject) => {
      request({ host: '127.0.0.1', port, headers: { host, ...more } }, (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (piece: string) => { body += piece; }).on('end', () => { resolve(`${response.statusCode} ${body}`); });
      }).once('error', reject).end();
    });
    expect(await ask(`care.harrow.example:${port}`)).toBe('200 Harrow Council');
    expect(await ask('care.ny.example')).toBe('200 North Yorkshire Council');
    expect(await ask('elsewhere.example', { 'x-forwarded-host': 'care.ny.example' })).toMatch(/^421 There is nothing under this name/);
    await close();
  });

  test('a message goes out with the keys of the council it is of; where that has none it fails, and is not lent another’s', async () => {
    const table = openSqliteTable(':memory:');
    const webhook = channelsFor(readCouncils({ ...two, MY_CARE_ENV: 'production' }), table, () => instant(0)).find(({ name }) => name === 'webhook');
    const delivery = { attemptId: 'a', alertId: 'b', councilId: councilId('north-yorkshire'), to: { kind: 'desk' }, kind: 'ring-wanted', urgency: 'ordinary', isAgain: false, sentAt: instant(0), address: { id: 'd', channel: 'webhook', value: 'https://harrow.example/hook', isVerified: true }, wording: { title: '', spoken: '', discreet: '', answers: [] } } as const satisfies Delivery;
    expect(await webhook?.send(delivery)).toEqual({ kind: 'failed', why: 'not-set-up' });
    await table.close();
  });
});

describe('a council’s own figure for two who agree', () => {
  const now = instant(Date.parse('2026-12-01T10:00:00Z'));
  const today = localDate(now, 'Europe/London');
  const begun = setBudget(undefined, { basis: 'net', mechanism: 'council-managed', perPeriodPence: pence(30_000), periodWeeks: 4, periodAnchor: today, surplusWeeksLimit: 8, autoApproveLimitPence: pence(5_000), reviewOn: addDays(today, 300) }, today);
  const payIn = (pounds: number, twoAgreeAbovePence?: Pence) => doBudgetDeed((begun as Extract<typeof begun, { kind: 'set' }>).budget, { id: 'a', deed: { kind: 'allocation', amountPence: pence(pounds * 100), source: 'council', what: 'x' }, by: { id: 'o', name: 'O', isApprover: true } }, { now, today, ...(twoAgreeAbovePence !== undefined && { twoAgreeAbovePence }) }).kind;

  test('holds where money goes in, and is £500 where none is set', () => {
    expect([payIn(500), payIn(501), payIn(200, pence(20_000)), payIn(201, pence(20_000)), payIn(1_000, pence(100_000))]).toEqual(['posted', 'waits', 'posted', 'waits', 'posted']);
  });

  test('holds where something is asked for', () => {
    expect([twoMustAgree({ costPence: pence(50_000) }), twoMustAgree({ costPence: pence(50_001) }), twoMustAgree({ costPence: pence(20_001) }, pence(20_000)), twoMustAgree({ costPence: pence(90_000) }, pence(100_000))]).toEqual([false, true, true, false]);
  });

  test('no yes at once may be for more', () => {
    const set = (most: Pence) => setBudget(undefined, { ...(begun as Extract<typeof begun, { kind: 'set' }>).budget.settings, autoApproveLimitPence: pence(30_000) }, today, most);
    expect([set(pence(30_000)).kind, set(pence(20_000))]).toEqual(['set', { kind: 'refused', reason: 'limit-too-high' }]);
  });

  test('is read for each council by itself', () => {
    const [harrow, yorkshire] = readCouncils({ ...two, NORTH_YORKSHIRE__TWO_AGREE_ABOVE_POUNDS: '250' });
    expect([harrow.twoAgreeAbovePence, yorkshire?.twoAgreeAbovePence]).toEqual([50_000, 25_000]);
  });
});
