// Promise: nobody is told or sees anything before their own yes, given by the very number or address they were asked at; whoever is stopped, or goes, loses at once all that they had.
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { acceptInvitation, inviteToCircle, leaveCircle, openInvitations, type Household, type Invitation } from '../../models/household/index.ts';
import { offerJob, changeJob } from '../../models/job/index.ts';
import { addDays, instant, localDate } from '../../models/shared/index.ts';
import { identityByContact } from '../../lambda/console/identity-by-contact.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { calendarFeedRows } from '../../lambda/store/calendar-feed-rows.ts';
import { contactHashOf } from '../../lambda/store/contact-rows.ts';
import { passkeyRows } from '../../lambda/store/passkey-rows.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { harrow, margaret } from '../support/running-house.ts';
import { consoleWorld, type Browser } from './console-world.ts';

let world: Awaited<ReturnType<typeof consoleWorld>>;
beforeAll(async () => { world = await consoleWorld(); }, 60_000);
afterAll(async () => { await world.house.close(); });

const circle = '/people/margaret/circle';
const household = async () => (await world.house.services.records.byPerson(harrow, margaret))!.household;
const pending = async (name: string) => openInvitations(await household(), world.house.clock()).find((each) => each.name === name);
const codeTo = (contact: string) => /\b(\d{6})\b/.exec(world.house.codes.findLast((each) => each.contact === contact)?.words ?? '')?.[1] ?? '';
async function invite(name: string, contact: string, form: Readonly<Record<string, string>> = { know: 'visits' }): Promise<Invitation> {
  const page = await (await world.as('margaret')).post(`${circle}/invite/new`, { name, relationship: 'nephew', contact, ...form });
  expect(page.location).toBe(`${circle}?said=invited`);
  return (await pending(name))!;
}
async function signIn(contact: string): Promise<Browser> {
  const one = world.browser();
  await one.post('/sign-in', { contact });
  expect((await one.post('/sign-in/code', { code: codeTo(contact) })).status).toBe(303);
  return one;
}

describe('an invitation', () => {
  test('is sent without a name; its yes is given by that very number, and only then is anything seen or told', async () => {
    const { id } = await invite('Paul', '07700 900611', { know: 'visits', act: 'visits' });
    const { words } = world.house.codes.findLast(({ contact }) => contact === '07700 900611')!;
    expect(words).toMatch(/^My Care, .+: somebody you know asks you to help look after them\. .* sign in with this number within 14 days: http:\/\/127\.0\.0\.1:\d+\/invitations$/);
    expect(words).not.toMatch(/Margaret|Paul/);
    expect((await household()).circle.some(({ name }) => name === 'Paul')).toBe(false);
    const paul = await signIn('07700 900611');
    expect((await paul.get('/home')).location).toBe('/invitations');
    for (const path of ['', '/circle', '/jobs', '/alerts']) expect([path, (await paul.get(`/people/margaret${path}`)).status]).toEqual([path, 404]);
    expect((await paul.get('/invitations')).text).toMatch(/Margaret Invited by Margaret You are their nephew You may know of Visits You may change or answer Visits Good until/);
    expect((await paul.post('/invitations', { do: 'yes', personId: 'margaret', invitationId: id })).location).toBe('/people/margaret?said=invitation-accepted');
    expect((await household()).circle.at(-1)).toMatchObject({ name: 'Paul', phone: '07700 900611', mayKnow: ['visits'], mayAct: ['visits'] });
    expect([(await paul.get('/people/margaret')).status, (await paul.get('/people/margaret/jobs')).status, (await paul.get('/people/margaret/budget')).status]).toEqual([200, 200, 404]);
    expect(await pending('Paul')).toBeUndefined();
    expect((await (await world.as('auditor')).get('/people/margaret/audit')).text).toMatch(/Invitation accepted.*Margaret Invited/);
  });

  test('is nobody else’s to answer', async () => {
    const { id } = await invite('Uma', 'uma@example.com');
    const susan = await signIn('07700 900123');
    expect((await susan.get('/invitations')).text).toContain('Nobody has invited you by the number or address you signed in with');
    for (const one of [susan, await world.as('susan'), await world.as('margaret'), await world.as('adviser')]) expect((await one.post('/invitations', { do: 'yes', personId: 'margaret', invitationId: id }, { csrf: /name="_csrf" value="([^"]+)"/.exec((await one.get('/account')).html)![1]! })).text).toContain('was withdrawn, or has run out');
    expect(world.house.codes.findLast(({ contact }) => contact === 'uma@example.com')?.words).toContain('sign in with this e-mail address');
    const uma = await signIn('UMA@example.com');
    await uma.post('/invitations', { do: 'no', personId: 'margaret', invitationId: id });
    expect(await pending('Uma')).toBeUndefined();
    expect(await identityByContact(contactHashOf('uma@example.com'), { table: world.house.table, records: world.house.services.records, clock: world.house.clock, council: harrow })).toBeUndefined();
  });

  test('is changed, sent again three times a day at most, and withdrawn', async () => {
    const own = await world.as('margaret');
    const { id } = await invite('Noor', '07700 900612');
    expect((await own.post(`${circle}/invite/${id}`, { name: 'Noor', relationship: 'friend', know: 'messages', act: 'visits' })).location).toContain('said=kept');
    expect(await pending('Noor')).toMatchObject({ relationship: 'friend', mayKnow: ['messages'], mayAct: [], contact: '07700 900612' });
    const again = async () => (await own.post(circle, { do: 'again', invitationId: id })).location;
    expect([await again(), await again(), await again()]).toEqual([`${circle}?said=invited`, `${circle}?said=invited`, `${circle}?said=invited-unsent`]);
    const noor = await signIn('07700 900612');
    expect((await own.post(circle, { do: 'withdraw', invitationId: id })).location).toContain('said=invitation-withdrawn');
    expect((await noor.get('/invitations')).text).toContain('Nobody has invited you');
    expect((await own.post(circle, { do: 'withdraw', invitationId: id }, { csrf: /name="_csrf" value="([^"]+)"/.exec((await own.get('/account')).html)![1]! })).text).toContain('That invitation is answered, or has run out');
    expect((await own.get(`${circle}/invite/${id}`)).status).toBe(404);
    expect((await (await world.as('susan')).get(circle)).text).not.toMatch(/07700|Invited, and not answered/);
  });

  test.each([
    [{}, ['Enter a name', 'Enter who they are', 'Enter a UK mobile number', 'Choose what they may know of']],
    [{ name: 'S', relationship: 'x', contact: '+44 7700 900123', know: 'visits' }, ['Somebody of the circle has that number']],
    [{ name: 'x'.repeat(61), relationship: 'x', contact: 'a@b', know: 'nothing' }, ['A name has at most 60 letters', 'Enter a UK mobile number', 'Choose what they may know of']],
    [{ name: '<script>alert(1)</script>', relationship: '{{7*7}}', contact: '"><img src=x onerror=alert(1)>', know: '%00' }, ['Enter a UK mobile number']],
  ])('with %j is refused, and says how to mend it', async (form, messages) => {
    const page = await (await world.as('adviser')).post(`${circle}/invite/new`, form);
    expect(page.status).toBe(400);
    for (const message of messages) expect(page.text).toContain(message);
    expect(page.html).not.toMatch(/<script>alert|<img src=x|[ >]49[ <]/);
  });

  test('runs out after a fortnight, by the rule alone', async () => {
    const home: Household = { ...await household(), invitations: [] };
    const now = world.house.clock();
    const asked = { id: 'i', name: 'Peter', relationship: 'nephew', contact: 'p@example.com', mayKnow: ['visits'], mayAct: ['money'], invitedBy: { id: 'm', name: 'M' }, invitedAt: now } as const;
    const isSame = (one: string, other: string) => one === other;
    const invited = inviteToCircle(home, asked, isSame);
    if (invited.kind === 'refused') throw new Error(invited.reason);
    expect(invited.invitation.mayAct).toEqual([]);
    const [last, over] = [instant(now + 14 * 86_400_000 - 1), instant(now + 14 * 86_400_000)];
    expect([acceptInvitation(invited.household, 'i', last)?.member.name, acceptInvitation(invited.household, 'i', over)]).toEqual(['Peter', undefined]);
    expect(acceptInvitation({ ...invited.household, left: { at: now, why: 'moved', by: { id: 's', name: 'S' } } }, 'i', now)).toBeUndefined();
    expect(inviteToCircle(invited.household, { ...asked, id: 'j' }, isSame)).toMatchObject({ reason: 'invited-already' });
    expect(inviteToCircle(invited.household, { ...asked, id: 'j', invitedAt: over }, isSame).kind).toBe('invited');
    const full = { ...home, invitations: Array.from({ length: 10 }, (_, place) => ({ ...invited.invitation, id: `i${place}`, contact: `${place}@example.com` })) };
    expect(inviteToCircle(full, asked, isSame)).toMatchObject({ reason: 'too-many' });
  });
});

describe('whoever is stopped, or goes,', () => {
  /** Somebody of the circle with all that one can have. */
  async function withEverything(name: string, contact: string) {
    const { id } = await invite(name, contact, { know: 'visits', act: 'visits' });
    const one = await signIn(contact);
    await one.post('/invitations', { do: 'yes', personId: 'margaret', invitationId: id });
    const { table, services, clock } = world.house;
    const identity = (await identityByContact(contactHashOf(contact), { table, records: services.records, clock, council: harrow }))!;
    await passkeyRows(table).add({ id: `key-of-${name}`, identity, publicKey: 'AAAA', counter: 0, addedAt: clock() });
    await world.house.reach(`member-${id}`, { id: `push-${name}`, channel: 'push', value: '{}', isVerified: true });
    await calendarFeedRows(table).add(harrow, { viewer: identity, personId: margaret, choices: { titles: 'plain', withRoutines: false }, madeAt: clock() });
    const record = (await services.records.byPerson(harrow, margaret))!;
    const [zone, at] = [record.household.timeZone, clock()];
    const offered = offerJob(record.jobBook, { id: `job-${name}`, kind: 'shopping', words: `For ${name}`, on: addDays(localDate(at, zone), 2) }, { by: { kind: 'person', name: 'Margaret' }, at, zone });
    const taken = offered.kind === 'offered' ? changeJob(offered.book, `job-${name}`, 'take', { by: { kind: 'member', memberId: `member-${id}`, name }, at, zone }) : offered;
    if (taken.kind === 'refused') throw new Error('not taken');
    expect(await services.records.save(record, { idempotencyKey: `job-${name}`, at, jobBook: taken.book, audit: [] })).toEqual({ kind: 'saved' });
    const has = async () => {
      const found = (await alertStore(table).whomToTell(harrow, margaret))!;
      return {
        sees: (await one.get('/people/margaret')).status, passkeys: (await passkeyRows(table).list(identity)).length, push: found.reach.members[`member-${id}`]?.length ?? 0,
        calendars: (await calendarFeedRows(table).list(harrow, margaret)).filter(({ viewer }) => viewer.id === identity.id).length, job: found.record.jobBook.jobs.find((each) => each.id === `job-${name}`)?.state,
      };
    };
    expect(await has()).toEqual({ sees: 200, passkeys: 1, push: 1, calendars: 1, job: 'taken' });
    return { memberId: `member-${id}`, one, identity, has };
  }
  const nothing = { sees: 303, passkeys: 0, push: 0, calendars: 0, job: 'open' };

  test('by the page loses sign-in, passkeys, notifications and calendars, and their jobs go free', async () => {
    const { memberId, has } = await withEverything('Rosa', '07700 900613');
    expect((await (await world.as('margaret')).post(`${circle}/${memberId}`, { do: 'stop' })).location).toContain('said=stopped');
    expect(await has()).toEqual(nothing);
  });

  test('of their own accord loses the same, and the person sees that they are told nothing', async () => {
    const { one, has } = await withEverything('Tom', '07700 900614');
    expect((await one.get('/people/margaret/leave-circle')).text).toContain('A job that you have taken on goes free for others.');
    const before = (await household()).circle.find(({ name }) => name === 'Tom')!;
    expect((await one.post('/people/margaret/leave-circle')).location).toBe('/sign-in?said=left-circle');
    expect(await has()).toEqual(nothing);
    expect((await (await world.as('margaret')).get(circle)).text).toMatch(/Tom, nephew .*Stopped\. They are told nothing/);
    expect(leaveCircle(await household(), before.id, world.house.clock())).toEqual(await household());
  });

  test('keeps their passkey where somebody else’s circle has them', async () => {
    const { memberId, identity } = await withEverything('Vera', '07700 900615');
    const { records, clock } = world.house.services;
    const joyce = (await records.byPerson(harrow, 'joyce' as typeof margaret))!;
    await records.save(joyce, { idempotencyKey: 'vera', at: clock(), household: { ...joyce.household, circle: [...joyce.household.circle, { id: 'vera', name: 'Vera', relationship: 'friend', kind: 'friend', mayKnow: ['visits'], mayAct: [], phone: '07700 900615' }] }, audit: [] });
    const token = await sessions(world.house.table).start(identity, clock());
    await (await world.as('margaret')).post(`${circle}/${memberId}`, { do: 'stop' });
    expect((await passkeyRows(world.house.table).list(identity)).length).toBe(1);
    expect(await sessions(world.house.table).find(token, clock())).toBeUndefined();
  });

  test('whose number is changed signs in by the new one alone', async () => {
    const { memberId, one } = await withEverything('Will', '07700 900616');
    await (await world.as('margaret')).post(`${circle}/${memberId}`, { name: 'Will', relationship: 'nephew', phone: '07700 900617', know: 'visits' });
    expect((await one.get('/people/margaret')).status).toBe(303);
    expect((await (await signIn('07700 900617')).get('/people/margaret')).status).toBe(200);
  });
});
