// Promise: once somebody is erased, no row of the store holds a word of theirs, wherever it was written; money lines stay without words and add up as before; what breaks off is gone on with; and what was kept long enough goes by itself.
import type { Fairness } from '../../models/figures/index.ts';
import { beforeAll, describe, expect, test } from '@jest/globals';
import { figuresFrom, type BudgetEntry } from '../../models/budget/index.ts';
import type { AlertRule } from '../../models/alert/index.ts';
import type { Identity } from '../../models/access/index.ts';
import { leaveService, usualPassport } from '../../models/household/index.ts';
import { instruments } from '../../models/outcome/index.ts';
import { goesBefore, isTurnOf } from '../../models/person-record/index.ts';
import { instant, localDate, personId, type Instant } from '../../models/shared/index.ts';
import { afterErasure, keepNoLonger } from '../../lambda/alerts/keep-no-longer.ts';
import { seedDemonstration } from '../../lambda/demonstration/seed-demonstration.ts';
import { seedFigures } from '../../lambda/demonstration/past-figures.ts';
import { approveReminders } from '../../lambda/desk-speaker/desk-reminders.ts';
import { assistantKeyRows } from '../../lambda/store/assistant-key-rows.ts';
import { alertStore } from '../../lambda/store/alert-store.ts';
import { bringUpToDate } from '../../lambda/store/bring-up-to-date.ts';
import { budgetEntryKept } from '../../lambda/store/budget-rows.ts';
import { calendarFeedRows } from '../../lambda/store/calendar-feed-rows.ts';
import { changedVisitOperation } from '../../lambda/store/changed-visit-rows.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { deviceStore } from '../../lambda/store/device-rows.ts';
import { hashOfWord } from '../../lambda/store/known-devices.ts';
import { dueOperation } from '../../lambda/store/due-index.ts';
import { erasePerson } from '../../lambda/store/erase-person.ts';
import { erasuresOf } from '../../lambda/store/erasure-rows.ts';
import { everyRow } from '../../lambda/store/every-row.ts';
import { everythingHeld } from '../../lambda/store/everything-held.ts';
import { heartbeatOperation } from '../../lambda/store/heartbeat-rows.ts';
import { beginOnce } from '../../lambda/store/idempotent-rows.ts';
import { assistantAskKey, auditKey, deskPartition, fairnessKey, namedPartition, personPartition, reachGapsKey, signInCodeKey, triedLinesKey, visitClientsPartition, visitRunPartition, visitRunsPartition, visitSourcesPartition } from '../../lambda/store/keys.ts';
import { letGo } from '../../lambda/store/let-go.ts';
import { passkeyRows } from '../../lambda/store/passkey-rows.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { documentOf, valueIn } from '../../lambda/store/row-document.ts';
import { rotaCalendarStore } from '../../lambda/store/rota-calendar-rows.ts';
import { ruleStore } from '../../lambda/store/rule-rows.ts';
import { sealedTalks } from '../../lambda/store/sealed-talks.ts';
import { sessions } from '../../lambda/store/session-rows.ts';
import { setAsideOperation } from '../../lambda/store/set-aside-rows.ts';
import { signInCodeHash } from '../../lambda/store/sign-in-code-hash.ts';
import { speakerKeyOf } from '../../lambda/store/speaker-key.ts';
import { speakerLinks } from '../../lambda/store/speaker-links.ts';
import type { Key, Operation, Table } from '../../lambda/store/table.ts';
import { rememberTexted } from '../../lambda/store/texted-rows.ts';
import { renewVisitCode } from '../../lambda/store/visit-code-rows.ts';
import { freshStore } from '../support/fresh-store.ts';
import { harrow, margaret, now, someone } from './people.ts';

const zed = personId('zedcanary');
/** Every word of hers has this in it. */
const canary = 'zedcanary';
const [ownPhone, susanPhone] = ['07700 900811', '07700 900822'];
const own: Identity = { kind: 'person', councilId: harrow, id: zed, name: canary, personId: zed };
const susan: Identity = { kind: 'carer', councilId: harrow, id: 'susan', name: 'Susan', circles: [{ personId: zed, memberId: 'susan' }, { personId: margaret, memberId: 'sarah' }] };
const log = { event: () => undefined, fault: () => undefined };

/** A table that remembers the key of every row that was ever put into it. */
function remembering(table: Table): { readonly table: Table; readonly everything: () => Promise<readonly { readonly key: Key; readonly text: string }[]> } {
  const keys = new Map<string, Key>();
  return {
    table: { ...table, transact: (operations) => {
      for (const operation of operations) if (operation.do === 'put') keys.set(`${operation.row.pk} ${operation.row.sk}`, { pk: operation.row.pk, sk: operation.row.sk });
      return table.transact(operations);
    } },
    everything: async () => (await Promise.all([...keys.values()].map(async (key) => ({ key, row: await table.get(key) })))).flatMap(({ key, row }) => (row === undefined ? [] : [{ key, text: `${row.pk} ${row.sk} ${row.index ?? ''} ${row.doc}` }])),
  };
}

async function somebodyEverywhere() {
  const store = remembering(await freshStore());
  const { table } = store;
  const put = (...operations: readonly Operation[]) => table.transact(operations);
  const plain = someone(canary);
  const words = { what: `${canary} words` };
  await createPerson(table, someone('margaret'));
  await createPerson(table, {
    ...plain, entries: plain.entries.map((entry): BudgetEntry => ({ ...entry, what: words.what })),
    household: { ...plain.household, passport: { ...usualPassport, words: { tablets: words.what } }, ownPhone, ownEmail: `${canary}@example.org`, councilNumber: canary, interests: [canary], circle: [{ id: 'susan', name: canary, relationship: canary, kind: 'family', mayKnow: ['visits'], mayAct: [], phone: susanPhone }] },
    requestBook: { requests: plain.requestBook.requests.map((request) => ({ ...request, what: canary, state: 'needs-review' })) },
    outcomeBook: { goals: [], excluded: [canary], feedback: [{ id: 'f', about: { kind: 'general', name: canary }, words: canary, at: now }] },
    messageBook: { forPerson: [{ id: 'm', fromMemberId: 'susan', fromName: canary, words: canary, sentAt: now }], wordLeft: [] },
  });
  const pk = personPartition(harrow, zed);
  for (const sk of ['alert#x', 'history#visit#2026-01-01T00:00:00.000Z#x', 'reach', 'routines', 'done#x', 'visit-note#2026-12-01#v#x', 'some-later-kind#x']) {
    await put({ do: 'put', row: { pk, sk, version: 1, doc: documentOf(sk === 'reach' ? { person: [{ id: 'a', channel: 'text', value: ownPhone, isVerified: true }, { id: 'tv-zed', channel: 'board', value: 'tv-zedscreen', isVerified: true }], members: {}, contacts: [canary] } : words) }, when: [] });
  }
  await put({ do: 'put', row: { pk, sk: auditKey(now, canary), version: 1, doc: documentOf({ action: 'circle-changed', by: `carer:${canary}`, about: canary }) }, when: [] }, { do: 'put', row: { pk, sk: auditKey(now, 'staff'), version: 1, doc: documentOf({ action: 'look:budget', by: 'staff:okafor', about: 'record' }) }, when: [] });
  // How she and hers come in.
  await sessions(table).start(own, now);
  await sessions(table).start(susan, now);
  const passkey = { publicKey: 'x', counter: 0, addedAt: now };
  await passkeyRows(table).add({ ...passkey, id: `own-${'k'.repeat(10)}`, identity: own });
  await passkeyRows(table).add({ ...passkey, id: `susan-${'k'.repeat(10)}`, identity: susan });
  await put({ do: 'put', row: { ...signInCodeKey(signInCodeHash(harrow, ownPhone)), version: 1, doc: documentOf({ about: canary }) }, when: [] });
  await calendarFeedRows(table).add(harrow, { viewer: susan, personId: zed, madeAt: now, choices: { titles: 'full', withRoutines: false } });
  // Her devices.
  const links = speakerLinks(table);
  await links.linkByUnit(harrow, zed, { key: speakerKeyOf('echo-zed'), alexaId: 'echo-zed' }, now);
  await approveReminders(table, 'echo-zed');
  await links.createLinkCode(harrow, zed, now);
  const devices = deviceStore(table);
  await devices.add({ deviceId: 'tv-zedscreen', kind: 'board', councilId: harrow, personId: zed, name: canary, shows: 'names', wordHash: hashOfWord('w'), pairedAt: now });
  await devices.offerCode('BCDFGH', 'claim', now);
  await devices.takeCode('BCDFGH', { councilId: harrow, personId: zed, name: canary, shows: 'names' }, now);
  await put(heartbeatOperation(harrow, undefined, { deviceId: 'tv-zedscreen', personId: zed, heardAt: now, silentAfterMinutes: 15 }));
  await rememberTexted(table, '+447700900822', { councilId: harrow, personId: zed, memberId: 'susan', alertId: 'a', at: now });
  await rememberTexted(table, '+447700900822', { councilId: harrow, personId: margaret, memberId: 'sarah', alertId: 'b', at: now });
  const assistant = await assistantKeyRows(table).add({ identity: susan, personId: zed, name: canary, may: [], madeAt: now });
  const keyId = assistant!.split('_')[1]!;
  await sealedTalks(table, keyId, 'secret').keep('talk', { said: canary }, now);
  await put({ do: 'put', row: { ...assistantAskKey('ask-1'), version: 1, index: namedPartition(harrow, zed), doc: documentOf({ keyId, what: canary }) }, when: [] });
  // What a care agency's system sent.
  const page = (pk: string, sk: string, value: unknown): Operation => ({ do: 'put', row: { pk, sk, version: 1, doc: documentOf(value) }, when: [] });
  await put(page(visitSourcesPartition(harrow), 'source#rota', { id: 'rota' }), page(visitClientsPartition(harrow, 'rota'), `client#${canary}`, { client: `${canary} of the rota`, personId: zed }), page(visitClientsPartition(harrow, 'rota'), `person#${zed}`, {}), page(visitClientsPartition(harrow, 'rota'), 'person#margaret', {}));
  await put(page(visitRunsPartition(harrow), 'run#r1', { id: 'r1', unmatched: [{ client: `${canary} of the rota` }, { client: 'Somebody Else' }] }), page(visitRunPartition(harrow, 'r1'), 'people#0', [{ personId: zed, visits: [{ tasks: [canary] }] }, { personId: margaret, visits: [] }]), page(visitRunPartition(harrow, 'r1'), 'fault#0', [{ row: 2, what: `${canary} of the rota has no time` }, { row: 3, what: 'No time' }]));
  const calendar = { sourceId: 'rota', number: 1, addedBy: 'staff:okafor', addedAt: now, nextAt: now };
  const readFrom = { at: now, confirmedAt: now, digest: 'x', marks: {}, visits: 1, changed: 0, missing: 0, faults: 0, alerts: 0, isWaiting: false };
  for (const each of [{ ...calendar, id: 'said', secretAddress: `https://rota.example/${canary}`, personId: zed }, { ...calendar, id: 'by-name', secretAddress: `https://rota.example/2/${canary}`, last: { ...readFrom, forPerson: zed } }, { ...calendar, id: 'others', secretAddress: 'https://rota.example/margaret', personId: margaret }]) {
    await rotaCalendarStore(table).keep(harrow, each, 0);
    await put(heartbeatOperation(harrow, undefined, { deviceId: `rota-calendar-${each.id}`, heardAt: now, silentAfterMinutes: 15, source: 'Rota, calendar 1' }));
  }
  // The council's lists.
  const due = { kind: 'plan', councilId: harrow, personId: zed } as const;
  await put(dueOperation(now, due), setAsideOperation(now, { at: now, due, tries: 5 }), changedVisitOperation(harrow, 'brightway', now, zed, 'v1'), changedVisitOperation(harrow, 'brightway', now, margaret, 'v2'));
  await put({ do: 'put', row: { pk: deskPartition(harrow), sk: `on-desk#20261201T0800.help-wanted.x#${zed}`, version: 1, doc: documentOf({ alertId: 'x', personId: zed }) }, when: [] }, { do: 'put', row: { ...reachGapsKey(harrow, zed), version: 1, doc: documentOf({ personId: zed }) }, when: [] });
  await put({ do: 'put', row: { ...fairnessKey(harrow), version: 1, doc: documentOf({ 4: { people: { 0: 0, 10: 0, 20: 0, 30: 0, more: 2 }, most: [{ personId: zed, turns: 20, failed: 11 }, { personId: margaret, turns: 20, failed: 11 }] }, 13: { people: { 0: 1, 10: 0, 20: 0, 30: 0, more: 0 }, most: [] } } satisfies Fairness) }, when: [] });
  await put({ do: 'put', row: { ...triedLinesKey(harrow, 'run', 0), version: 1, doc: documentOf([{ personId: zed, kind: 'visit-late', change: 'same' }, { personId: margaret, kind: 'visit-late', change: 'same' }]) }, when: [] });
  const rule = (id: string, scope: AlertRule['scope']): AlertRule => ({ id, councilId: harrow, kind: 'visit-late', scope, isOn: true, wording: id });
  const rules = ruleStore(table, () => now);
  await rules.change(harrow, canary, rule(canary, { kind: 'person', personId: zed }), { by: { id: 'grace', name: 'Grace' } });
  await rules.change(harrow, 'everybody', rule('everybody', { kind: 'council' }), { by: { id: 'grace', name: 'Grace' } });
  await renewVisitCode(table, harrow, zed, 'staff:okafor', now);
  const begun = await beginOnce(table, 'key', 'one-request', 'hash', now, { council: harrow, person: zed });
  if (begun.kind === 'begun') await begun.finish(200, JSON.stringify({ personId: zed, words: canary }));
  const records = personRecords(table);
  const record = (await records.byPerson(harrow, zed))!;
  const wellbeing = { id: 'answers-1', instrument: 'ons4', version: instruments.ons4.version, mode: 'web', answers: { satisfied: '7' }, isStopped: false, at: now } as const;
  await records.save(record, { idempotencyKey: canary, at: now, household: leaveService(record.household, { at: now, why: 'other', by: { id: 'staff:okafor', name: 'Mr Okafor' } }), wellbeing, audit: [] });
  return { ...store, records };
}

const how = { askedBy: 'staff:okafor', askedAt: now, by: 'staff:lund', at: now };
const later = (milliseconds: number): Instant => instant(now + milliseconds);
const yearMs = 366 * 86_400_000;

describe('erasure', () => {
  let world: Awaited<ReturnType<typeof somebodyEverywhere>>;
  let proof: Awaited<ReturnType<typeof erasePerson>>;
  let before: Awaited<ReturnType<typeof world.everything>>;
  beforeAll(async () => {
    world = await somebodyEverywhere();
    before = await world.everything();
    proof = await erasePerson(world.table, harrow, zed, how);
  });

  test('begins with her in every place that names people', () => {
    const kinds = [...new Set(before.filter(({ text }) => text.includes(canary)).map(({ key }) => key.pk.split('#')[0]))].sort();
    expect(kinds).toEqual(['assistant', 'assistant-ask', 'assistants', 'calendar', 'calendars', 'changed-visits', 'code', 'council', 'desk', 'device', 'due', 'figures', 'heartbeats', 'pairing', 'passkey', 'passkeys', 'person', 'providers', 'reach-gaps', 'request', 'rota-calendars', 'rules', 'session', 'sessions', 'sign-in-code', 'speaker', 'texted', 'tried', 'visit-clients', 'visit-code', 'visit-run', 'visit-runs']);
  });

  test('leaves no word of hers in any row: only her number, by which the proof, the money and the end of the seven years are found', async () => {
    const left = (await world.everything()).filter(({ text }) => text.includes(canary));
    const pk = personPartition(harrow, zed);
    expect(left.filter(({ key }) => key.pk !== pk && !key.pk.startsWith('erasures#') && !key.pk.startsWith('due#'))).toEqual([]);
    for (const { key, text } of left.filter(({ key }) => key.pk === pk)) expect([key.sk, text.slice(`${pk} `.length).includes(canary)]).toEqual([key.sk, false]);
    expect(left.filter(({ key }) => key.pk.startsWith('due#')).map(({ text }) => text.includes('"kind":"plan"'))).toEqual([true, true]);
  });

  test('keeps the money without words, adding up to what it did, and who of the staff did what when', async () => {
    const rows = await everyRow(world.table, { by: 'pk', pk: personPartition(harrow, zed) });
    const entries = rows.filter(({ sk }) => sk.startsWith('entry#')).map((row) => valueIn(row, budgetEntryKept));
    expect([entries.length, new Set(entries.map(({ what, category }) => `${what}${category ?? ''}`))]).toEqual([40, new Set([''])]);
    expect(figuresFrom(entries)).toEqual(figuresFrom(someone(canary).entries));
    expect(entries.slice(0, 3).map(({ id, requestId }) => [id, requestId])).toEqual([['entry-1', undefined], ['entry-2', 'request-1'], ['entry-3', 'request-2']]);
    const deeds = rows.filter(({ sk }) => sk.startsWith('audit#')).map(({ doc }) => (JSON.parse(doc) as { value: object }).value);
    expect(deeds).toEqual(expect.arrayContaining([{ action: 'look:budget', by: 'staff:okafor', about: '' }, { action: 'circle-changed', by: 'carer', about: '' }]));
    expect(rows.length).toBe(entries.length + deeds.length);
    expect(proof).toMatchObject({ state: 'done', kept: { entries: 40, deeds: deeds.length }, removed: { 'spoken-household': 1, wellbeing: 1, 'some-later-kind': 1, 'sign-in': 4, passkey: 2, calendar: 2, device: 2, code: 2, rule: 1, 'answered-request': 1, 'visit-code': 2, assistant: 4, 'brought-in': 6 }, changed: { passkey: 1, texts: 1, rule: 1, tried: 1, figures: 1, 'brought-in': 3 } });
  });

  test('leaves everybody else as they were', async () => {
    const isOthers = ({ key }: { key: Key }) => key.pk === personPartition(harrow, margaret);
    expect((await world.everything()).filter(isOthers)).toEqual(before.filter(isOthers));
    const text = (await world.everything()).map((row) => row.text).join('\n');
    expect(text.match(/rota#[a-z-]+|"deviceId":"rota-calendar-[a-z-]+"/g)?.toSorted()).toEqual(['"deviceId":"rota-calendar-others"', 'rota#others']);
    for (const kept of ['"wording":"everybody"', '/v2'.replace('/', 'margaret/'), '"personId":"margaret","kind":"visit-late"', '"personId":"margaret","turns"', '"alertId":"b"', '"circles":[{"personId":"margaret"']) expect([kept, text.includes(kept)]).toEqual([kept, true]);
  });

  test('done again removes nothing more, and says the same', async () => {
    const again = await erasePerson(world.table, harrow, zed, proof);
    expect([again.kept, again.removed['spoken-household'], (await erasuresOf(world.table, harrow)).length]).toEqual([proof.kept, 1, 1]);
  });

  test('what somebody else wrote meanwhile goes an hour later; and after seven years the money as well', async () => {
    const pk = personPartition(harrow, zed);
    await world.table.transact([{ do: 'put', row: { pk, sk: 'alert#late', version: 1, doc: documentOf({ words: canary }) }, when: [] }]);
    await afterErasure(harrow, zed, later(3_600_000), { table: world.table, log });
    expect(await world.table.get({ pk, sk: 'alert#late' })).toBeUndefined();
    expect((await everyRow(world.table, { by: 'pk', pk })).length).toBeGreaterThan(40);
    await afterErasure(harrow, zed, later(8 * yearMs), { table: world.table, log });
    expect([(await everyRow(world.table, { by: 'pk', pk })).length, (await erasuresOf(world.table, harrow))[0]?.state]).toEqual([0, 'money-gone']);
  });
});

test('an erasure that breaks off anywhere is gone on with to the same end', async () => {
  for (const stopAfter of [0, 1, 2, 3]) {
    const world = await somebodyEverywhere();
    let left = stopAfter;
    const breaking: Table = { ...world.table, transact: (operations) => (operations.some((operation) => operation.do === 'delete') && (left -= 1) < 0 ? Promise.resolve({ kind: 'unknown' }) : world.table.transact(operations)) };
    await expect(erasePerson(breaking, harrow, zed, how)).rejects.toThrow('store does not answer');
    const [begun] = await erasuresOf(world.table, harrow);
    expect(begun?.state).toBe('under-way');
    expect((await erasePerson(world.table, harrow, zed, begun!)).state).toBe('done');
    const pk = personPartition(harrow, zed);
    expect((await world.everything()).filter(({ key, text }) => text.replaceAll(pk, '').includes(canary) && !key.pk.startsWith('erasures#') && !key.pk.startsWith('due#'))).toEqual([]);
  }
}, 60_000);

test('everything held holds every row that names somebody, and no secret', async () => {
  const world = await somebodyEverywhere();
  const held = await everythingHeld(world.table, harrow, zed);
  const named = (await world.everything()).filter(({ key, text }) => key.pk === personPartition(harrow, zed) || text.includes(canary));
  expect(held.reduce((count, { rows }) => count + rows.length, 0)).toBeGreaterThanOrEqual(named.length);
  const text = JSON.stringify(held);
  expect(text).not.toContain('rota.example');
  expect([text.includes('"margaret"'), /"wordHash":"[0-9a-f]/.test(text), /"csrf":"(?!kept)/.test(text), text.includes(`${canary} words`)]).toEqual([false, false, false, true]);
});

describe('what is kept long enough', () => {
  const pk = personPartition(harrow, margaret);
  const day = (kind: Parameters<typeof goesBefore>[0], more: number) => instant(goesBefore(kind, now) + more * 86_400_000);
  const keys = () => {
    const iso = (kind: Parameters<typeof goesBefore>[0], more: number) => new Date(day(kind, more)).toISOString();
    const on = (kind: Parameters<typeof goesBefore>[0], more: number) => localDate(day(kind, more), 'Europe/London');
    const compact = (more: number) => iso('alerts', more).slice(0, 16).replaceAll(/[-:]/g, '');
    const of = (more: number) => [`alert#${compact(more)}.visit-late.x`, `desk-work#${compact(more)}.visit-late.x`, `heard#${iso('reports', more)}#x`, `history#visit#${iso('history', more)}#x`, `history#message#${iso('messages', more)}#x`, `audit#${iso('audit', more)}#x`, `visit-note#${on('visitRecords', more)}#v#x`, `turn#${on('turns', more)}#x`];
    return { old: of(-2), young: of(2) };
  };

  test('goes at its turn, by its own time, and what is younger stays', async () => {
    const table = await freshStore();
    await createPerson(table, someone());
    const { old, young } = keys();
    for (const sk of [...old, ...young]) await table.transact([{ do: 'put', row: { pk, sk, version: 1, doc: documentOf({}) }, when: [] }]);
    expect(await letGo(table, harrow, margaret, now)).toBe(old.length);
    const there = (await everyRow(table, { by: 'pk', pk })).map(({ sk }) => sk);
    expect([old.filter((sk) => there.includes(sk)), young.filter((sk) => !there.includes(sk))]).toEqual([[], []]);
    expect(await letGo(table, harrow, margaret, now)).toBe(0);
  });

  test('is looked at once in twenty-eight days for each; a whole record goes eight years after leaving', async () => {
    const days = Array.from({ length: 28 }, (_, place) => later(place * 86_400_000));
    expect(days.filter((at) => isTurnOf('margaret', at)).length).toBe(1);
    const table = await freshStore();
    await createPerson(table, someone());
    const records = personRecords(table);
    const first = (await records.byPerson(harrow, margaret))!;
    await records.save(first, { idempotencyKey: 'leave', at: now, household: leaveService(first.household, { at: now, why: 'moved', by: { id: 'staff:x', name: 'X' } }), unfinished: { what: 'x', data: { words: canary }, at: now }, audit: [] });
    const at = async (from: number) => {
      const turn = days.find((each) => isTurnOf('margaret', instant(each + from)))!;
      await keepNoLonger((await records.byPerson(harrow, margaret))!, instant(turn + from), { table, records, log });
    };
    await at(30 * 86_400_000);
    expect((await records.byPerson(harrow, margaret))?.unfinished).toBeUndefined();
    expect((await records.byPerson(harrow, margaret))?.household.name.preferred).toBe('margaret');
    await at(8 * yearMs);
    expect([await records.byPerson(harrow, margaret), (await erasuresOf(table, harrow))[0]]).toEqual([undefined, expect.objectContaining({ state: 'done', by: 'retention' })]);
    expect(await alertStore(table).whomToTell(harrow, margaret)).toBeUndefined();
  });
});

test('in a whole house, with all that every feature writes of her, nobody finds Margaret again', async () => {
  const { table, everything } = remembering(await freshStore());
  await seedDemonstration({ table, links: speakerLinks(table), now });
  await seedFigures(table, now);
  await bringUpToDate(table, harrow, now, (cause) => { throw cause; });
  const records = personRecords(table);
  const record = (await records.byPerson(harrow, margaret))!;
  await records.save(record, { idempotencyKey: 'leave', at: now, household: leaveService(record.household, { at: now, why: 'moved', by: { id: 'staff:okafor', name: 'Mr Okafor' } }), link: null, audit: [] });
  const { id } = await erasePerson(table, harrow, margaret, how);
  const pk = personPartition(harrow, margaret);
  const found = (await everything()).filter(({ key, text }) => key.pk !== pk && key.sk !== `erasure#${id}` && !key.pk.startsWith('due#') && /\bmargaret\b/i.test(text));
  expect(found.map(({ key, text }) => `${key.pk} ${key.sk} ${/.{0,40}\bmargaret\b.{0,40}/i.exec(text)?.[0] ?? ''}`)).toEqual([]);
});
