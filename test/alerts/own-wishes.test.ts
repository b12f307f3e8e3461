// Promise: the person's own quiet hours and number of interruptions are kept to by what is not urgent, whatever the council's are; what is urgent never waits for them, nor does what is for those around them.
import { describe, expect, test } from '@jest/globals';
import type { SpeechPassport } from '../../models/household/index.ts';
import { usualPassport, usualSpeech } from '../../models/household/index.ts';
import type { LocalTime } from '../../models/shared/index.ts';
import { alertWorld, harrow, type AlertWorld } from '../support/alert-world.ts';

type Rule = NonNullable<NonNullable<Parameters<typeof alertWorld>[0]>['rules']>[number];
const hours = (from: string, to: string) => ({ quietHours: { from: from as LocalTime, to: to as LocalTime } });
const rule = (scope: Rule['scope'], what: Partial<Rule>): Rule => ({ id: 'r', councilId: harrow, scope, kind: 'visit-changed', ...what });
const times = ({ arrived }: AlertWorld) => arrived.map(({ at, channel, to }) => `${at.slice(0, 5)} ${channel} ${to}`);

async function wishing(wishes: Partial<SpeechPassport>, how: Parameters<typeof alertWorld>[0] = {}): Promise<AlertWorld> {
  const world = await alertWorld(how);
  const record = await world.record();
  await world.records.save(record, { idempotencyKey: 'wishes', at: world.now(), household: { ...record.household, passport: { ...record.household.passport, ...wishes } }, visitBook: { ...record.visitBook, rounds: [], visits: [] }, audit: [] });
  return world;
}

describe('quiet hours of their own', () => {
  test('hold what is not urgent until they are over, by day as by night', async () => {
    const nap = await wishing(hours('13:00', '15:00'), { at: '2026-12-01T13:10' });
    await nap.raise({ kind: 'visit-changed' });
    await nap.forwardTo('2026-12-01T15:01');
    expect(times(nap)).toEqual(['15:00 board person']);
    const late = await wishing(hours('19:30', '09:15'), { at: '2026-12-01T20:00' });
    await late.raise({ kind: 'visit-changed' });
    await late.forwardTo('2026-12-02T09:16');
    expect(times(late)).toEqual(['09:15 board person']);
  });

  test('take the place of the council’s, also where those are longer or none', async () => {
    for (const quietHours of [{ from: '20:00', to: '10:00' } as NonNullable<Rule['quietHours']>, null]) {
      const world = await wishing(hours('23:00', '06:00'), { at: '2026-12-01T22:00', rules: [rule({ kind: 'council' }, { quietHours })] });
      await world.raise({ kind: 'visit-changed', name: 'one' });
      await world.fastForward(1);
      expect(times(world)).toEqual(['22:00 board person']);
    }
  });

  test('give way to a rule for this very person', async () => {
    const world = await wishing(hours('13:00', '15:00'), { at: '2026-12-01T13:10', rules: [rule({ kind: 'person', personId: 'margaret' }, { quietHours: null })] });
    await world.raise({ kind: 'visit-changed' });
    await world.fastForward(1);
    expect(times(world)).toEqual(['13:10 board person']);
  });

  test('never hold what is urgent, nor what is for those around them', async () => {
    const world = await wishing(hours('13:00', '15:00'), { at: '2026-12-01T13:10' });
    await world.raise({ kind: 'help-wanted' });
    await world.raise({ kind: 'visit-not-heard-of', name: 'y' });
    await world.raise({ kind: 'visit-changed', name: 'z', urgency: 'urgent' });
    await world.raise({ kind: 'word-for-somebody', name: 'w' });
    await world.fastForward(1);
    expect(times(world)).toEqual(expect.arrayContaining(['13:10 text sarah', '13:10 email sarah', '13:10 desk desk', '13:10 board person']));
    expect(times(world).filter((line) => line === '13:10 board person')).toHaveLength(2);
    expect(world.arrived.some(({ to, channel }) => to === 'sarah' && channel === 'text')).toBe(true);
  });
});

describe('interruptions of their own', () => {
  async function threeNews(interruptionsADay: number, rules: readonly Rule[] = []): Promise<number> {
    const world = await wishing({ interruptionsADay }, { rules });
    for (const name of ['one', 'two', 'three']) {
      await world.raise({ kind: 'budget-low', name });
      await world.fastForward(1);
    }
    return world.arrived.length;
  }

  test('hold what needs no answer once there were as many in a day; none means none', async () => {
    expect([await threeNews(2), await threeNews(0), await threeNews(20)]).toEqual([2, 0, 3]);
  });

  test('and a rule: the smaller holds', async () => {
    const one = [rule({ kind: 'council' }, { kind: 'budget-low', interruptionsADay: 1 })];
    expect([await threeNews(2, one), await threeNews(0, one)]).toEqual([1, 0]);
  });

  test('do not hold what needs an answer, or is urgent', async () => {
    const world = await wishing({ interruptionsADay: 0 });
    await world.raise({ kind: 'visit-changed' });
    await world.raise({ kind: 'help-wanted', name: 'y' });
    await world.fastForward(1);
    expect(times(world)).toEqual(expect.arrayContaining(['08:00 board person', '08:00 desk desk']));
  });
});

test('speaking as usual again leaves when and how often as it was', () => {
  const own = { ...usualPassport, pauseMs: 900, interruptionsADay: 2, ...hours('20:00', '09:00') } as const;
  expect(usualSpeech(own)).toEqual({ ...usualPassport, interruptionsADay: 2, ...hours('20:00', '09:00') });
});
