// Promise: what the council's staff hold to be so of a service is what everybody is told and what is set aside, from then on; the record that was read in stays as it was, and reading it in again wipes nothing.
import { describe, expect, test } from '@jest/globals';
import { buildDirectory, catalogue, correctDirectory, correctService, findServices, foundById, providersOf, type Correction, type CorrectService } from '../../models/service/index.ts';
import { instant, pence, pounds, type LocalDate } from '../../models/shared/index.ts';
import { saveDirectory } from '../../lambda/store/directory-store.ts';
import { correctionStore } from '../../lambda/store/correction-rows.ts';
import { conversation } from '../support/conversation.ts';
import { freshStore } from '../support/fresh-store.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { instantOf } from '../support/skill-under-test.ts';
import { aService, margaretAsks, price, today } from './a-service.ts';
import { bestOf } from '../support/best-of.ts';

const by = { id: 'okafor', name: 'Mr Okafor' };
const at = instantOf('2026-12-01T08:00');
const green = aService('Green Fingers', { ...price(15, 'per hour'), description: 'Gardening by the hour.', mc_approved: true, assured_date: '2026-08-01', organization: { id: 'gf', name: 'Green Fingers Gardens Ltd' } });
const smith = aService("Smith's Gardens", { ...price(22, 'per hour'), description: 'Gardening and lawns.', organization: { id: 'smith', name: 'Smith and Son' } });
const directory = buildDirectory([green, smith]);
const saying = (serviceId: string, ...said: readonly CorrectService[]): Correction => said.reduce<Correction>((before, each) => correctService(before, each, by, at), { serviceId, history: [] });
const priced = (amountPence: number, unit: 'hour' | 'session' = 'hour'): CorrectService => ({ what: 'priced', price: { pence: pence(amountPence), unit } });
const found = (corrections: readonly Correction[], id = 'green-fingers') => foundById(correctDirectory(directory, corrections), id, { today })!;

describe('A directory with corrections laid over it', () => {
  test('says the council’s price, approval and day of checking', () => {
    const green = found([saying('green-fingers', priced(1650), { what: 'checked', on: '2026-11-30' as LocalDate }, { what: 'approval-withdrawn', note: 'Not insured' })]);
    expect(green).toMatchObject({ cost: { kind: 'priced', pence: 1650, unit: 'hour' }, isApproved: false, isStale: false, lastCheckedOn: '2026-11-30' });
    expect(found([]).isStale).toBe(true);
    expect(found([saying('green-fingers', priced(0))]).cost.kind).toBe('free');
    expect(found([saying('smith-s-gardens', { what: 'approved' })], 'smith-s-gardens').isApproved).toBe(true);
  });

  test.each([['hour', 1_234], ['session', 1], ['item', 9_999_99], ['day', 4_150], ['week', 550]] as const)('a price for each %s is read back to the penny', (unit, amount) => {
    expect(found([saying('green-fingers', { what: 'priced', price: { pence: pence(amount), unit } })]).cost).toMatchObject({ kind: 'priced', pence: amount, unit });
  });

  test('leaves the record, and where it came from, as they were', () => {
    const before = JSON.stringify(green);
    const { service } = found([saying('green-fingers', priced(1650))]);
    expect([JSON.stringify(green), service.provenance]).toEqual([before, green.provenance]);
    expect(directory.byId.get('green-fingers')?.service).toBe(green);
  });

  test('is found and put in order by what was corrected', () => {
    const names = (corrections: readonly Correction[]) => findServices(correctDirectory(directory, corrections), margaretAsks({ category: 'gardening' })).map(({ name, cost }) => [name, cost.kind === 'priced' ? cost.pence : 0]);
    expect(names([])).toEqual([['Green Fingers', 1500], ["Smith's Gardens", 2200]]);
    expect(names([saying('green-fingers', { what: 'approval-withdrawn', note: 'x' }), saying('smith-s-gardens', { what: 'approved' }, priced(1400))])).toEqual([["Smith's Gardens", 1400], ['Green Fingers', 1500]]);
  });

  test('a price taken back is the record’s again; a later day in the record counts more', () => {
    expect(found([saying('green-fingers', priced(1650), { what: 'price-as-recorded' })]).cost).toMatchObject({ pence: 1500 });
    expect(found([saying('green-fingers', { what: 'checked', on: '2026-07-01' as LocalDate })]).lastCheckedOn).toBe('2026-08-01');
  });

  test('a correction of a service that is gone changes nothing, and says who did what', () => {
    const gone = saying('gone', { what: 'approved' }, priced(100));
    expect(correctDirectory(directory, [gone])).toBe(directory);
    expect(gone.history).toMatchObject([{ what: 'approved', by, at }, { what: 'priced', by, price: { pence: 100 } }]);
  });

  test('the catalogue has closed ones too, and counts them by provider', () => {
    const closed = aService('Gone Gardens', { status: 'defunct', organization: { id: 'gf', name: 'Green Fingers Gardens Ltd' } });
    const lines = catalogue(buildDirectory([smith, green, closed]), today);
    expect(lines.map(({ service, isClosed, isStale, isApproved }) => [service.name, isClosed, isStale, isApproved])).toEqual([['Gone Gardens', true, true, false], ['Green Fingers', false, true, true], ["Smith's Gardens", false, true, false]]);
    expect(providersOf(lines)).toEqual([{ id: 'gf', name: 'Green Fingers Gardens Ltd', services: 1, approved: 1, stale: 1, closed: 1 }, { id: 'smith', name: 'Smith and Son', services: 1, approved: 0, stale: 1, closed: 0 }]);
  });

  test('a thousand corrections among five thousand services are laid over in a fraction of a second', () => {
    const many = buildDirectory(Array.from({ length: 5_000 }, (_, number) => aService(`Gardens ${number}`, { ...price(15, 'per hour'), description: 'Gardening by the hour for anybody in Harrow.' })));
    const corrections = Array.from({ length: 1_000 }, (_, number) => saying(`gardens-${number * 5}`, { what: 'approved' }));
    const after = correctDirectory(many, corrections);
    expect(bestOf(5, () => correctDirectory(many, corrections))).toBeLessThan(400);
    expect([...after.byId.values()].filter(({ service }) => service.mc_approved).length).toBe(1_000);
  });
});

describe('Corrections as they are kept', () => {
  const change = (version: number, said: CorrectService, serviceId = 'green-fingers') => ({ serviceId, version, said, by, at });

  test('go on when the directory is read in anew', async () => {
    const table = await freshStore();
    const store = correctionStore(table, () => at);
    await saveDirectory({ table, council: harrow, services: [green, smith], at });
    expect(await store.change(harrow, change(0, priced(1650)))).toBe('kept');
    await saveDirectory({ table, council: harrow, services: [{ ...green, provenance: { ...green.provenance, rawHash: 'another' } }], at: instant(at + 1000) });
    expect(await correctionStore(table, () => at).of(harrow)).toMatchObject([{ serviceId: 'green-fingers', price: { pence: 1650, unit: 'hour' } }]);
  });

  test('two who change the same at once are not both taken', async () => {
    const table = await freshStore();
    const [one, other] = [correctionStore(table, () => at), correctionStore(table, () => at)];
    expect(await Promise.all([one.change(harrow, change(0, { what: 'approved' })), other.change(harrow, change(0, priced(1)))])).toEqual(expect.arrayContaining(['kept', 'changed-meanwhile']));
    expect((await one.find(harrow, 'green-fingers')).version).toBe(1);
    expect(await other.change(harrow, change(1, priced(1)))).toBe('kept');
    expect((await one.find(harrow, 'green-fingers')).correction.history.length).toBe(2);
  });

  test('made elsewhere are known within seconds, and cost one small read until then', async () => {
    const table = await freshStore();
    let now = at;
    const [here, elsewhere] = [correctionStore(table, () => now), correctionStore(table, () => now)];
    expect(await here.of(harrow)).toEqual([]);
    await elsewhere.change(harrow, change(0, { what: 'approved' }));
    now = instant(now + 2_900);
    expect(await here.of(harrow)).toEqual([]);
    now = instant(now + 200);
    const known = await here.of(harrow);
    expect(known).toMatchObject([{ isApproved: true }]);
    now = instant(now + 60_000);
    expect(await here.of(harrow)).toBe(known);
  });
});

describe('What is said', () => {
  const idOf = async ({ services }: Awaited<ReturnType<typeof conversation>>, name: string) => [...(await services.directory(harrow)).byId.values()].find(({ service }) => service.name === name)!.service.id;

  test('follows an approval: what an adviser had to decide is agreed to at once', async () => {
    const talk = await conversation();
    const serviceId = await idOf(talk, "Smith's Gardens");
    const asking = async () => { await talk.user('ask for smith’s gardens'); await talk.user('two hours'); return (await talk.user('next tuesday')).last.speech; };
    expect(await asking()).toContain('the council hasn’t approved them yet');
    await talk.user('leave it');
    await talk.services.corrections.change(harrow, { serviceId, version: 0, said: { what: 'approved' }, by, at });
    expect(await asking()).toContain('It costs 44 pounds and leaves you');
    await talk.user('leave it');
    await talk.services.corrections.change(harrow, { serviceId, version: 1, said: { what: 'approval-withdrawn', note: 'Not insured' }, by, at });
    expect(await asking()).toContain('the council hasn’t approved them yet');
  });

  test('at a new price, that price is said and set aside', async () => {
    const talk = await conversation();
    await talk.services.corrections.change(harrow, { serviceId: await idOf(talk, 'Green Fingers'), version: 0, said: priced(1650), by, at });
    await talk.user('ask for green fingers');
    await talk.user('two hours');
    (await talk.user('next tuesday')).alexa(/It costs 33 pounds/);
    await talk.user('yes please');
    const { requestBook, budget } = await talk.record();
    expect(requestBook.requests.at(-1)).toMatchObject({ state: 'approved', costPence: pounds(33), unitPence: 1650 });
    expect(budget?.openSetAsides.at(-1)?.amountPence).toBe(pounds(33));
  });

  test('a price that changed between the reading back and the yes is read back again, and nothing is set aside', async () => {
    const talk = await conversation();
    const before = (await talk.record()).requestBook.requests.length;
    await talk.user('ask for green fingers');
    await talk.user('two hours');
    (await talk.user('next tuesday')).alexa(/It costs 30 pounds/);
    await talk.services.corrections.change(harrow, { serviceId: await idOf(talk, 'Green Fingers'), version: 0, said: priced(1650), by, at });
    (await talk.user('yes please')).alexa(/That has just changed\. .*It costs 33 pounds/).isListening(true);
    expect((await talk.record()).requestBook.requests.length).toBe(before);
    (await talk.user('yes please')).alexa(/put 33 pounds aside/);
    expect((await talk.services.records.byPerson(harrow, margaret))!.requestBook.requests.at(-1)).toMatchObject({ costPence: pounds(33) });
  });
});
