// Promise: every visit, turn, alert and request is counted once on its own day, however often it is looked at and however late it is heard of; nothing that was said is kept.
import { describe, expect, test } from '@jest/globals';
import { newAlert, type Alert } from '../../models/alert/index.ts';
import { visitsOn, type CareVisit } from '../../models/care-visit/index.ts';
import type { BudgetEntry } from '../../models/budget/index.ts';
import type { GoalNote, WellbeingAnswers } from '../../models/outcome/index.ts';
import type { RequestState, ServiceRequest } from '../../models/service-request/index.ts';
import { countOf, dayCounted, foldWeek, lastWholeWeek, type Countable, type PersonWeek } from '../../models/figures/index.ts';
import { recordConsent } from '../../models/household/index.ts';
import { addDays, instant, pence, personId, type Instant, type LocalDate } from '../../models/shared/index.ts';
import { countPerson } from '../../lambda/figures/count-person.ts';
import { foldCouncil, nextFold } from '../../lambda/figures/fold-council.ts';
import { turnLog } from '../../lambda/figures/turn-log.ts';
import { reportVisit } from '../../lambda/alerts/visit-report.ts';
import { dueShards, everyDueBy } from '../../lambda/store/due-index.ts';
import { councilWeeks, fairnessOf, lastWeeksOf, providerWeeks, weeksOfProvider } from '../../lambda/store/figure-rows.ts';
import { at, bookOf, breakfast, day, hoist, london, round, tea } from '../care-visit/margarets-visits.ts';
import { margaret as household } from '../household/margarets-household.ts';
import { conversation } from '../support/conversation.ts';
import { instantOf, skillUnderTest } from '../support/skill-under-test.ts';
import { harrow, margaret } from '../store/people.ts';

const nothing: Countable = { record: { household, visitBook: bookOf(), requestBook: { requests: [] }, outcomeBook: { goals: [], excluded: [], feedback: [] } }, heard: [], alerts: [], entries: [], turns: [], activities: [], wellbeing: [] };
const aRequest: ServiceRequest = { serviceId: 's', serviceName: 's', providerName: 'p', what: 'gardening', category: 'gardening', isProviderApproved: true, unit: 'session', id: 'a', reference: 'a', state: 'asked', costPence: pence(100), reasons: [], askedAt: at('08:00'), undoUntil: at('08:05'), expiresAt: at('08:00', '2026-12-31'), history: [] };
const visit = (id: string, from: string, more: Partial<CareVisit> = {}, on = '2026-12-01'): CareVisit => ({ id, on: day(on), from: from as CareVisit['from'], minutes: 30, startsAt: at(from, on), endsAt: (at(from, on) + 1_800_000) as Instant, workerIds: ['priya'], tasks: [], isTimeCritical: false, status: 'planned', ...more });
const came = (id: string, from: string, time: string, left: string, more: Partial<CareVisit> = {}, on = '2026-12-01') => visit(id, from, { status: 'completed', arrivedAt: at(time, on), leftAt: at(left, on), attendance: [{ workerId: 'priya', arrivedAt: at(time, on), leftAt: at(left, on) }], ...more }, on);
const counted = (visits: readonly CareVisit[], heard: Countable['heard'] = [], on = '2026-12-01', now = at('23:59', on)) => dayCounted({ ...nothing, record: { ...nothing.record, visitBook: bookOf([], { visits }) }, heard }, day(on), now);

describe('a day of visits', () => {
  test('comes to what a hand finds in it', () => {
    expect(counted([
      came('before', '08:00', '08:00', '08:30', {}, '2026-11-30'),
      came('a', '08:00', '08:15', '08:45'), came('b', '09:00', '09:16', '09:46'), came('c', '10:00', '10:01', '10:31', { isTimeCritical: true }), came('d', '11:00', '11:00', '11:23'),
      visit('e', '12:00', { status: 'missed' }), visit('f', '13:00'), visit('g', '14:00', { status: 'completed' }),
      visit('h', '15:00', { status: 'cancelled', cancelled: { by: 'agency', reason: 'ill', at: at('08:00') } }), visit('i', '16:00', { status: 'cancelled', cancelled: { by: 'family', reason: 'out', at: at('08:00') } }),
      came('j', '17:00', '17:00', '17:30', { attendance: [{ workerId: 'new', arrivedAt: at('17:00'), leftAt: at('17:30') }] }),
      visit('k', '18:00', { forRequestId: 'r1' }),
    ], [
      { heardAt: at('09:14'), report: { visitId: 'b', at: at('09:14'), said: 'running-late' } },
      { heardAt: at('10:01'), report: { visitId: 'c', at: at('10:01'), said: 'running-late' } },
    ])).toEqual({
      'visits.planned': 8, 'visits.on-time': 3, 'visits.late': 2, 'visits.told': 1, 'visits.missed': 1, 'visits.unheard': 1, 'visits.untimed': 1, 'visits.short': 1,
      'visits.agency-cancelled': 1, 'visits.other-cancelled': 1, 'visits.with-history': 5, 'visits.familiar': 4,
    });
  });

  test('counts nothing before it is over', () => {
    expect(counted([came('a', '08:00', '08:00', '08:30'), visit('b', '18:00')], [], '2026-12-01', at('18:29'))).toEqual({ 'visits.planned': 1, 'visits.on-time': 1 });
  });

  test('a double-up to which one came and the other never did is late', () => {
    expect(counted([visit('a', '08:00', { status: 'part-started', workerIds: ['priya', 'sam'], attendance: [{ workerId: 'priya', arrivedAt: at('08:00') }] })])).toMatchObject({ 'visits.planned': 1, 'visits.late': 1 });
  });

  test.each(['2027-03-28', '2026-10-25'])('on %s, when the clocks change, each round comes once and lateness is in minutes that pass', (on) => {
    const rounds = [round({ id: 'night', from: '01:30' }), breakfast, tea, hoist];
    const visits = visitsOn(bookOf(rounds), day(on), london);
    expect(visits.map(({ on: each }) => each)).toEqual(visits.map(() => on));
    const book = { visits: visits.map((each, place): CareVisit => ({ ...each, status: 'completed', arrivedAt: (each.startsAt + (place === 0 ? 16 : 15) * 60_000) as Instant, leftAt: each.endsAt })) };
    const whole = dayCounted({ ...nothing, record: { ...nothing.record, visitBook: bookOf(rounds, book) } }, day(on), at('23:59', on));
    expect([countOf(whole, 'visits.planned'), countOf(whole, 'visits.late'), countOf(whole, 'visits.on-time')]).toEqual([visits.length, 1, visits.length - 1]);
    const around = [-1, 1].map((days) => dayCounted({ ...nothing, record: { ...nothing.record, visitBook: bookOf(rounds, book) } }, addDays(day(on), days), at('23:59', addDays(day(on), 1))));
    expect(around.map((each) => countOf(each, 'visits.late', 'visits.on-time'))).toEqual([0, 0]);
  });

  test('every planned visit ends in one way and no other', () => {
    const all = counted([came('a', '08:00', '08:15', '08:45'), came('b', '09:00', '09:46', '09:50'), visit('e', '12:00', { status: 'missed' }), visit('f', '13:00'), visit('g', '14:00', { status: 'short' })]);
    expect(countOf(all, 'visits.on-time', 'visits.late', 'visits.missed', 'visits.unheard', 'visits.untimed')).toBe(countOf(all, 'visits.planned'));
  });
});

test('alerts are counted on the day they were told, by who answered and how soon', () => {
  const told = (kind: Alert['kind'], time: string, answer?: readonly [by: NonNullable<Alert['answer']>['by'], minutes: number]): Alert => ({
    ...newAlert({ councilId: harrow, personId: margaret, kind, occursAt: at(time), name: `${kind}-${time}`, facts: {}, plannedFor: at(time) }), firstToldAt: at(time),
    ...(answer !== undefined && { answer: { by: answer[0], word: 'ok', at: (at(time) + answer[1] * 60_000) as Instant, through: 'text' } }),
  });
  const counts = dayCounted({ ...nothing, record: { ...nothing.record, visitBook: bookOf([]) }, alerts: [
    told('visit-late', '08:00', [{ kind: 'person' }, 5]), told('visit-late', '09:00', [{ kind: 'member', memberId: 'susan' }, 6]), told('help-wanted', '10:00', [{ kind: 'desk' }, 241]), told('help-wanted', '11:00'),
    told('visit-reminder', '12:00', [{ kind: 'person' }, 1]), { ...told('visit-late', '13:00'), firstToldAt: at('13:00', '2026-12-02') },
  ] }, day('2026-12-01'), at('23:00'));
  expect(counts).toEqual({
    'alerts.told': 4, 'alerts.told.visit-late': 2, 'alerts.told.help-wanted': 2, 'alerts.answered.visit-late': 2, 'alerts.answered.help-wanted': 1,
    'alerts.by.person': 1, 'alerts.by.family': 1, 'alerts.by.desk': 1, 'alerts.by.nobody': 1, 'alerts.within.5': 1, 'alerts.within.15': 1, 'alerts.within.more': 1,
  });
});

test('requests are counted when asked and when decided, and money by its lines, without what was put right', () => {
  const request = (id: string, asked: readonly [string, string], more: Partial<ServiceRequest>): ServiceRequest => ({ ...aRequest, id, reference: id, askedAt: at(asked[1], asked[0]), ...more });
  const step = (state: RequestState, time: string, on = '2026-12-01') => ({ state, at: at(time, on), by: 'rules' });
  const entry = (number: number, kind: BudgetEntry['kind'], amount: number, more: Partial<BudgetEntry> = {}): BudgetEntry => ({ id: `e${number}`, number, at: at('10:00'), on: day('2026-12-01'), kind, amountPence: pence(amount), what: 'x', ...more });
  const counts = dayCounted({
    ...nothing, record: { ...nothing.record, visitBook: bookOf([]), outcomeBook: { ...nothing.record.outcomeBook, goals: [{ id: 'g', words: 'the garden', covers: ['gardening'], setOn: day('2026-12-01') }] }, requestBook: { requests: [
      request('a', ['2026-12-01', '08:00'], { category: 'gardening', state: 'booked', history: [step('asked', '08:00'), step('approved', '08:00'), step('booked', '09:00', '2026-12-02')] }),
      request('b', ['2026-11-28', '23:59'], { state: 'approved', history: [step('needs-review', '23:59', '2026-11-28'), step('approved', '00:00')] }),
      request('c', ['2026-11-20', '08:00'], { state: 'declined', history: [step('needs-review', '08:00', '2026-11-20'), step('declined', '08:00')] }),
      request('d', ['2026-10-01', '08:00'], { state: 'expired', history: [step('needs-review', '08:00', '2026-10-01'), step('expired', '08:00')] }),
      request('e', ['2026-12-01', '23:59'], { category: 'transport', what: 'a taxi', state: 'needs-review', history: [step('needs-review', '23:59')] }),
    ] } },
    entries: [entry(1, 'set-aside', 500), entry(2, 'spend', 900), entry(3, 'spend', 100), entry(4, 'reversal', 100, { reverses: 'e3' }), entry(5, 'refund', 300, { reverses: 'e2' }), entry(6, 'spend', 700, { on: day('2026-12-02') }), entry(7, 'allocation', 9_999)],
  }, day('2026-12-01'), at('23:59'));
  expect(counts).toEqual({
    'requests.asked': 2, 'requests.for-goal': 1, 'requests.agreed-at-once': 1, 'requests.agreed-later': 1, 'requests.declined': 1, 'requests.ran-out': 1, 'requests.within.0': 1, 'requests.within.5': 1, 'requests.within.more': 1, 'goals.set': 1,
    'pence.set-aside': 500, 'entries.set-aside': 1, 'pence.spent': 900, 'entries.spent': 1, 'pence.given-back': 300, 'entries.given-back': 1,
  });
});

test('how things went is counted against the time before, and never as words', () => {
  const answers = (id: string, on: string, given: Readonly<Record<string, string>>): WellbeingAnswers => ({ id, instrument: 'ons4', version: '2020', mode: 'web', answers: given, isStopped: false, at: at('10:00', on) });
  const note = (id: string, on: string, rating?: number): GoalNote => ({ id, at: at('09:00', on), by: { id: 'x', name: 'X' }, words: 'secret', ...(rating !== undefined && { rating }) });
  const counts = dayCounted({
    ...nothing, wellbeing: [answers('1', '2026-09-01', { satisfied: '5', happy: '7', anxious: '6' }), answers('2', '2026-12-01', { satisfied: '6', happy: '7', anxious: '8', worthwhile: '3' })],
    record: { ...nothing.record, visitBook: bookOf([]), outcomeBook: { excluded: [], feedback: [{ id: 'f', about: { kind: 'general', name: 'x' }, words: 'secret', at: at('11:00'), rating: 'good' }, { id: 'g', about: { kind: 'general', name: 'x' }, words: 'secret', at: at('00:00', '2026-12-02') }],
      goals: [{ id: 'a', words: 'secret', covers: [], setOn: day('2026-01-01'), notes: [note('1', '2026-11-01', 4), note('2', '2026-12-01'), note('3', '2026-12-01', 6)] }, { id: 'b', words: 'secret', covers: [], setOn: day('2026-01-01'), notes: [note('4', '2026-12-01', 1)] }],
      pastGoals: [{ id: 'c', words: 'secret', covers: [], setOn: day('2026-01-01'), ended: { how: 'reached', at: at('12:00') } }] } },
  }, day('2026-12-01'), at('23:00'));
  expect(counts).toEqual({ 'feedback.given': 1, 'feedback.good': 1, 'goals.better': 1, 'goals.reached': 1, 'wellbeing.answered': 1, 'wellbeing.better.satisfied': 1, 'wellbeing.same.happy': 1, 'wellbeing.worse.anxious': 1 });
});

describe('kept figures', () => {
  const week = day('2026-11-30');
  const counts = async (world: Awaited<ReturnType<typeof skillUnderTest>>, on = '2026-12-01') => (await lastWeeksOf(world.counted, harrow, margaret, 3)).find(({ row }) => row.days[on] !== undefined)?.row.days[on]?.counts ?? {};
  const count = async ({ services: { records }, counted: table, now }: Awaited<ReturnType<typeof skillUnderTest>>) => countPerson((await records.byPerson(harrow, margaret))!, table, now());

  test('a coming that is told of a day late is counted on its own day, once', async () => {
    const world = await skillUnderTest({ at: '2026-12-01T22:00' });
    const { services: { records, table, alerts, clock, wake } } = world;
    await count(world);
    const before = await counts(world);
    const breakfastOfToday = (await records.byPerson(harrow, margaret))!.visitBook.visits.find(({ on }) => on === '2026-12-01');
    expect(before).toMatchObject({ 'visits.planned': 2, 'visits.on-time': 2 });
    // Wednesday's breakfast: nobody says a word until the Thursday.
    world.later(2 * 24 * 60);
    await count(world);
    expect(await counts(world, '2026-12-02')).toMatchObject({ 'visits.unheard': 2 });
    const id = breakfastOfToday!.id.replace('2026-12-01', '2026-12-02');
    for (const report of [{ said: 'started', workerId: 'priya', at: at('08:32', '2026-12-02') }, { said: 'left', workerId: 'priya', at: at('09:20', '2026-12-02') }] as const) {
      const noted = await reportVisit({ councilId: harrow, personId: margaret, report: { visitId: id, ...report }, idempotencyKey: `late-${report.said}` }, { table, records, alerts, clock, wake, rules: [], log: { event: () => undefined, fault: () => undefined } });
      expect(noted.kind).toBe('noted');
    }
    for (let times = 0; times < 3; times += 1) {
      world.later(11 * 60);
      await count(world);
      expect(await counts(world, '2026-12-02')).toMatchObject({ 'visits.planned': 2, 'visits.on-time': 1, 'visits.unheard': 1 });
      expect(await counts(world)).toEqual(before);
    }
  });

  test('turns are counted once though they come again, stay counted once forgotten, and hold no word', async () => {
    const world = await skillUnderTest({ at: '2026-12-01T22:00' });
    const turns = turnLog(world.counted, { fault: (code) => { throw new Error(code); } });
    const said = (actionId: string, how: 'understood' | 'fallback', intent?: string) => { turns.note({ councilId: harrow, personId: margaret, actionId }, { on: day('2026-12-01'), how, ...(intent !== undefined && { intent }) }); };
    said('one', 'understood', 'WhoIsComingIntent');
    said('one', 'understood', 'WhoIsComingIntent');
    said('two', 'fallback');
    await turns.flush();
    said('one', 'understood', 'WhoIsComingIntent');
    await turns.flush();
    const heard = { 'turns.understood': 1, 'turns.fallback': 1, 'asked.WhoIsComingIntent': 1 };
    await count(world);
    expect(await counts(world)).toMatchObject(heard);
    for (let days = 0; days < 9; days += 1) {
      world.later(24 * 60);
      await count(world);
      expect(await counts(world)).toMatchObject(heard);
    }
    expect((await world.counted.query({ by: 'pk', pk: 'person#harrow#margaret', from: 'turn#', to: 'turn#~' })).rows).toEqual([]);
  });

  test('what cannot be kept is held and put again, and what is said is told of as what it was taken for', async () => {
    const heard: unknown[] = [];
    const world = await skillUnderTest();
    const talk = await conversation('margaret', { instead: { turns: { note: (_, turn) => { heard.push(turn); }, flush: () => Promise.resolve() } } });
    await talk.user('who is coming today');
    await talk.user('purple monkey dishwasher');
    await talk.user('how much money have i got left');
    expect(heard).toEqual([
      { on: '2026-12-01', intent: 'WhoIsComingIntent', how: 'understood' }, { on: '2026-12-01', how: 'fallback' }, { on: '2026-12-01', intent: 'BudgetLeftIntent', how: 'mended' },
    ]);
    let isDown = true;
    const faults: string[] = [];
    const turns = turnLog({ ...world.counted, transact: async (operations) => { if (isDown) throw new Error('down'); return world.counted.transact(operations); } }, { fault: (code) => { faults.push(code); } });
    turns.note({ councilId: harrow, personId: margaret, actionId: 'x' }, { on: day('2026-12-01'), how: 'understood' });
    await turns.flush();
    isDown = false;
    await turns.flush();
    await turns.flush();
    expect(faults).toEqual(['turns-not-counted']);
    await count(world);
    expect(await counts(world)).toMatchObject({ 'turns.understood': 1 });
  });

  test('whoever says no to being counted is in no figures, from the next night on, and what was counted of them is gone', async () => {
    const world = await skillUnderTest({ at: '2026-12-06T22:00' });
    const { services: { records }, counted: table, now } = world;
    const everybody = async () => { for (const who of ['margaret', 'dev', 'joyce']) await countPerson((await records.byPerson(harrow, personId(who)))!, table, now()); };
    const fold = async () => {
      await foldCouncil({ at: now(), tries: 0, due: { kind: 'figures', councilId: harrow } }, { table, clock: now });
      return [(await councilWeeks(table, harrow, week, week))[0]?.people.all, (await providerWeeks(table, harrow, week, week))[0]?.people];
    };
    await everybody();
    world.later(2 * 24 * 60);
    await everybody();
    expect(await fold()).toEqual([3, 3]);
    const record = (await records.byPerson(harrow, margaret))!;
    await records.save(record, { idempotencyKey: 'no', at: now(), audit: [], household: recordConsent(record.household, { kind: 'figures', says: 'withdrawn', how: 'by-phone', on: day('2026-12-08'), recordedAt: now(), recordedBy: { id: 'a', name: 'A' } }) });
    world.later(11 * 60);
    await everybody();
    expect(await fold()).toEqual([2, 2]);
    expect(await lastWeeksOf(table, harrow, margaret, 3)).toEqual([]);
    const talk = await conversation('margaret', { store: table, at: '2026-12-09T09:00', instead: { turns: { note: () => { throw new Error('counted'); }, flush: () => Promise.resolve() } } });
    await talk.user('who is coming today');
  });

  test('a week is added up once, by provider too, and however often it is done the figures stay', async () => {
    const world = await skillUnderTest({ at: '2026-12-06T22:00' });
    for (const who of ['margaret', 'dev', 'joyce']) await countPerson((await world.services.records.byPerson(harrow, personId(who)))!, world.counted, world.now());
    const due = (await Promise.all(dueShards.map(async (shard) => everyDueBy(world.counted, harrow, shard, nextFold(world.now()))))).flat().filter((item) => item.due.kind === 'figures');
    expect(due).toEqual([{ at: instantOf('2026-12-07T04:00'), tries: 0, due: { kind: 'figures', councilId: harrow } }]);
    world.later(2 * 24 * 60);
    for (const who of ['margaret', 'dev', 'joyce']) await countPerson((await world.services.records.byPerson(harrow, personId(who)))!, world.counted, world.now());
    const fold = async () => {
      await foldCouncil(due[0] as Parameters<typeof foldCouncil>[0], { table: world.counted, clock: world.now });
      return [await councilWeeks(world.counted, harrow, week, week), await providerWeeks(world.counted, harrow, week, week), await weeksOfProvider(world.counted, harrow, 'kindly-care', week, week), await fairnessOf(world.counted, harrow)] as const;
    };
    const [first, again] = [await fold(), await fold()];
    expect(again).toEqual(first);
    const [[council], [provider]] = first;
    expect(council).toMatchObject({ week, people: { all: 3, visited: 3 }, peopleIn: { 4: { all: 3, visited: 3 } } });
    expect(provider).toMatchObject({ id: 'kindly-care', name: 'Kindly Care', people: 3, withPlan: 3 });
    const visits = (days: Readonly<Record<string, Parameters<typeof countOf>[0]>>) => Object.values(days).reduce((sum, each) => sum + countOf(each, 'visits.planned'), 0);
    expect(visits(council!.days)).toBe(visits(provider!.days));
    expect(visits(council!.days)).toBeGreaterThan(20);
  });

  test('costs a person eight trips to count, and nothing again for ten hours', async () => {
    const world = await skillUnderTest({ at: '2026-12-01T22:00' });
    await count(world);
    world.later(11 * 60);
    const record = (await world.services.records.byPerson(harrow, margaret))!;
    world.counted.restart();
    await countPerson(record, world.counted, world.now());
    expect(world.counted.trips).toMatchObject({ reads: 7, transactions: 1 });
    world.counted.restart();
    await countPerson(record, world.counted, world.now());
    expect(world.counted.trips).toMatchObject({ reads: 1, transactions: 0 });
  });
});

test.each([['2026-12-06', '2026-11-23'], ['2026-12-07', '2026-11-23'], ['2026-12-08', '2026-11-30'], ['2026-12-13', '2026-11-30'], ['2027-01-04', '2026-12-21']])('on %s the last whole week is that of %s', (today, monday) => {
  expect(lastWholeWeek(day(today))).toBe(monday);
});

test('people are counted once in a period, however many weeks of it they were there', () => {
  const row = (id: string, last: PersonWeek['before']['last'], spoke: number): PersonWeek => ({ personId: personId(id), week: day('2026-11-30'), at: instant(0), provider: { id: 'a', name: 'A' }, hasPlan: false, days: { '2026-12-01': { providerId: 'a', counts: spoke > 0 ? { 'turns.understood': spoke } : {} } }, before: { last, turns: [] } });
  const fold = foldWeek(day('2026-11-30'));
  fold.add([row('a', { spoke: day('2026-11-23') }, 2), row('b', { spoke: day('2026-11-09') }, 0), row('c', { spoke: day('2026-11-02') }, 0), row('d', {}, 1)]);
  const { people, peopleIn } = fold.folded().council;
  expect([people.spoke, peopleIn[4].spoke, peopleIn[13].spoke, peopleIn[52].all]).toEqual([2, 3, 4, 4]);
});

test('whom the speaker fails the most comes first, of those who say enough to tell', () => {
  const row = (id: string, turns: readonly (readonly [string, number, number])[]): PersonWeek => ({ personId: personId(id), week: day('2026-11-30'), at: instant(0), provider: { id: 'a', name: 'A' }, hasPlan: false, days: {}, before: { last: {}, turns: turns.map(([week, said, failed]) => ({ week: week as LocalDate, turns: said, failed })) } });
  const fold = foldWeek(day('2026-11-30'));
  fold.add([row('often', [['2026-11-23', 20, 8]]), row('seldom', [['2026-11-23', 20, 2]])]);
  fold.add([row('hardly-speaks', [['2026-11-23', 9, 9]]), row('long-ago', [['2026-10-05', 20, 20]]), row('never', [['2026-11-23', 50, 0]])]);
  const { fairness } = fold.folded();
  expect(fairness[4].most.map((each) => each.personId)).toEqual(['often', 'seldom']);
  expect(fairness[4].people).toEqual({ 0: 1, 10: 1, 20: 0, 30: 0, more: 1 });
  expect(fairness[13].most.map((each) => each.personId)).toEqual(['long-ago', 'often', 'seldom']);
});
