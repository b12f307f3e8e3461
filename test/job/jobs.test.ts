// Promise: a job is one person's at a time, and everybody is told kindly who has it; what was done is kept, but not read in every turn; and whoever may take it hears of one that nobody has.
import { describe, expect, test } from '@jest/globals';
import { changeJob, freeJobsOf, jobsAsAt, jobsTakenOn, noJobs, offerJob, type JobBook, type JobChange, type JobDoer } from '../../models/job/index.ts';
import type { CircleMember } from '../../models/household/index.ts';
import { addDays, instant, type Instant, type LocalDate, type LocalTime } from '../../models/shared/index.ts';
import { jobsTodayWords } from '../../skill/job/speech.ts';
import { bringUpToDate } from '../../lambda/store/bring-up-to-date.ts';
import { forgetOldJobs, olderJobs } from '../../lambda/store/job-rows.ts';
import { personPartition } from '../../lambda/store/keys.ts';
import { personRecords } from '../../lambda/store/person-records.ts';
import { alertWorld, harrow, margaret, type AlertWorld } from '../support/alert-world.ts';
import { conversation } from '../support/conversation.ts';
import { freshStore } from '../support/fresh-store.ts';
import { instantOf } from '../support/skill-under-test.ts';
import { keepPeople } from '../store/people.ts';

const zone = 'Europe/London';
const today = '2026-12-01' as LocalDate;
const now = instantOf('2026-12-01T09:00');
const own: JobDoer = { kind: 'person', name: 'Margaret' };
const [susan, ann] = (['Susan', 'Ann'] as const).map((name): JobDoer => ({ kind: 'member', memberId: name.toLowerCase(), name })) as [JobDoer, JobDoer];
const lift = { id: 'lift', kind: 'lift', words: 'To the foot clinic', on: '2026-12-03' as LocalDate, at: '10:30' as LocalTime } as const;

function offered(by: JobDoer = own, what: Partial<Parameters<typeof offerJob>[1]> = {}, at: Instant = now, before: JobBook = noJobs): JobBook {
  const result = offerJob(before, { ...lift, ...what }, { by, at, zone });
  if (result.kind === 'refused') throw new Error(result.reasons.join());
  return result.book;
}
const change = (book: JobBook, what: JobChange, by: JobDoer, id: string = lift.id, at: Instant = now) => changeJob(book, id, what, { by, at, zone });
function changed(book: JobBook, what: JobChange, by: JobDoer, id: string = lift.id, at: Instant = now): JobBook {
  const result = change(book, what, by, id, at);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.book;
}

describe('a job', () => {
  test('is offered once, however often it is sent, and says by whom', () => {
    const book = offered();
    expect(offered(own, {}, now, book)).toBe(book);
    expect(book.jobs).toEqual([{ ...lift, state: 'open', history: [{ deed: 'offered', by: own, at: now }] }]);
  });

  test.each([[{ words: '' }, 'no-words'], [{ words: 'x'.repeat(81) }, 'too-long'], [{ on: addDays(today, -1) }, 'day-over'], [{ on: addDays(today, 400) }, 'too-far-ahead']])('with %j is refused as %s', (what, reason) => {
    expect(offerJob(noJobs, { ...lift, ...what }, { by: own, at: now, zone })).toEqual({ kind: 'refused', reasons: [reason] });
  });

  test('is the forty-first to do: refused, until one is done', () => {
    const full = Array.from({ length: 40 }, (_, place) => `job-${place}`).reduce((book, id) => offered(own, { id }, now, book), noJobs);
    expect(offerJob(full, lift, { by: own, at: now, zone })).toEqual({ kind: 'refused', reasons: ['too-many'] });
    expect(offerJob(changed(full, 'done', own, 'job-7'), lift, { by: own, at: now, zone }).kind).toBe('offered');
  });

  test('that two take is the first one’s, and the second hears whose', () => {
    const book = changed(offered(), 'take', susan);
    expect(change(book, 'take', ann)).toEqual({ kind: 'refused', reason: 'has-it-already', by: { memberId: 'susan', name: 'Susan' } });
    expect(changed(book, 'take', susan)).toBe(book);
    expect(book.jobs[0]).toMatchObject({ state: 'taken', takenBy: { memberId: 'susan', name: 'Susan' } });
  });

  test('is given back by whoever has it, taken back by the person or whoever offered it, and by nobody else', () => {
    const taken = changed(offered(ann), 'take', susan);
    expect(change(taken, 'give-back', ann)).toMatchObject({ reason: 'not-yours' });
    expect(changed(taken, 'give-back', susan).jobs[0]).not.toHaveProperty('takenBy');
    for (const by of [own, ann]) expect(changed(taken, 'take-back', by).jobs[0]).toMatchObject({ state: 'open', history: [{ deed: 'offered' }, { deed: 'taken' }, { deed: 'taken-back', by, at: now }] });
    const others = changed(offered(own), 'take', susan);
    expect(change(others, 'take-back', ann)).toMatchObject({ reason: 'not-yours' });
    expect(change(others, 'drop', ann)).toMatchObject({ reason: 'not-yours' });
    expect(change(offered(), 'give-back', susan)).toMatchObject({ reason: 'nobody-has-it' });
  });

  test('is taken by family and friends alone, and is over once it is done', () => {
    expect(change(offered(), 'take', own)).toMatchObject({ reason: 'only-for-the-circle' });
    const done = changed(changed(offered(), 'take', susan), 'done', susan);
    expect(changed(done, 'done', ann)).toBe(done);
    expect(change(done, 'take', ann)).toMatchObject({ reason: 'over' });
    expect(change(done, 'take', ann, 'never-was')).toMatchObject({ reason: 'not-there' });
  });

  test('goes free when whoever has it is not told of anything any more', () => {
    const book = offered(own, { id: 'other' }, now, changed(offered(), 'take', susan));
    expect(freeJobsOf(book, 'susan', own, now).jobs.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(freeJobsOf(book, 'ann', own, now)).toBe(book);
  });

  test('is known as it stood at any moment', () => {
    const book = changed(changed(offered(), 'take', susan, lift.id, instant(now + 60_000)), 'give-back', susan, lift.id, instant(now + 120_000));
    const at = (minutes: number) => jobsAsAt(book, instant(now + minutes * 60_000)).jobs.map(({ state, takenBy }) => [state, takenBy?.name]);
    expect([at(-1), at(0), at(1), at(2)]).toEqual([[], [['open', undefined]], [['taken', 'Susan']], [['open', undefined]]]);
  });
});

describe('what was done', () => {
  test('leaves the book after four weeks, or twenty others, for the history, and the history after a year', async () => {
    const table = await freshStore();
    await keepPeople(table, ['margaret']);
    const records = personRecords(table);
    let key = 0;
    const save = async (jobBook: JobBook, at: Instant) => {
      const record = (await records.byPerson(harrow, margaret))!;
      expect(await records.save(record, { idempotencyKey: `k${(key += 1)}`, at, jobBook, audit: [] })).toEqual({ kind: 'saved' });
    };
    let book = noJobs;
    for (let place = 0; place < 22; place += 1) {
      book = changed(offered(own, { id: `job-${place}` }, now, book), 'done', susan, `job-${place}`);
      await save(book, now);
    }
    expect(book.jobs).toHaveLength(20);
    expect((await olderJobs(table, harrow, margaret, now)).map(({ id }) => id)).toEqual(['job-0', 'job-1']);
    const later = instant(now + 40 * 86_400_000);
    book = offered(own, { id: 'new', on: '2027-01-20' as LocalDate }, later, book);
    await save(book, later);
    expect(book.jobs.map(({ id }) => id)).toEqual(['new']);
    expect(await olderJobs(table, harrow, margaret, later)).toHaveLength(22);
    const nextYear = instant(now + 380 * 86_400_000);
    expect(await olderJobs(table, harrow, margaret, nextYear)).toHaveLength(20);
    await forgetOldJobs(table, harrow, margaret, nextYear);
    expect(await olderJobs(table, harrow, margaret, now)).toHaveLength(20);
  });

  test('whoever was kept before there were jobs has an empty book of them', async () => {
    const table = await freshStore();
    await keepPeople(table, ['margaret']);
    await table.transact([{ do: 'delete', key: { pk: personPartition(harrow, margaret), sk: 'spoken#jobs' }, when: [] }]);
    await bringUpToDate(table, harrow, now, (cause) => { throw cause; });
    expect((await personRecords(table).byPerson(harrow, margaret))?.jobBook).toEqual({ jobs: [] });
  });
});

describe('spoken', () => {
  const said = (book: JobBook, time = '09:00', room: 'some' | 'little' = 'some') => jobsTodayWords(book, today, time as LocalTime, room);
  const onToday = (what: Partial<Parameters<typeof offerJob>[1]>, by: JobDoer, before: JobBook = noJobs) => changed(offered(own, { on: today, ...what }, now, before), 'take', by, what.id ?? lift.id);

  test('says who comes, what for and when, until it is over or done', () => {
    const book = onToday({}, susan);
    expect([said(book), said(book, '10:31'), said(changed(book, 'done', susan)), said(offered(own, { on: today }))]).toEqual(['Susan is giving you a lift at half past ten.', undefined, undefined, undefined]);
    const { at: _, ...any } = { ...lift, on: today, kind: 'shopping' as const };
    const shopping = offerJob(noJobs, any, { by: own, at: now, zone });
    expect(shopping.kind === 'offered' && said(changed(shopping.book, 'take', susan))).toBe('Susan is bringing the shopping today.');
    expect(jobsTakenOn(book, addDays(today, 1))).toEqual([]);
  });

  test('names others who come too, and keeps short where there is little room', () => {
    const book = onToday({ id: 'b', kind: 'company', at: '15:00' as LocalTime }, ann, onToday({}, susan));
    expect([said(book), said(book, '09:00', 'little')]).toEqual(['Susan is giving you a lift at half past ten, and Ann is coming too.', 'Susan is giving you a lift.']);
    expect(said(onToday({ kind: 'other', words: 'Change the bulb.' }, ann))).toBe('Ann is helping at half past ten with this: Change the bulb.');
    expect(said(onToday({ kind: 'other', words: 'Look through all of the letters and bills on the table' }, ann))).toBe('Ann is coming to help at half past ten.');
  });

  test('is part of what is on today, and of no other day', async () => {
    const talk = await conversation('margaret');
    const { at: _, ...shopping } = { ...lift, on: today, kind: 'shopping' as const };
    await talk.change((record) => {
      const asked = offerJob(record.jobBook, shopping, { by: own, at: now, zone });
      if (asked.kind === 'refused') throw new Error(asked.reasons.join());
      return { jobBook: changed(asked.book, 'take', susan) };
    });
    (await talk.user("who's coming today")).alexa('Two visits. Priya at half past eight this morning, and Sam at six this evening. Susan is bringing the shopping today. Would you like to know what they\'re coming for?');
    (await talk.user("who's coming tomorrow")).alexa(/^(?!.*shopping)/);
  });
});

describe('a job that nobody has taken', () => {
  const may: CircleMember = { id: 'sarah', name: 'Sarah', relationship: 'daughter', kind: 'family', mayKnow: ['visits'], mayAct: ['visits'], phone: '07700 900123' };
  const only: CircleMember = { ...may, id: 'peter', name: 'Peter', mayAct: [], phone: '07700 900124' };
  async function worldWith(book: JobBook, at = '2026-12-01T09:00'): Promise<AlertWorld> {
    const world = await alertWorld({ at });
    const record = await world.record();
    await world.store.saveReach(harrow, margaret, (reach) => ({ ...reach, members: { ...reach.members, peter: [{ id: 'peter', channel: 'text', value: '+447700900124', isVerified: true }] } }));
    await world.records.save(record, { idempotencyKey: 'jobs', at: world.now(), household: { ...record.household, circle: [may, only] }, visitBook: { ...record.visitBook, rounds: [], visits: [] }, jobBook: book, audit: [] });
    return world;
  }
  const change_ = async (world: AlertWorld, what: JobChange, by: JobDoer) => {
    const record = await world.record();
    const result = changeJob(record.jobBook, lift.id, what, { by, at: world.now(), zone });
    if (result.kind === 'refused') throw new Error(result.reason);
    await world.records.save(record, { idempotencyKey: `${what}-${world.now()}`, at: world.now(), jobBook: result.book, audit: [] });
  };
  const sarah: JobDoer = { kind: 'member', memberId: 'sarah', name: 'Sarah' };
  const told = ({ arrived }: AlertWorld) => arrived.map(({ at, channel, to, spoken }) => `${at.slice(0, 5)} ${channel} ${to}: ${spoken}`);

  test('is told at ten the day before, once, to those who may take it', async () => {
    const world = await worldWith(offered());
    await world.forwardTo('2026-12-02T09:59');
    expect(told(world)).toEqual([]);
    await world.forwardTo('2026-12-03T12:00');
    expect(told(world)).toEqual(['10:00 text sarah: Nobody has taken this yet: a lift for margaret, tomorrow at half past ten in the morning.']);
  });

  test('is told by notification, as word left for somebody is, where their phone takes them', async () => {
    const world = await worldWith(offered());
    const { household } = await world.record();
    await world.records.save(await world.record(), { idempotencyKey: 'words', at: world.now(), household: { ...household, circle: [{ ...may, mayKnow: ['visits', 'messages'] }] }, audit: [] });
    await world.store.saveReach(harrow, margaret, (reach) => ({ ...reach, members: { ...reach.members, sarah: [{ id: 'sarah-browser', channel: 'push', value: 'browser', isVerified: true }, ...reach.members['sarah'] ?? []] } }));
    await world.raise({ kind: 'word-for-somebody', name: 'w' });
    await world.forwardTo('2026-12-01T09:30');
    await world.forwardTo('2026-12-02T10:00');
    expect(told(world).filter((line) => line.includes(' push ')).map((line) => line.slice(0, 17))).toEqual(['09:00 push sarah:', '10:00 push sarah:']);
  });

  test('is told to nobody once it was taken, and again when it was given back', async () => {
    const world = await worldWith(offered());
    await change_(world, 'take', sarah);
    await world.forwardTo('2026-12-02T14:00');
    expect(told(world)).toEqual([]);
    await change_(world, 'give-back', sarah);
    await world.forwardTo('2026-12-03T09:00');
    expect(told(world).map((line) => line.slice(0, 17))).toEqual(['15:00 text sarah:']);
  });

  test('at night waits for the morning, and what is over is not told', async () => {
    const late = await worldWith(offered(own, { on: '2026-12-02' as LocalDate }, instantOf('2026-12-01T21:30')), '2026-12-01T21:30');
    await late.forwardTo('2026-12-02T12:00');
    expect(told(late).map((line) => line.slice(0, 17))).toEqual(['07:30 text sarah:']);
    const over = await worldWith(offered(own, { on: '2026-12-02' as LocalDate, at: '07:00' as LocalTime }, instantOf('2026-12-01T21:30')), '2026-12-01T21:30');
    await over.forwardTo('2026-12-02T12:00');
    expect(told(over)).toEqual([]);
  });
});
