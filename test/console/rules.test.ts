// Promise: a rule is only changed by somebody who saw it as it is, everybody can see who changed what, an earlier one can be put back, and what cannot be kept says how to mend it.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { apiKeys } from '../../lambda/store/api-key-rows.ts';
import { ruleStore } from '../../lambda/store/rule-rows.ts';
import type { AlertRule } from '../../models/alert/index.ts';
import { operations } from '../../lambda/notifications/operations.ts';
import { freshStore } from '../support/fresh-store.ts';
import { harrow } from '../support/running-house.ts';
import { consoleWorld } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const kept = async (kind: string, scope = 'council') => (await world.house.services.rules.asTheyAre(harrow)).find((rule) => rule.kind === kind && rule.scope.kind === scope);
const openedOf = (html: string) => /name="opened" value="(\d+)"/.exec(html)?.[1] ?? '';
const ladder = { 'after-0': '0', 'to-0': 'person', 'by-0': 'usual', 'after-1': '20', 'to-1': 'desk', 'by-1': 'usual', repeatSteps: '1', repeatEvery: '15' };

describe('the form of a rule', () => {
  test('names what its number counts, for each kind in its own unit', async () => {
    const grace = await world.as('desk');
    expect((await grace.get('/rules/visit-late')).text).toContain('Minutes late, time-critical visits');
    expect((await grace.get('/rules/visit-reminder')).text).toContain('How many minutes before the visit begins.');
    expect((await grace.get('/rules/budget-low')).text).toContain('Told when fewer whole pounds than this are left to use.');
    expect((await grace.get('/rules/budget-low')).text).toContain('Interruptions a day');
    expect((await grace.get('/rules/help-wanted')).html).not.toContain('name="threshold"');
  });

  test('keeps the whole ladder, step by step, and only what differs from the usual', async () => {
    const grace = await world.as('desk');
    expect((await grace.post('/rules/visit-changed', { isOn: 'yes', from: '21:00', to: '07:30', ...ladder })).location).toBe('/rules?said=kept');
    expect(await kept('visit-changed')).toEqual({
      id: 'council-visit-changed', councilId: 'harrow', scope: { kind: 'council' }, kind: 'visit-changed', isOn: true,
      ladder: { rungs: [{ afterMinutes: 0, to: ['person'], by: 'usual' }, { afterMinutes: 20, to: ['desk'], by: 'usual' }], repeat: { everyMinutes: 15, rungs: 1 } },
    });
    expect((await grace.get('/rules/visit-changed')).text).toContain('After 20 minutes: the care desk');
  });

  test.each([
    [{ 'after-0': '5' }, 'The steps begin at 0 minutes'], [{ repeatSteps: '', repeatEvery: '' }, 'The ladder stops before anybody has answered'], [{ 'after-1': 'soon' }, 'Enter after how many minutes step 2 comes'], [{ 'to-1': 'the-cat' }, 'Choose whom step 2 tells'],
    [{ 'by-1': 'pigeon' }, 'Choose how step 2 reaches them'], [{ threshold: '1500' }, '0 to 1,440'], [{ timeCritical: 'x' }, 'Enter a whole number'], [{ repeatSteps: '0' }, 'Enter how many of the last steps come again'], [{ from: '21:00', to: '' }, 'Enter both times'],
  ])('with %o nothing is kept, and it says how to mend it', async (change, message) => {
    const grace = await world.as('desk');
    const before = await kept('visit-late');
    const refused = await grace.post('/rules/visit-late', { isOn: 'yes', threshold: '25', from: '21:00', to: '07:30', ...ladder, ...change });
    expect([refused.status, refused.text.includes(message), await kept('visit-late')]).toEqual([400, true, before]);
    // What only a forged form could send is not shown again.
    if (!('to-1' in change)) expect(refused.html).toContain(`value="${Object.values(change)[0]!}"`);
  });

  test('sets one person’s own, over the council’s, where a step that reaches nobody of theirs is refused', async () => {
    const grace = await world.as('desk');
    expect((await grace.get('/rules/visit-late?find=dev')).html).toContain('href="/rules/visit-late?person=dev"');
    expect((await grace.post('/rules/visit-late?person=dev', { isOn: 'yes', threshold: '5', from: '21:00', to: '07:30' })).location).toBe('/rules?said=kept');
    expect(await kept('visit-late', 'person')).toMatchObject({ scope: { kind: 'person', personId: 'dev' }, threshold: 5 });
    const refused = await grace.post('/rules/visit-late?person=dev', { isOn: 'yes', threshold: '5', from: '21:00', to: '07:30', ...ladder, 'by-0': 'webhook' });
    expect(refused.text).toContain('A step of the ladder reaches nobody');
    expect((await grace.get('/rules/visit-late')).html).toContain('/rules/visit-late?person=dev');
    expect((await grace.get('/rules/visit-late?person=never-was')).status).toBe(404);
    for (const spoilt of ['person=<b>', 'provider=a%20b', 'provider=%23']) expect([spoilt, (await grace.get(`/rules/visit-late?${spoilt}`)).status]).toEqual([spoilt, 404]);
    expect((await grace.post('/rules/visit-late?provider=kindly', { isOn: 'yes', threshold: '40', from: '21:00', to: '07:30' })).location).toBe('/rules?said=kept');
    expect(await kept('visit-late', 'provider')).toMatchObject({ scope: { kind: 'provider', providerId: 'kindly' }, threshold: 40 });
  });

  test('its words can be taken away again', async () => {
    const grace = await world.as('desk');
    await grace.post('/rules/on-the-way', { isOn: 'yes', from: '21:00', to: '07:30', wording: 'They are on their way.' });
    await grace.post('/rules/on-the-way', { isOn: 'yes', from: '21:00', to: '07:30', wording: '' });
    expect((await kept('on-the-way'))?.wording).toBeUndefined();
  });

  test('tells whoever was slower what the other changed, and loses nothing that was typed', async () => {
    const [one, other] = [await world.as('desk'), await world.as('desk')];
    const opened = openedOf((await other.get('/rules/budget-low')).html);
    expect((await one.post('/rules/budget-low', { opened: openedOf((await one.get('/rules/budget-low')).html), isOn: 'yes', threshold: '70', from: '21:00', to: '07:30' })).location).toBe('/rules?said=kept');
    const refused = await other.post('/rules/budget-low', { opened, isOn: 'yes', threshold: '90', from: '22:00', to: '06:00' });
    expect([refused.status, (await kept('budget-low'))?.threshold]).toEqual([400, 70]);
    expect(refused.text).toContain('Somebody changed this rule while you had it open');
    expect(refused.text).toContain('Pounds left: as usual → 70');
    expect(refused.html).toMatch(/name="threshold"[^>]*value="90"/);
    expect((await other.post('/rules/budget-low', { opened: openedOf(refused.html), isOn: 'yes', threshold: '90', from: '22:00', to: '06:00' })).location).toBe('/rules?said=kept');
    expect((await kept('budget-low'))?.threshold).toBe(90);
  });
});

describe('the versions of a rule', () => {
  test('say who, when and what, and an earlier one is put back as a version of its own', async () => {
    const grace = await world.as('desk');
    await grace.post('/rules/request-decided', { isOn: 'yes', from: '22:00', to: '07:00', interruptions: '3' });
    await grace.post('/rules/request-decided', { from: '22:00', to: '07:00', interruptions: '3' });
    const list = await grace.get('/rules/request-decided/versions');
    expect(list.text).toMatch(/\d{4}, \S+, Grace Followed now Changed\. For: Everybody\. Told: yes → no/);
    expect(list.text).toContain('Quiet hours: as usual → 10pm to 7am');
    const number = [...list.html.matchAll(/name="number" value="(\d+)"/g)].at(-1)![1]!;
    expect((await grace.post('/rules/request-decided/versions', { number, opened: openedOf(list.html) })).location).toBe('/rules/request-decided/versions?said=kept');
    expect((await kept('request-decided'))?.isOn).toBe(true);
    expect((await world.house.services.rules.versions(harrow, 'request-decided')).map(({ by, before, after }) => [by.id, before?.isOn, after?.isOn])).toEqual([['staff:grace', false, true], ['staff:grace', true, false], ['staff:grace', undefined, true]]);
    const late = await grace.post('/rules/request-decided/versions', { number, opened: openedOf(list.html) });
    expect(late.text).toContain('Somebody changed this rule while you were looking');
    expect((await (await world.as('auditor')).get('/rules/request-decided/versions')).html).not.toContain('Put this one back');
  });

  test('name the key of a system outside that changed a rule', async () => {
    const { services } = world.house;
    const keys = apiKeys(services.table);
    const key = await keys.known(await keys.make({ councilId: harrow, name: 'Rota system', scopes: ['settings:write'] }, services.clock()));
    const body = { id: 'stale', scope: { kind: 'council' }, kind: 'import-stale', isOn: false };
    expect((await operations(services).find(({ name }) => name === 'setRule')!.handle({ path: {}, query: {}, body, key: key!, requestId: 'one' })).status).toBe(200);
    expect((await (await world.as('auditor')).get('/rules/import-stale/versions')).text).toContain('Rota system Followed now');
  });

  test('are kept with the rule or not at all, one for each of ten who change it at once', async () => {
    const store = ruleStore(await freshStore(), () => 1_800_000_000_000 as never);
    const rule = (threshold: number): AlertRule => ({ id: 'late', councilId: harrow, scope: { kind: 'council' }, kind: 'visit-late', threshold });
    const results = await Promise.all(Array.from({ length: 10 }, async (_, place) => store.change(harrow, 'late', rule(place), { by: { id: `staff:${place}`, name: 'x' } })));
    const versions = (await store.versions(harrow, 'visit-late')).toReversed();
    expect(versions.length).toBe(results.filter(({ kind }) => kind === 'kept').length);
    for (const [place, version] of versions.entries()) expect(version.before).toEqual(place === 0 ? undefined : versions[place - 1]?.after);
    expect((await store.asTheyAre(harrow))[0]).toEqual(versions.at(-1)?.after);
    const [one, other] = await Promise.all(['a', 'b'].map(async (who) => store.change(harrow, 'late', rule(99), { by: { id: who, name: who }, opened: versions.at(-1)!.number })));
    expect([one?.kind, other?.kind].toSorted()).toEqual(['changed-meanwhile', 'kept']);
  });
});
