// Promise: we say where the care worker is only as far as the agency has told us; silence is never called missed.
import { describe, expect, test } from '@jest/globals';
import { backupPlanFor, dropFromBackupPlan, reportOnVisit, visitById, whereIsMyCarer, type VisitBook, type VisitReport } from '../../models/care-visit/index.ts';
import { at, bookOf, hoist, london, round } from './margarets-visits.ts';

type Told = VisitReport extends infer R ? (R extends VisitReport ? Omit<R, 'at' | 'visitId'> : never) : never;

function told(book: VisitBook, when: string, said: Told, visitId = 'breakfast@2026-12-01'): VisitBook {
  const result = reportOnVisit(book, { visitId, at: at(when), ...said }, at(when), london);
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.book;
}
const asked = (book: VisitBook, now: string, workerId?: string) => whereIsMyCarer(book, at(now), london, workerId);

describe('Where is my carer', () => {
  test('running late at ten to nine, with what follows', () => {
    const book = told(bookOf(), '08:40', { said: 'running-late' });
    expect(asked(book, '08:50')).toMatchObject({ kind: 'running-late', visit: { id: 'breakfast@2026-12-01' }, lastHeardAt: at('08:40'), backupPlanAt: at('09:00'), tell: ['ann', 'susan'] });
    expect(asked(book, '08:50')).not.toHaveProperty('between');
  });

  test('a figure from the agency gives an honest band', () => {
    const book = told(bookOf(), '08:40', { said: 'running-late', lateByMinutes: 40 });
    expect(asked(book, '08:50')).toMatchObject({ kind: 'running-late', between: { from: at('09:10'), to: at('09:25') } });
    expect(asked(book, '09:20')).toMatchObject({ between: { from: at('09:20'), to: at('09:25') } });
    expect(asked(book, '09:30')).not.toHaveProperty('between');
  });

  test('running late without a figure promises no time', () => {
    expect(asked(told(bookOf(), '08:32', { said: 'running-late' }), '08:35')).not.toHaveProperty('between');
  });

  test('the visit after a late one is the next in the day', () => {
    const book = told(bookOf(), '08:40', { said: 'running-late', lateByMinutes: 40 });
    expect([asked(book, '08:50'), asked(bookOf(), '08:50')]).toMatchObject([{ next: { id: 'tea@2026-12-01' } }, { next: { id: 'tea@2026-12-01' } }]);
  });

  test('half an hour before the next visit, that one is meant', () => {
    const book = bookOf([round({ id: 'early', from: '08:30' }), round({ id: 'later', from: '11:00' })]);
    expect(asked(book, '10:29')).toMatchObject({ kind: 'not-heard', visit: { id: 'early@2026-12-01' } });
    expect(asked(book, '10:30')).toMatchObject({ kind: 'not-due-yet', visit: { id: 'later@2026-12-01' } });
  });

  test('a visit nobody reported the end of is let go', () => {
    const book = told(bookOf(), '08:35', { said: 'started', workerId: 'priya' });
    expect(asked(book, '12:14')).toMatchObject({ kind: 'arrived' });
    expect(asked(book, '12:16')).toMatchObject({ kind: 'not-due-yet', visit: { id: 'tea@2026-12-01' } });
  });

  test('silence is not heard, for hours, and never missed', () => {
    for (const now of ['08:30', '08:50', '10:00', '12:14']) expect(asked(bookOf(), now)).toMatchObject({ kind: 'not-heard', visit: { id: 'breakfast@2026-12-01' } });
    for (let minutes = 0; minutes < 48 * 60; minutes += 7) {
      expect(whereIsMyCarer(bookOf(), (at('00:00') + minutes * 60_000) as ReturnType<typeof at>, london).kind).not.toBe('missed');
    }
  });

  test('before its time the visit is not due yet', () => {
    expect(asked(bookOf(), '08:00')).toMatchObject({ kind: 'not-due-yet', visit: { id: 'breakfast@2026-12-01' }, between: { from: at('08:30'), to: at('08:45') } });
    expect(asked(bookOf(), '17:45')).toMatchObject({ kind: 'not-due-yet', visit: { id: 'tea@2026-12-01' } });
  });

  test('on the way once the agency says so', () => {
    expect(asked(told(bookOf(), '08:15', { said: 'en-route' }), '08:20')).toMatchObject({ kind: 'on-the-way', lastHeardAt: at('08:15') });
  });

  test('arrived once she has, with no backup plan running', () => {
    const here = asked(told(bookOf(), '08:35', { said: 'started', workerId: 'priya' }), '08:50');
    expect(here).toMatchObject({ kind: 'arrived', lastHeardAt: at('08:35'), next: { id: 'tea@2026-12-01' } });
    expect(here).not.toHaveProperty('backupPlanAt');
  });

  test('after a good visit the next one is meant', () => {
    const over = told(told(bookOf(), '08:31', { said: 'started', workerId: 'priya' }), '09:15', { said: 'left', workerId: 'priya' });
    expect(asked(over, '10:00')).toMatchObject({ kind: 'not-due-yet', visit: { id: 'tea@2026-12-01' } });
  });

  test('when all of the day is over it is done', () => {
    const over = told(bookOf([round({ id: 'only', from: '08:30' })]), '09:10', { said: 'completed' }, 'only@2026-12-01');
    expect(asked(over, '10:00')).toMatchObject({ kind: 'done', visit: { id: 'only@2026-12-01' }, next: { id: 'only@2026-12-02' } });
  });

  test('cancelled and missed are the agency\'s own word', () => {
    const cancelled = told(bookOf(), '08:20', { said: 'cancelled', by: 'agency', reason: 'snow' });
    expect(asked(cancelled, '08:50')).toMatchObject({ kind: 'cancelled', lastHeardAt: at('08:20'), next: { id: 'tea@2026-12-01' } });
    expect(asked(told(bookOf(), '09:20', { said: 'missed' }), '09:30')).toMatchObject({ kind: 'missed', next: { id: 'tea@2026-12-01' } });
  });

  test('one care worker can be asked after by name', () => {
    expect(asked(bookOf(), '08:50', 'sam')).toMatchObject({ kind: 'not-due-yet', visit: { id: 'tea@2026-12-01' } });
    expect(asked(bookOf(), '08:50', 'blessing')).toMatchObject({ kind: 'none', next: { id: 'lunch@2026-12-03' } });
  });

  test('with nothing booked there is nobody to look for', () => {
    expect(asked(bookOf([]), '08:50')).toEqual({ kind: 'none' });
  });

  test('the first of two to come counts as arrived', () => {
    const one = told(bookOf([hoist]), '19:02', { said: 'started', workerId: 'sam' }, 'hoist@2026-12-01');
    expect(asked(one, '19:05')).toMatchObject({ kind: 'arrived', visit: { status: 'part-started' } });
  });
});

describe('If nobody comes', () => {
  const visit = visitById(bookOf(), 'breakfast@2026-12-01', london);
  test('the plan tells Ann, then Susan, half an hour on', () => {
    if (visit === undefined) throw new Error('No visit');
    expect(backupPlanFor(bookOf(), visit)).toEqual({ at: at('09:00'), tell: ['ann', 'susan'] });
  });

  test('without Ann the plan goes straight to Susan', () => {
    expect(dropFromBackupPlan(bookOf(), 'ann').backupPlan.tell).toEqual(['susan']);
  });

  test('with nobody to tell no time is promised', () => {
    const alone = bookOf(undefined, { backupPlan: { tellAfterMinutes: 30, tell: [] } });
    expect(whereIsMyCarer(alone, at('08:50'), london)).not.toHaveProperty('backupPlanAt');
  });
});
