// Promise: a source’s file changes what it says anew and nothing else, the same again changes nothing, what is missing is listed and never cancelled, and each person hears of it as of any change by their agency.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LocalDate } from '../../models/shared/index.ts';
import type { VisitRun } from '../../models/visits-in/index.ts';
import { createPerson } from '../../lambda/store/create-person.ts';
import { reportVisit } from '../../lambda/alerts/visit-report.ts';
import { someone } from '../store/people.ts';
import { alertWorld, margaret } from '../support/alert-world.ts';
import { hostileWords } from '../support/hostile-words.ts';
import { agencyFiles, fileOf, harrow, rota, type FileRow } from './agency-file.ts';

const tomorrow = '2026-12-02';
const lunch: FileRow = { ref: '1', start: `${tomorrow} 12:15`, end: `${tomorrow} 12:30`, worker: 'E1', task: 'Lunch' };
const tea: FileRow = { ref: '2', start: `${tomorrow} 17:00`, end: `${tomorrow} 17:30`, worker: 'E1' };
const at = (row: FileRow, start: string, end: string): FileRow => ({ ...row, start: `${tomorrow} ${start}`, end: `${tomorrow} ${end}` });
const worldOf = async (time = '2026-12-01T10:00') => {
  const world = await alertWorld({ at: time });
  return { world, agency: await agencyFiles(world) };
};
const changesOf = ({ counts }: VisitRun) => ({ ...counts.changes, ...(counts.same > 0 && { same: counts.same }), ...counts.left, ...(counts.missing > 0 && { missing: counts.missing }) });
type Agency = Awaited<ReturnType<typeof agencyFiles>>;
const times = async ({ visits }: Agency) => (await visits(tomorrow as LocalDate, 0)).map(({ from, status, workerIds }) => `${from} ${status} ${workerIds.join('+')}`);

describe('one file after another', () => {
  test('it is shown first and changes nothing; then it is there, spoken with names, and the same again is nothing', async () => {
    const { world, agency } = await worldOf();
    const before = (await world.record()).visitBook;
    const checked = await agency.sent([lunch, { ...lunch, worker: 'E9' }, tea]);
    expect([checked.state, changesOf(checked), (await world.record()).visitBook]).toEqual(['waiting', { new: 2 }, before]);
    expect(changesOf(await agency.broughtIn([lunch, { ...lunch, worker: 'E9' }, tea]))).toEqual({ new: 2 });
    const { visitBook } = await world.record();
    expect(await times(agency)).toEqual(['08:30 planned priya', '12:15 planned E1+E9', '17:00 planned E1']);
    expect(visitBook.workers.map(({ firstName }) => firstName)).toEqual(['Priya', 'Sam', 'Tom', 'a care worker']);
    expect(changesOf(await agency.broughtIn([lunch, { ...lunch, worker: 'E9' }, tea]))).toEqual({ same: 2 });
    expect((await world.record()).visitBook).toEqual(visitBook);
    await world.fastForward(5);
    expect(world.arrived).toEqual([]);
  });

  test('a visit at the very time of a round is that visit, and moves with its number', async () => {
    const { world, agency } = await worldOf();
    const morning = at({ ref: '7', worker: 'priya' }, '08:30', '09:15');
    expect(changesOf(await agency.broughtIn([morning]))).toEqual({ same: 1 });
    expect(changesOf(await agency.broughtIn([at(morning, '10:00', '10:45')]))).toEqual({ moved: 1 });
    expect(await times(agency)).toEqual(['10:00 confirmed priya']);
    await world.fastForward(1);
    expect(world.arrived[0]?.spoken).toBe('Your half past eight visit tomorrow has moved. It is now at ten.');
  });

  test('cancelled is told as the agency’s other cancellations are, and on again when it is', async () => {
    const { world, agency } = await worldOf();
    await agency.broughtIn([lunch, tea]);
    const run = await agency.broughtIn([{ ...lunch, status: 'Cancelled', by: 'Office', why: 'No staff' }, { ...tea, status: 'Cancelled' }]);
    expect([changesOf(run), run.counts.alerts]).toEqual([{ cancelled: 2 }, 1]);
    await world.fastForward(1);
    expect(world.arrived[0]?.spoken).toBe('The agency has cancelled two of your visits: tomorrow at quarter past twelve in the afternoon and tomorrow at five in the evening. You can ring Ann at the office.');
    expect(changesOf(await agency.broughtIn([{ ...lunch, status: 'Cancelled' }, tea]))).toEqual({ 'on-again': 1, same: 1 });
    world.arrived.splice(0);
    await world.fastForward(1);
    expect(world.arrived[0]?.spoken).toBe('The visit that was cancelled is on after all: tomorrow at five in the evening.');
  });

  test('a roster that moves by the dozen is one message for the person, and one item for staff', async () => {
    const { world, agency } = await worldOf();
    const days = Array.from({ length: 12 }, (_, day) => `2026-12-${String(3 + day).padStart(2, '0')}`);
    const rows = (start: string, end: string) => days.map((day, number): FileRow => ({ ref: `d${number}`, start: `${day} ${start}`, end: `${day} ${end}`, worker: 'E1' }));
    await agency.broughtIn(rows('12:00', '12:30'));
    expect(changesOf(await agency.broughtIn(rows('13:00', '13:30')))).toEqual({ moved: 12 });
    await world.fastForward(2);
    expect(world.arrived.filter(({ channel }) => channel === 'board').map(({ spoken }) => spoken)).toEqual(['The agency has changed twelve of your visits. The first of them is now on Thursday at one in the afternoon. Ask me about any day.']);
    expect(world.arrived.filter(({ to }) => to === 'desk').map(({ spoken }) => spoken)).toEqual(['Brightway has moved or cancelled 10 visits or more. Everybody concerned is being told.']);
  });

  test('what is not there any more is listed, and stays: staff decide', async () => {
    const { world, agency } = await worldOf();
    await agency.broughtIn([lunch, tea, { ...lunch, ref: '3', worker: 'E2' }]);
    const run = await agency.broughtIn([lunch, at({ ref: '8', worker: 'E1' }, '20:00', '20:30')]);
    expect((await agency.lines(run)).flatMap((line) => (line.kind === 'missing' ? [line.missing] : []))).toEqual([
      { visitId: 'rota.1', refs: ['3'], on: tomorrow, from: '12:15', isPart: true }, { visitId: 'rota.2', refs: ['2'], on: tomorrow, from: '17:00', isPart: false },
    ]);
    expect(await times(agency)).toEqual(['08:30 planned priya', '12:15 planned E1+E2', '17:00 planned E1', '20:00 planned E1']);
    // A file that breaks the row, or ends before that day, says nothing of it; one without the person altogether does.
    expect(changesOf(await agency.broughtIn([lunch, { ...lunch, ref: '3', worker: 'E2' }, { ...tea, end: 'xx' }, at({ ref: '8', worker: 'E1' }, '20:00', '20:30')]))).not.toHaveProperty('missing');
    expect(changesOf(await agency.broughtIn([{ ref: '9', start: '2026-12-01 20:00', end: '2026-12-01 20:30' }]))).toEqual({ new: 1 });
    expect(changesOf(await agency.broughtIn([{ ...lunch, client: 'somebody else' }]))).toEqual({ missing: 3 });
    expect(world.arrived).toEqual([]);
  });
});

describe('what is newer here', () => {
  const report = async ({ world, agency }: Awaited<ReturnType<typeof worldOf>>, said: object) => reportVisit({ councilId: harrow, personId: margaret, report: { visitId: 'rota.1', at: world.now(), ...said } as never, idempotencyKey: `said-${JSON.stringify(said)}` }, { ...agency.services, rules: [], log: world.parts.log });

  test('an old file does not move back what the agency moved since, and moves it when it says something new', async () => {
    const both = await worldOf();
    await both.agency.broughtIn([lunch]);
    await report(both, { said: 'moved', on: tomorrow, from: '14:00' });
    expect(changesOf(await both.agency.broughtIn([lunch]))).toEqual({ 'kept-as-changed-here': 1 });
    expect(await times(both.agency)).toContain('14:00 confirmed E1');
    expect(changesOf(await both.agency.broughtIn([at(lunch, '15:00', '15:15')]))).toEqual({ moved: 1 });
    expect(changesOf(await both.agency.broughtIn([at(lunch, '15:00', '15:15')]))).toEqual({ same: 1 });
  });

  test('what the family called off stays off', async () => {
    const both = await worldOf();
    await both.agency.broughtIn([lunch]);
    await report(both, { said: 'cancelled', by: 'family', reason: 'At Susan’s' });
    expect(changesOf(await both.agency.broughtIn([lunch]))).toEqual({ 'cancelled-here': 1 });
    expect(await times(both.agency)).toContain('12:15 cancelled E1');
  });

  test('what has begun is not planned again, and who came late is known in any order', async () => {
    const both = await worldOf('2026-12-02T12:40');
    const { agency } = both;
    await agency.broughtIn([{ ...lunch, arrived: '12:20', left: '12:31' }, { ...lunch, worker: 'E2' }]);
    expect(await times(agency)).toContain('12:15 part-started E1+E2');
    await agency.broughtIn([lunch, { ...lunch, worker: 'E2' }]);
    expect(await times(agency)).toContain('12:15 part-started E1+E2');
    await agency.broughtIn([{ ...lunch, arrived: '12:20', left: '12:31' }, { ...lunch, worker: 'E2', arrived: '12:18', left: '12:29' }]);
    const visit = (await agency.visits(tomorrow as LocalDate, 0)).find(({ id }) => id === 'rota.1')!;
    expect([visit.status, new Date(visit.arrivedAt!).toISOString().slice(11, 16), new Date(visit.leftAt!).toISOString().slice(11, 16)]).toEqual(['completed', '12:20', '12:31']);
  });

  test('“nobody has come” falls silent when a file says that somebody has', async () => {
    const { world, agency } = await worldOf();
    await agency.broughtIn([lunch]);
    await world.plan();
    await world.forwardTo('2026-12-02T12:31');
    const told = (await world.store.list(harrow, margaret, '2026', '2027')).find(({ kind, facts }) => kind === 'visit-not-heard-of' && facts['visitId'] === 'rota.1');
    expect(told?.firstToldAt).toBeDefined();
    await agency.broughtIn([{ ...lunch, arrived: '12:28' }]);
    expect((await world.alerts.find({ councilId: harrow, personId: margaret, alertId: told!.id }))?.state).toBe('cancelled');
  });

  test('somebody of another agency, and somebody who has left, are left alone and told of', async () => {
    const { world, agency } = await worldOf();
    await agency.sources.keep(harrow, { ...rota, provider: { ...rota.provider, id: 'other' } }, 1);
    expect((await agency.broughtIn([lunch])).counts.problems).toEqual({ 'another-agency': 1 });
    await agency.sources.keep(harrow, rota, 2);
    const record = await world.record();
    await world.records.save(record, { idempotencyKey: 'left', at: world.now(), household: { ...record.household, left: { at: world.now(), why: 'moved', by: { id: 'x', name: 'X' } } }, audit: [] });
    expect((await agency.broughtIn([lunch])).counts.problems).toEqual({ 'has-left': 1 });
  });
});

describe('whose they are', () => {
  test('by the council’s number or as staff linked them; whoever is not known, or not the only one, is told of and not guessed', async () => {
    const { world, agency } = await worldOf();
    for (const [name, councilNumber] of [['joyce', 'H 100'], ['dev', 'H200'], ['ann', 'h200']] as const) {
      const one = someone(name);
      await createPerson(world.table, { ...one, household: { ...one.household, councilNumber } });
    }
    const run = await agency.sent([lunch, { ...lunch, ref: '4', client: 'h100' }, { ...lunch, ref: '5', client: 'H200' }, { ...lunch, ref: '6', client: 'margaret Ellis' }]);
    expect([run.counts.people, run.unmatched]).toEqual([2, [{ client: 'H200', visits: 1, why: 'several' }, { client: 'margaret Ellis', visits: 1, why: 'unknown' }]]);
  });
});

describe('brought in and stopped half way', () => {
  test('whatever stops it, each person’s visits are all there or none, and going on finishes it', async () => {
    const { world, agency } = await worldOf();
    const names = Array.from({ length: 12 }, (_, number) => `family-${number}`);
    for (const name of names) {
      const one = someone(name);
      await createPerson(world.table, { ...one, household: { ...one.household, councilNumber: name } });
    }
    const rows = names.flatMap((client) => [{ ...lunch, client, ref: `${client}-1` }, { ...tea, client, ref: `${client}-2` }]);
    const { id } = await agency.sent(rows);
    await agency.runs.bringIn(id);
    const bring = agency.services.table.transact.bind(agency.services.table);
    let left = 7;
    const failing = async (operations: Parameters<typeof bring>[0]) => ((left -= 1) < 0 ? Promise.reject(new Error('The process was killed')) : bring(operations));
    agency.services.table.transact = failing;
    await agency.runs.goOn(id).catch(() => undefined);
    agency.services.table.transact = bring;
    const kept = async () => Promise.all(names.map(async (name) => (await world.records.byPerson(harrow, name as never))!.visitBook.visits.filter(({ imported }) => imported !== undefined).length));
    const half = await kept();
    expect([new Set(half), half.includes(2), half.includes(0)]).toEqual([new Set([2, 0]), true, true]);
    const done = await agency.runs.finish(id);
    // Those of the stretch that was stopped were told as failed, by name; once more, and all is well.
    if (Object.keys(done!.counts.problems).length > 0) {
      await agency.runs.bringIn(id);
      expect((await agency.runs.finish(id))!.counts.problems).toEqual({});
    }
    expect(new Set(await kept())).toEqual(new Set([2]));
  });
});

test('files full of hostile words harm nobody: what is kept can be read, and said', async () => {
  const { world, agency } = await worldOf();
  const word = fc.constantFrom(...hostileWords.filter((each) => !each.includes('\u0000'.repeat(50))));
  await fc.assert(fc.asyncProperty(word, word, word, async (ref, task, worker) => {
    const run = await agency.broughtIn([{ ...lunch, ref, task, worker }, { ...tea, why: task, status: 'cancelled' }]);
    expect(run.counts.problems).toEqual({});
    expect((await world.record()).visitBook.visits.every(({ tasks }) => tasks.every((each) => each.length <= 80))).toBe(true);
  }), { numRuns: 40 });
  expect(world.logged.filter((line) => line.startsWith('FAULT'))).toEqual([]);
  expect(fileOf([]).length).toBeGreaterThan(10);
});
