// Promise: an alert goes on from person to person until a human answers, says why at every step, and falls quiet everywhere at one answer.
import { describe, expect, test } from '@jest/globals';
import { alertWorld, harrow, margaret } from '../support/alert-world.ts';

const times = ({ arrived }: { arrived: readonly { at: string; channel: string; to: string }[] }) => arrived.map(({ at, channel, to }) => `${at.slice(0, 5)} ${channel} ${to}`);

describe('a visit changed, and nobody answers', () => {
  test('the ladder is climbed: again at 5 minutes, another way at 15, the first contact at 30, then the desk until it closes', async () => {
    const world = await alertWorld();
    await world.raise({ kind: 'visit-changed' });
    await world.fastForward(80);
    expect(times(world)).toEqual(['08:00 board person', '08:05 board person', '08:15 chime person', '08:30 text sarah', '08:45 desk desk', '09:00 desk desk', '09:15 desk desk']);
  });

  test('each step says why', async () => {
    const world = await alertWorld();
    const raised = await world.raise({ kind: 'visit-changed' });
    await world.fastForward(50);
    const alert = await world.alerts.find({ councilId: harrow, personId: margaret, alertId: raised.kind === 'raised' ? raised.alert.id : '' });
    expect(alert?.decisions.map(({ reason }) => reason)).toEqual([
      'tell-now:first', 'hold:waiting-for-answer', 'tell-now:again', 'hold:waiting-for-answer', 'tell-now:another-channel', 'hold:waiting-for-answer', 'tell-now:next-person', 'hold:waiting-for-answer', 'tell-now:desk', 'hold:waiting-for-answer',
    ]);
    expect(alert?.state).toBe('escalated');
  });

  test('for twelve simulated months it never falls silent', async () => {
    const world = await alertWorld();
    await world.raise({ kind: 'help-wanted' });
    await world.fastForward(60 * 24);
    const first = world.arrived.length;
    await world.fastForward(60);
    expect(world.arrived.length).toBeGreaterThan(first);
  });
});

describe('one answer', () => {
  test.each([
    ['the person at the TV', { kind: 'person' } as const, 3], ['the daughter by text', { kind: 'member', memberId: 'sarah' } as const, 32], ['the desk', { kind: 'desk' } as const, 47],
  ])('by %s silences everything for good', async (_, by, afterMinutes) => {
    const world = await alertWorld();
    const raised = await world.raise({ kind: 'visit-changed' });
    if (raised.kind !== 'raised') throw new Error('not raised');
    await world.fastForward(afterMinutes);
    const name = { councilId: harrow, personId: margaret, alertId: raised.alert.id };
    expect(await world.alerts.answer(name, { by, word: 'ok', at: world.now(), through: 'api' })).toMatchObject({ kind: 'answered', alert: { state: 'closed' } });
    expect(world.silenced.flatMap(({ addresses }) => addresses.map(({ id }) => id))).toContain('tv');
    const before = world.arrived.length;
    await world.fastForward(60 * 24 * 365);
    expect(world.arrived.length).toBe(before);
  });

  test('given again changes nothing', async () => {
    const world = await alertWorld();
    const raised = await world.raise({ kind: 'visit-changed' });
    if (raised.kind !== 'raised') throw new Error('not raised');
    await world.fastForward(1);
    const name = { councilId: harrow, personId: margaret, alertId: raised.alert.id };
    const answer = { by: { kind: 'person' } as const, word: 'ok' as const, at: world.now(), through: 'board' as const };
    await world.alerts.answer(name, answer);
    expect(await world.alerts.answer(name, { ...answer, word: 'yes' })).toMatchObject({ kind: 'already-over', alert: { answer: { word: 'ok' } } });
  });

  test('by somebody who was never told is refused', async () => {
    const world = await alertWorld();
    const raised = await world.raise({ kind: 'visit-changed' });
    if (raised.kind !== 'raised') throw new Error('not raised');
    await world.fastForward(1);
    const name = { councilId: harrow, personId: margaret, alertId: raised.alert.id };
    expect(await world.alerts.answer(name, { by: { kind: 'member', memberId: 'sarah' }, word: 'ok', at: world.now(), through: 'text' })).toEqual({ kind: 'refused', reason: 'not-told' });
    expect(await world.alerts.answer({ ...name, alertId: 'nothing' }, { by: { kind: 'person' }, word: 'ok', at: world.now(), through: 'board' })).toEqual({ kind: 'refused', reason: 'no-such-alert' });
  });
});

describe('what holds an alert back', () => {
  test('quiet hours hold what is not urgent until the morning', async () => {
    const world = await alertWorld({ at: '2026-12-01T22:00' });
    await world.raise({ kind: 'visit-changed' });
    await world.forwardTo('2026-12-02T07:31');
    expect(times(world)).toEqual(['07:30 board person']);
  });

  test('urgent alerts pass quiet hours', async () => {
    const world = await alertWorld({ at: '2026-12-01T23:00' });
    await world.raise({ kind: 'help-wanted' });
    await world.fastForward(1);
    expect(times(world)).toEqual(['23:00 text sarah', '23:00 email sarah', '23:00 desk desk']);
  });

  test('a day has only so many interruptions by what needs no answer', async () => {
    const world = await alertWorld({ rules: [{ id: 'r', councilId: harrow, scope: { kind: 'person', personId: 'margaret' }, kind: 'budget-low', interruptionsADay: 2 }] });
    for (const name of ['one', 'two', 'three']) {
      await world.raise({ kind: 'budget-low', name });
      await world.fastForward(1);
    }
    expect(times(world)).toEqual(['08:00 board person', '08:01 board person']);
    await world.forwardTo('2026-12-02T07:59');
    expect(world.arrived).toHaveLength(2);
  });

  test('nothing sounds at home while the person is away', async () => {
    const world = await alertWorld();
    await world.store.saveReach(harrow, margaret, (reach) => ({ ...reach, away: { from: world.now() } }));
    await world.raise({ kind: 'visit-changed' });
    await world.fastForward(600);
    expect(world.arrived).toEqual([]);
  });

  test('a planned one is never early', async () => {
    const world = await alertWorld();
    await world.raise({ kind: 'visit-changed', plannedFor: (world.now() + 90_000) as never });
    await world.fastForward(1);
    expect(world.arrived).toEqual([]);
    await world.fastForward(1);
    expect(world.arrived.map(({ at }) => at)).toEqual(['08:01:30']);
  });
});

describe('a channel that fails, hangs or lies', () => {
  test('one that cannot be reached is passed over at once', async () => {
    const world = await alertWorld({ behaviour: { board: () => ({ kind: 'failed', why: 'unreachable' }) } });
    await world.raise({ kind: 'visit-changed' });
    await world.fastForward(1);
    expect(times(world)).toEqual(['08:00 chime person']);
  });

  test('when none can be reached the desk is told within the minute', async () => {
    const down = () => ({ kind: 'failed', why: 'unreachable' } as const);
    const world = await alertWorld({ behaviour: { board: down, chime: down, text: down, email: down } });
    await world.raise({ kind: 'visit-changed' });
    await world.fastForward(1);
    expect(times(world)).toEqual(['08:00 desk desk']);
  });

  test('one that throws counts as unknown, and is tried once more under the same key', async () => {
    let calls = 0;
    const keys = new Set<string>();
    const world = await alertWorld({ behaviour: { board: ({ attemptId }) => { calls += 1; keys.add(attemptId); throw new Error('broken'); } } });
    await world.raise({ kind: 'visit-changed' });
    await world.fastForward(4);
    expect([calls, keys.size]).toEqual([2, 1]);
  });

  test('a receipt of failure sends the alert on at once', async () => {
    const world = await alertWorld();
    await world.raise({ kind: 'visit-changed' });
    await world.fastForward(1);
    expect(await world.alerts.receipt(world.arrived[0]!.attemptId, 'failed', 'screen off')).toBe(true);
    await world.fastForward(1);
    expect(times(world)).toEqual(['08:00 board person', '08:01 board person']);
    expect(await world.alerts.receipt('nonsense', 'shown')).toBe(false);
  });
});

test('what needs no answer is told once and closed', async () => {
  const world = await alertWorld();
  const raised = await world.raise({ kind: 'on-the-way' });
  await world.fastForward(60);
  expect(times(world)).toEqual(['08:00 board person']);
  expect(await world.alerts.find({ councilId: harrow, personId: margaret, alertId: raised.kind === 'raised' ? raised.alert.id : '' })).toMatchObject({ state: 'closed' });
});

test('the same occurrence raised twice is one alert', async () => {
  const world = await alertWorld();
  expect((await world.raise({ kind: 'visit-changed' })).kind).toBe('raised');
  expect((await world.raise({ kind: 'visit-changed' })).kind).toBe('already-raised');
  await world.fastForward(1);
  expect(world.arrived).toHaveLength(1);
});

test.each([['speakers', 'chime'], ['screens', 'board']])('a routine for %s alone begins there, and goes to others all the same when nobody answers', async (devices, first) => {
  const world = await alertWorld();
  await world.raise({ kind: 'check-in', facts: { words: 'Have you eaten?', about: 'x', isMedicine: false, devices } });
  await world.fastForward(90);
  const told = times(world);
  expect(told[0]).toBe(`08:00 ${first} person`);
  expect(told.filter((each) => each.endsWith('person')).every((each) => each.includes(first))).toBe(true);
  expect(told.some((each) => each.endsWith('desk'))).toBe(true);
});

test('the person’s board tells what waits and who was told', async () => {
  const world = await alertWorld();
  await world.raise({ kind: 'help-wanted' });
  await world.fastForward(1);
  const { alertBoard } = await world.record();
  expect(alertBoard.alerts).toMatchObject([{ kind: 'help-wanted', isOpen: true, isForPerson: true, told: [{ kind: 'member', memberId: 'sarah' }, { kind: 'desk' }] }]);
});

test('something that cannot be looked at is put off, then set aside, and staff are told', async () => {
  const world = await alertWorld();
  await world.raise({ kind: 'visit-changed', facts: { visitId: 'x' } });
  const broken = { ...world.parts.knows, stillTrue: () => { throw new Error('no sense'); } };
  const { alertEngine } = await import('../../lambda/alerts/engine.ts');
  const engine = alertEngine({ ...world.parts, knows: broken }, world.looks);
  for (let round = 0; round < 12; round += 1) {
    world.setClock((world.now() + 60_000) as never);
    await engine.tick();
  }
  const { everySetAside, tryAgain } = await import('../../lambda/store/set-aside-rows.ts');
  const aside = await everySetAside(world.table, harrow);
  expect(aside).toHaveLength(2);
  expect((await world.alerts.list(harrow, undefined, '', '~')).map(({ kind }) => kind)).toContain('something-is-stuck');
  expect([await tryAgain(world.table, harrow, aside[0]?.id ?? '', world.now()), await tryAgain(world.table, harrow, aside[0]?.id ?? '', world.now())]).toEqual([true, false]);
  expect(await everySetAside(world.table, harrow)).toEqual([aside[1]]);
});
