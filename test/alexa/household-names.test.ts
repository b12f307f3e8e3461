// Promise: Amazon listens for the names of this household, no others, and no longer than the talk lasts.
import { describe, expect, test } from '@jest/globals';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { householdNames } from '../../skill/household-names.ts';
import { deskAlexaId } from '../../lambda/desk-speaker/desk-alexa-id.ts';
import { councilId, personId } from '../../models/shared/index.ts';
import { conversation } from '../support/conversation.ts';
import { intentRequest, launchRequest, type From } from '../support/alexa-request.ts';
import { skillUnderTest } from '../support/skill-under-test.ts';

const margaret: From = { userId: deskAlexaId('margaret') };
const noServices = { byId: new Map() };

async function margaretsRecord(): Promise<PersonRecord> {
  const { services } = await skillUnderTest();
  const record = await services.records.byPerson(councilId('harrow'), personId('margaret'));
  if (record === undefined) throw new Error('Margaret is not there');
  return record;
}

describe('at the start of a talk', () => {
  test('the names are sent in Amazon’s own form', async () => {
    const { services } = await skillUnderTest();
    const { response } = await services.ask(launchRequest(margaret));
    expect(response.directives).toEqual([{
      type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'REPLACE', types: expect.arrayContaining([
        { name: 'CARE_WORKER', values: expect.arrayContaining([{ id: 'priya', name: { value: 'Priya', synonyms: expect.any(Array) } }]) },
        { name: 'CIRCLE_PERSON', values: expect.arrayContaining([{ id: 'susan', name: { value: 'Susan', synonyms: ['our Susan'] } }]) },
      ]),
    }]);
  });
  test('a speaker that nobody has linked is told no name', async () => {
    const { services } = await skillUnderTest();
    expect((await services.ask(launchRequest({ userId: 'amzn1.ask.account.nobody' }))).response.directives).toBeUndefined();
  });
});

test('services join the names when they are offered', async () => {
  const { services } = await skillUnderTest();
  const first = await services.ask(launchRequest(margaret));
  const { response } = await services.ask(intentRequest('FindServiceIntent', { need: { type: 'NEED', value: 'the garden', id: 'gardening' } }, { ...margaret, isNew: false, attributes: first.sessionAttributes ?? {} }));
  expect(JSON.stringify(response.directives)).toContain('Green Fingers');
});

test('the names are taken away when the talk ends', async () => {
  const { services } = await skillUnderTest();
  const first = await services.ask(launchRequest(margaret));
  const { response } = await services.ask(intentRequest('AMAZON.StopIntent', {}, { ...margaret, isNew: false, attributes: first.sessionAttributes ?? {} }));
  expect(response.directives).toEqual([{ type: 'Dialog.UpdateDynamicEntities', updateBehavior: 'CLEAR', types: [] }]);
});

test('nothing of a person but first names goes to Amazon', async () => {
  const record = await margaretsRecord();
  const names = JSON.stringify(householdNames(record, noServices, []));
  for (const { phone, name } of record.household.circle) {
    if (phone !== undefined) expect(names).not.toContain(phone);
    expect(names).not.toMatch(new RegExp(`${name.split(' ')[0]} ${name.split(' ')[1] ?? 'nothing-follows'}`));
  }
});

test('a household of many keeps within what Amazon takes, and odd names are made sayable', async () => {
  const record = await margaretsRecord();
  const many = Array.from({ length: 200 }, (_, place) => ({ id: `w${place}`, firstName: `Zofia${String.fromCharCode(97 + (place % 26))}<b>&"` }));
  const { types } = householdNames({ ...record, councilId: record.councilId, personId: record.personId, household: record.household, requestBook: record.requestBook, visitBook: { ...record.visitBook, workers: many } }, noServices, []);
  const all = types.flatMap(({ values }) => values.flatMap(({ name }) => [name.value, ...name.synonyms]));
  expect(all.length).toBeLessThanOrEqual(100);
  expect(all.filter((name) => /[<>&"]/.test(name))).toEqual([]);
});

test('a care worker whose name nobody put in the language model is understood', async () => {
  const talk = await conversation('margaret');
  await talk.change((record) => ({ visitBook: { ...record.visitBook, workers: record.visitBook.workers.map((worker) => (worker.id === 'priya' ? { ...worker, firstName: 'Kavita' } : worker)) } }));
  await talk.user('open my care');
  (await talk.user('when is kavita coming')).understood('NextCareVisitIntent').alexa(/Kavita/);
});
