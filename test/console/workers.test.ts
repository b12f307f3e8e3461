// Promise: a provider's care worker gets in by three things that go together, records the visits of their own provider once however often they send them, sees nothing else, and is out at once when stopped.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { councilId, instant, pence, personId } from '../../models/shared/index.ts';
import { workersDesk } from '../../lambda/console/workers-desk.ts';
import { activityStore } from '../../lambda/store/activity-rows.ts';
import { heardReports } from '../../lambda/store/heard-rows.ts';
import { bringUpToDate } from '../../lambda/store/bring-up-to-date.ts';
import { councilPartition, providerPersonKey } from '../../lambda/store/keys.ts';
import { peopleOfProvider } from '../../lambda/store/provider-rows.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { visitNotes } from '../../lambda/store/visit-note-rows.ts';
import { freshStore } from '../support/fresh-store.ts';
import { harrow } from '../support/running-house.ts';
import type { Browser } from './console-world.ts';
import { ada, bert, pageOf, workersWorld, type WorkersWorld } from './workers-world.ts';

let world: WorkersWorld;
beforeAll(async () => { world = await workersWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const by = { by: 'staff:test', at: instant(1_800_000_000_000) };
const send = (one: Browser, visitId: string, form: Readonly<Record<string, string>>, person = ada) => one.post(pageOf(visitId, person), { id: randomUUID(), ...form });

describe('signing in', () => {
  async function desk() {
    let now = by.at as number;
    const workers = workersDesk({ table: await freshStore(), clock: () => instant(now) }, harrow);
    const code = await workers.renewCode('kindly-care', by);
    const given = await workers.add('kindly-care', { id: 'priya', firstName: 'Priya' }, by);
    if (given === 'there-already') throw new Error('not added');
    return { workers, code, pin: given.pin, number: String(given.number), wrong: given.pin === '111111' ? '222222' : '111111', wait: (minutes: number) => { now += minutes * 60_000; } };
  }

  test('takes a name or a number, the code in any case and without its dash, and nothing that does not go together', async () => {
    const { workers, code, pin, number, wrong } = await desk();
    expect(await workers.signIn({ code, name: 'Priya', pin })).toMatchObject({ kind: 'worker', providerId: 'kindly-care', workerId: 'priya', name: 'Priya' });
    expect(await workers.signIn({ code: ` ${code.toLowerCase().replace('-', '')} `, name: number, pin })).toBeDefined();
    for (const typed of [{ code, name: 'Priya', pin: wrong }, { code, name: 'Sam', pin }, { code: 'AAAA-AAAA', name: 'Priya', pin }]) expect(await workers.signIn(typed)).toBeUndefined();
  });

  test('two of one name sign in by their numbers alone', async () => {
    const { workers, code, pin, number } = await desk();
    const other = await workers.add('kindly-care', { firstName: 'PRIYA' }, by);
    expect(await workers.signIn({ code, name: 'Priya', pin })).toBeUndefined();
    expect([await workers.signIn({ code, name: number, pin }), other]).toMatchObject([{ workerId: 'priya' }, { number: Number(number) + 1 }]);
  });

  test('is closed for a quarter of an hour after five wrong tries, for that care worker alone', async () => {
    const { workers, code, pin, number, wrong, wait } = await desk();
    const sam = await workers.add('kindly-care', { id: 'sam', firstName: 'Sam' }, by) as { pin: string };
    for (let tries = 0; tries < 5; tries += 1) await workers.signIn({ code, name: tries % 2 === 0 ? 'priya' : number, pin: wrong });
    expect(await workers.signIn({ code, name: 'Priya', pin })).toBeUndefined();
    expect(await workers.signIn({ code, name: 'Sam', pin: sam.pin })).toBeDefined();
    wait(14);
    expect(await workers.signIn({ code, name: number, pin })).toBeUndefined();
    wait(2);
    expect(await workers.signIn({ code, name: 'Priya', pin })).toBeDefined();
  });

  test('many tries at once are as many tries', async () => {
    const { workers, code, pin, wrong } = await desk();
    for (let round = 0; round < 5; round += 1) await Promise.all([wrong, wrong].map((each) => workers.signIn({ code, name: 'Priya', pin: each })));
    expect(await workers.signIn({ code, name: 'Priya', pin })).toBeUndefined();
  });

  test('an old code and a stopped care worker are worth nothing, and of another council even less', async () => {
    const { workers, code, pin } = await desk();
    const identity = (await workers.signIn({ code, name: 'Priya', pin }))!;
    const fresh = await workers.renewCode('kindly-care', by);
    expect(await workers.signIn({ code, name: 'Priya', pin })).toBeUndefined();
    expect(await workers.signIn({ code: fresh, name: 'Priya', pin })).toBeDefined();
    expect(await workers.stands(identity)).toBe(true);
    await workers.stop('kindly-care', 'priya', by);
    expect([await workers.signIn({ code: fresh, name: 'Priya', pin }), await workers.stands(identity)]).toEqual([undefined, false]);
    expect(await workers.stands({ ...identity, councilId: councilId('brent') })).toBe(false);
  });

  test('cannot be told from outside what was wrong: the same words for an unknown code, a wrong PIN, and one that is closed', async () => {
    const said = async (code: string, pin: string) => {
      const answer = await world.browser().post('/work/sign-in', { code, name: 'Blessing', pin });
      return [answer.status, /There is a problem (.*?) Your organisation/.exec(answer.text)?.[1]];
    };
    const unknown = await said('ZZZZ-ZZZZ', '864202');
    expect(unknown).toEqual([400, expect.stringContaining('These three do not go together')]);
    for (let tries = 0; tries < 5; tries += 1) expect(await said('KNDY-CARE', '000000')).toEqual(unknown);
    expect(await said('KNDY-CARE', '864202')).toEqual(unknown);
  });

  test('leads back to where it was asked from, and a shift later it is over', async () => {
    const one = world.browser();
    const answer = await one.post('/work/sign-in?next=%2Fwork%2Fvisits%2Fada%2Fone', { code: 'kndycare', name: 'Sam', pin: '135 791' });
    expect([answer.status, answer.location]).toEqual([303, '/work/visits/ada/one']);
    expect((await one.get('/work')).status).toBe(200);
    const kept = sessions(await freshStore());
    const [identity, at] = [{ kind: 'worker', councilId: harrow, id: 'kindly-care/sam', name: 'Sam', providerId: 'kindly-care', workerId: 'sam' } as const, (hours: number) => instant(by.at + hours * 3_600_000)];
    const token = await kept.start(identity, at(0));
    expect((await kept.find(token, at(11)))?.identity).toEqual(identity);
    expect((await kept.find(token, at(15)))?.identity).toEqual(identity);
    expect(await kept.find(token, at(16))).toBeUndefined();
    const idle = await kept.start(identity, at(0));
    expect(await kept.find(idle, at(12))).toBeUndefined();
  });

  test.each([['nothing', { code: '', name: '', pin: '' }], ['too much, with a script', { code: 'x'.repeat(100), name: '<script>alert(1)</script>', pin: '12345' }], ['what is no number', { code: '#', name: '#', pin: 'abcdef' }]])('%s is said to be wrong field by field, and comes back as text', async (_what, typed) => {
    const answer = await world.browser().post('/work/sign-in', typed);
    expect([answer.status, answer.html.includes('<script>alert')]).toEqual([400, false]);
    expect(answer.text).toContain('Enter the 6 numbers of your PIN');
  });
});

describe('a care worker sees', () => {
  test('today’s visits of theirs: a first name, the time and the tasks, and no more', async () => {
    const { text } = await (await world.as('priya')).get('/work');
    expect(text).toMatch(/Ada .*Breakfast/);
    expect(text).not.toMatch(/Tester|Bert|£|Susan|budget/);
  });

  test('with whom a visit of two is, and those of whoever they stand in for', async () => {
    const sam = await world.as('sam');
    expect((await sam.get('/work')).text).toMatch(/Ada With Priya/);
    expect((await sam.get('/work?for=priya')).text).toContain('Priya’s visits today');
    expect((await sam.get('/work?for=nobody')).text).toContain('Today’s visits');
  });

  test('nothing of another provider’s visits, of days gone by, of what is nobody’s visit, or of the record: all the same page', async () => {
    const priya = await world.as('priya');
    const places = [pageOf('berts', bert), pageOf('long-ago'), pageOf('none'), pageOf('one', personId('nobody')), pageOf('one', bert), pageOf('margaret-breakfast@2026-99-99', personId('margaret')), '/people/ada', '/people/ada/budget', '/people/margaret/circle', '/people', '/care-workers'];
    const pages = await Promise.all(places.map(async (path) => { const { status, html } = await priya.get(path); return `${status} ${html}`; }));
    expect(new Set(pages).size).toBe(1);
    expect(pages[0]).toMatch(/^404 /);
    const sent = await Promise.all(places.slice(0, 5).map((path) => priya.post(path, { do: 'arrived', id: randomUUID() }, { csrf: 'x' })));
    expect(sent.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    expect((await world.visitOf('berts', bert)).status).toBe('planned');
  });
});

describe('recording a visit', () => {
  test('goes the way of the agency’s own system: heard, audited by who said it, and once', async () => {
    const priya = await world.as('priya');
    const id = randomUUID();
    for (let times = 0; times < 3; times += 1) expect((await priya.post(pageOf('one'), { do: 'arrived', id })).location).toBe(`${pageOf('one')}?said=recorded`);
    expect(await world.visitOf('one')).toMatchObject({ status: 'started', attendance: [{ workerId: 'priya' }] });
    const heard = await heardReports(world.table, harrow, ada, instant(0));
    expect(heard.filter(({ report }) => report.visitId === 'one').map(({ report }) => report.said)).toEqual(['started']);
    expect((await world.console.audit.read(ada, 50)).filter(({ action }) => action === 'visit-report')).toMatchObject([{ by: 'worker:kindly-care/priya', about: 'started' }]);
    await send(priya, 'one', { do: 'left' });
    expect((await world.visitOf('one')).status).toBe('completed');
    expect((await send(priya, 'one', { do: 'left' })).location).toContain('said=recorded');
    expect((await priya.get(pageOf('one'))).text).toMatch(/Done\. You left at/);
  });

  test('takes the time at which it was so, when it waited on the phone', async () => {
    const priya = await world.as('priya');
    await send(priya, 'offline', { do: 'arrived', ago: '120' });
    const { arrivedAt } = await world.visitOf('offline');
    expect(Math.abs(world.house.clock() - 120_000 - arrivedAt!)).toBeLessThan(30_000);
    for (const ago of ['-5', '999999', '1e3', 'x']) expect((await send(priya, 'offline', { do: 'left', ago })).status).toBe(400);
  });

  test('a visit by two is done only when both have left', async () => {
    const [priya, sam] = [await world.as('priya'), await world.as('sam')];
    await send(priya, 'two', { do: 'arrived' });
    expect((await priya.get(pageOf('two'))).text).toContain('Waiting for Sam.');
    await send(sam, 'two', { do: 'arrived' });
    await send(priya, 'two', { do: 'left' });
    expect((await world.visitOf('two')).status).toBe('started');
    expect((await priya.get(pageOf('two'))).text).toContain('It is done when Sam has come and left too.');
    await send(sam, 'two', { do: 'left' });
    expect((await world.visitOf('two')).status).toBe('completed');
  });

  test('tasks, an activity with its cost and a note are there once, beside the visit', async () => {
    const priya = await world.as('priya');
    const id = randomUUID();
    for (let times = 0; times < 2; times += 1) await priya.post(pageOf('one'), { do: 'activity', id, activity: 'going-out', minutes: '40', cost: '£3.50' });
    expect((await priya.post(pageOf('one'), { do: 'activity', id, activity: 'going-out', minutes: '40', cost: '9' })).text).toContain('This form was sent before');
    await send(priya, 'one', { do: 'tasks', task: '0' });
    const { on } = await world.visitOf('one');
    expect(await activityStore(world.table).ofProvider(harrow, 'kindly-care', on, on)).toEqual(expect.arrayContaining([expect.objectContaining({ id, personId: ada, visitId: 'one', workerId: 'priya', activity: 'going-out', minutes: 40, costPence: 350 })]));
    expect((await activityStore(world.table).ofPerson(harrow, ada, on, on)).length).toBe(1);
    const page = await priya.get(pageOf('one'));
    expect(page.text).toContain('Going out: 40 minutes, £3.50');
    expect(page.html).toMatch(/value="0"[^>]*checked/);
    expect((await (await world.as('sam')).post(pageOf('one'), { do: 'take-back', id: randomUUID(), activityId: id })).status).toBe(400);
    await send(priya, 'one', { do: 'take-back', activityId: id });
    expect(await activityStore(world.table).ofPerson(harrow, ada, on, on)).toEqual([]);
  });

  test.each([
    ['an activity of no kind, no time and less than nothing', { do: 'activity', activity: 'x', minutes: '0', cost: '-1' }], ['more than a day and a thousand pounds', { do: 'activity', activity: 'meals', minutes: '1441', cost: '1000.01' }],
    ['half minutes and a sum in words', { do: 'activity', activity: 'meals', minutes: '1.5', cost: 'five' }], ['an empty note', { do: 'note', words: '' }], ['a note without end', { do: 'note', words: 'x'.repeat(1_001) }], ['what is no button', { do: 'x' }], ['an id that is none', { do: 'arrived', id: 'not an id' }],
  ] as const)('%s is refused with how to mend it', async (_what, form) => {
    const answer = await send(await world.as('priya'), 'one', form);
    expect([answer.status, answer.text.includes('There is a problem')]).toEqual([400, true]);
  });

  test('what is nine hours off is another visit', async () => {
    const priya = await world.as('priya');
    expect((await send(priya, 'far', { do: 'arrived' })).text).toContain('more than 3 hours away');
    expect((await world.visitOf('far')).status).toBe('planned');
  });

  test('a note is kept as it was written, comes back as text, and is in no log and no audit', async () => {
    const words = 'Ada <script>alert(1)</script> {{7*7}} "canary7zq"\u202E';
    const priya = await world.as('priya');
    await send(priya, 'one', { do: 'note', words });
    const { html } = await priya.get(pageOf('one'));
    expect([html.includes('<script>alert'), html.includes('{{7*7}} &quot;canary7zq')]).toEqual([false, true]);
    const { on } = await world.visitOf('one');
    expect(await visitNotes(world.table, harrow, ada, on, on)).toEqual(expect.arrayContaining([expect.objectContaining({ said: 'note', words, workerId: 'priya' })]));
    expect(JSON.stringify([world.house.logged, await world.console.audit.read(ada, 200)])).not.toContain('canary7zq');
  });

  test('takes nothing without the mark, with another’s, or from another site', async () => {
    const [priya, sam] = [await world.as('priya'), await world.as('sam')];
    const theirs = /name="_csrf" value="([^"]+)"/.exec((await sam.get('/work')).html)![1]!;
    for (const csrf of [' ', theirs]) expect((await priya.post(pageOf('far'), { do: 'note', words: 'x', id: randomUUID() }, { csrf })).status).toBe(403);
    expect((await priya.post(pageOf('far'), { do: 'note', words: 'x', id: randomUUID() }, { headers: { 'Sec-Fetch-Site': 'cross-site' } })).status).toBe(403);
  });

  test('quietens what was told of nobody having come', async () => {
    const { services, clock } = world.house;
    const gwen = personId('gwen');
    await world.addPerson(gwen, 'Gwen', 'kindly-care', [world.visit('gwens', -40, ['priya'])]);
    const raised = await services.alerts.raise({ councilId: harrow, personId: gwen, kind: 'visit-not-heard-of', name: 'gwens', occursAt: clock(), facts: { visitId: 'gwens' }, plannedFor: clock() });
    const alertId = raised.kind === 'raised' ? raised.alert.id : '';
    const state = async () => (await services.alerts.find({ councilId: harrow, personId: gwen, alertId }))?.state;
    const before = await state();
    await send(await world.as('priya'), 'gwens', { do: 'arrived' }, gwen);
    expect([['cancelled', 'answered', 'expired'].includes(before ?? ''), await state()]).toEqual([false, 'cancelled']);
  });

  test('somebody new to the home is known from the door on', async () => {
    const { workers } = world.console;
    const { pin, number } = await workers.add('kindly-care', { firstName: 'Zoë' }, { by: 'staff:test', at: world.house.clock() }) as { pin: string; number: number };
    await world.addPerson(personId('cara'), 'Cara', 'kindly-care', [world.visit('caras', -2, ['priya'])]);
    const zoe = world.browser();
    await zoe.post('/work/sign-in', { code: 'KNDY-CARE', name: String(number), pin });
    await send(zoe, 'caras', { do: 'arrived' }, personId('cara'));
    const record = (await world.house.services.records.byPerson(harrow, personId('cara')))!;
    expect(record.visitBook.workers.map(({ firstName }) => firstName)).toContain('Zoë');
    expect((await world.visitOf('caras', personId('cara'))).status).toBe('started');
  });
});

describe('what was done', () => {
  test('is read by whoever may know of the visits, what was spent by whoever may know of the money, and by nobody else', async () => {
    await world.addPerson(personId('finn'), 'Finn', 'kindly-care', [world.visit('finns', -30, ['priya'], { plannedActivities: [{ activity: 'shopping', minutes: 20, costPence: pence(300) }, { activity: 'home', minutes: 10, costPence: pence(0) }] }), world.visit('finns-later', 120, ['priya'])]);
    const [priya, finn] = [await world.as('priya'), personId('finn')];
    for (const form of [{ do: 'arrived' }, { do: 'tasks', task: '1' }, { do: 'activity', activity: 'shopping', minutes: '25', cost: '4.20' }, { do: 'note', words: 'Sang all the way <b>home</b>' }, { do: 'left' }]) await send(priya, 'finns', form, finn);
    const adviser = await (await world.as('adviser')).get('/people/finn/visits-done');
    expect(adviser.text).toMatch(/£4\.20 was spent.*Priya came at .* and left at .*A &lt;b&gt;wash&lt;\/b&gt;: done Breakfast: not ticked as done Shopping: 25 minutes, £4\.20 \(planned 20 minutes, £3\), by Priya Cleaning and laundry: planned 10 minutes, nothing recorded.*Sang all the way &lt;b&gt;home&lt;\/b&gt;/);
    expect(adviser.text.match(/Priya came/g)).toHaveLength(1);
    const desk = await (await world.as('desk')).get('/people/finn/visits-done');
    expect([desk.text.includes('Shopping: 25 minutes (planned 20 minutes), by Priya'), desk.text.includes('£')]).toEqual([true, false]);
    expect([(await (await world.as('susan')).get('/people/finn/visits-done')).status, (await priya.get('/people/finn/visits-done')).status]).toEqual([404, 404]);
    expect((await (await world.as('adviser')).get('/people/finn/visits-done?to=2026-99-99')).status).toBe(200);
    expect((await (await world.as('adviser')).get('/people/finn/visits-done?to=2020-01-01')).text).toContain('There were no visits in this week');
  });
});

describe('the code in the home', () => {
  const codeOf = async (person = ada) => (await world.console.visitWork.code(person))!.code;

  test('opens the visit for a care worker of that provider, and nothing for anybody else', async () => {
    const adviser = await world.as('adviser');
    expect((await adviser.post('/people/ada/visit-code')).location).toContain('said=visit-code');
    await world.console.visitWork.renewCode(bert, 'staff:test', world.house.clock());
    const [priya, unknown] = [await world.as('priya'), 'A'.repeat(22)];
    await world.addPerson(personId('dora'), 'Dora', 'kindly-care', [world.visit('doras', -2, ['sam'])]);
    await world.console.visitWork.renewCode(personId('dora'), 'staff:test', world.house.clock());
    expect((await priya.get(`/work/at/${await codeOf(personId('dora'))}`)).location).toBe(pageOf('doras', personId('dora')));
    expect((await adviser.get('/people/dora/visits-done')).text).toContain('Priya opened it by the code in the home at');
    await world.addPerson(personId('evan'), 'Evan', 'kindly-care', [world.visit('first', -2, ['sam']), world.visit('second', 20, ['priya'])]);
    await world.console.visitWork.renewCode(personId('evan'), 'staff:test', world.house.clock());
    expect((await priya.get(`/work/at/${await codeOf(personId('evan'))}`)).text).toMatch(/Today at Evan’s home .*Evan.*Evan/);
    const [others, nobodys] = [await priya.get(`/work/at/${await codeOf(bert)}`), await priya.get(`/work/at/${unknown}`)];
    expect([others.status, others.html]).toEqual([404, nobodys.html]);
    const stranger = await world.browser().get(`/work/at/${await codeOf()}`);
    expect(stranger.location).toMatch(/^\/work\/sign-in/);
    expect((await adviser.get(`/work/at/${await codeOf()}`)).html).toBe((await adviser.get('/work/at/x')).html);
    expect((await world.console.audit.read(personId('evan'), 200)).some(({ action, by: who }) => action === 'look:work-home' && who === 'worker:kindly-care/priya')).toBe(true);
  });

  test('is worth nothing once there is a new one, and says nothing of who lives there', async () => {
    const adviser = await world.as('adviser');
    const old = await codeOf();
    await adviser.post('/people/ada/visit-code');
    expect((await (await world.as('priya')).get(`/work/at/${old}`)).status).toBe(404);
    expect((await adviser.get('/people/ada/visit-code.svg')).html).not.toMatch(/ada/i);
    expect(await codeOf()).not.toMatch(/ada/);
  });
});

describe('staff let care workers in', () => {
  test('and out at once: whoever is stopped sees nothing from that moment, and comes back only by a new PIN, shown once', async () => {
    const [admin, one] = [await world.as('administrator'), world.browser()];
    const added = await admin.post('/care-workers/kindly-care', { do: 'add', firstName: 'Tomasz' });
    const [, pin] = /(\d{6}) This is the PIN of Tomasz/.exec(added.text)!;
    expect((await admin.get('/care-workers/kindly-care')).text).not.toContain(pin);
    await one.post('/work/sign-in', { code: 'KNDY-CARE', name: 'tomasz', pin: pin! });
    expect((await one.get('/work')).status).toBe(200);
    const worker = /name="worker" value="([^"]+)"><button[^>]*>Give a new PIN<span[^>]*> to Tomasz/.exec((await admin.get('/care-workers/kindly-care')).html)![1]!;
    expect((await admin.post('/care-workers/kindly-care', { do: 'stop', worker })).location).toContain('said=worker-stopped');
    expect((await one.get('/work')).location).toMatch(/^\/work\/sign-in/);
    expect((await one.get(pageOf('one'))).location).toMatch(/^\/work\/sign-in/);
    await one.post('/work/sign-in', { code: 'KNDY-CARE', name: 'tomasz', pin: pin! });
    expect((await one.get('/work')).status).toBe(303);
    const again = /(\d{6}) This is the PIN of Tomasz/.exec((await admin.post('/care-workers/kindly-care', { do: 'pin', worker })).text)![1]!;
    await one.post('/work/sign-in', { code: 'KNDY-CARE', name: 'tomasz', pin: again });
    expect((await one.get('/work')).status).toBe(200);
  });

  test('by those who are in the visits, and the auditor may only look', async () => {
    const [admin, auditor] = [await world.as('administrator'), await world.as('auditor')];
    expect((await admin.get('/care-workers')).text).toMatch(/kindly-care|Kindly Care/);
    const { text } = await admin.get('/care-workers/other-care');
    expect(text).toMatch(/There is none yet.*In its visits, but not here yet.*Priya/);
    expect((await admin.post('/care-workers/other-care', { do: 'add', worker: 'priya' })).text).toMatch(/\d{6} This is the PIN of Priya, worker number 101/);
    expect((await admin.post('/care-workers/other-care', { do: 'code' })).text).toMatch(/[A-Z0-9]{4}-[A-Z0-9]{4} This is the code of/);
    expect((await auditor.get('/care-workers/other-care')).text).not.toMatch(/Give a new PIN|Make a/);
    expect((await auditor.post('/care-workers/other-care', { do: 'code' }, { csrf: 'x' })).status).toBe(404);
    expect((await admin.get('/care-workers/nobody')).status).toBe(404);
    for (const form of [{ do: 'add', firstName: '' }, { do: 'add', firstName: 'x'.repeat(41) }, { do: 'pin', worker: 'nobody' }, { do: 'stop', worker: '' }, { do: 'x' }]) expect((await admin.post('/care-workers/other-care', form)).status).toBe(400);
    expect((await admin.post('/care-workers/other-care', { do: 'add', firstName: '<img src=x onerror=alert(1)>' })).html).not.toContain('<img src=x');
  });
});

test('whom a provider visits is listed in step with the visits, and made up for what an older version kept', async () => {
  const { services: { records }, clock } = world.house;
  const hana = personId('hana');
  await world.addPerson(hana, 'Hana', 'third-care', [world.visit('hanas', 30, ['priya'])]);
  const listed = async (providerId: string) => (await peopleOfProvider(world.table, harrow, providerId)).map(({ personId: id }) => id);
  expect(await listed('third-care')).toEqual([hana]);
  const record = (await records.byPerson(harrow, hana))!;
  await records.save(record, { idempotencyKey: 'moves-on', at: clock(), visitBook: { ...record.visitBook, provider: { ...record.visitBook.provider, id: 'fourth-care' } }, audit: [] });
  expect([await listed('third-care'), await listed('fourth-care')]).toEqual([[], [hana]]);
  await world.table.transact([{ do: 'delete', key: providerPersonKey(harrow, 'fourth-care', hana), when: [] }, { do: 'delete', key: { pk: councilPartition(harrow), sk: 'brought-up-to-date#lists-of-providers' }, when: [] }]);
  await bringUpToDate(world.table, harrow, clock(), (cause) => { throw cause; });
  expect(await listed('fourth-care')).toEqual([hana]);
});
