// Promise: asking the agency to cancel or move a visit changes nothing until they agree.
import { describe, expect, test } from '@jest/globals';
import {
  askToCancelVisit, askToMoveVisit, reportOnVisit, settleChangeRequest, visitsBetween, visitsOn, withdrawChangeRequest, type VisitBook, type VisitReport,
} from '../../models/care-visit/index.ts';
import { at, bookOf, day, glance, london, time } from './margarets-visits.ts';

const asking = { id: 'request 1', reference: 'silver kettle' };
const cancel = (book: VisitBook, visitId = 'breakfast@2026-12-02', now = at('08:00')) => askToCancelVisit({ ...asking, visitId }, book, now, london);
const move = (on: string, from: string, book = bookOf(), visitId = 'lunch@2026-12-10') =>
  askToMoveVisit({ ...asking, visitId, on: day(on), from: time(from) }, book, at('08:00'), london);
const week = (book: VisitBook) => glance(visitsBetween(book, day('2026-12-01'), day('2026-12-10'), london));

function askedBook(result: ReturnType<typeof cancel>): VisitBook {
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.book;
}
function settled(result: ReturnType<typeof settleChangeRequest>): VisitBook {
  if (result.kind === 'refused') throw new Error(result.reason);
  return result.book;
}

describe('Asking for a change', () => {
  test('asking to cancel leaves every visit as it was', () => {
    const result = cancel(bookOf());
    expect(result).toMatchObject({ kind: 'asked', request: { reference: 'silver kettle', visitOn: '2026-12-02', visitFrom: '08:30', state: 'asked', askedAt: at('08:00') } });
    expect(week(askedBook(result))).toBe(week(bookOf()));
  });

  test('asking to move leaves every visit as it was', () => {
    const result = move('2026-12-10', '13:00');
    expect(result).toMatchObject({ kind: 'asked', request: { change: { kind: 'move', on: '2026-12-10', from: '13:00' } } });
    expect(week(askedBook(result))).toBe(week(bookOf()));
  });

  test.each([
    ['the same time', '2026-12-10', '12:00', 'same-time'],
    ['a day gone by', '2026-11-30', '12:00', 'in-the-past'],
    ['an hour gone by', '2026-12-01', '07:59', 'in-the-past'],
  ])('moving to %s is refused', (_, on, from, reason) => {
    expect(move(on, from)).toMatchObject({ kind: 'refused', reason });
  });

  test('a visit nobody knows cannot be asked about', () => {
    expect(cancel(bookOf(), 'lunch@2026-12-02')).toEqual({ kind: 'refused', reason: 'no-such-visit' });
  });

  test('one request at a time for one visit', () => {
    const book = askedBook(cancel(bookOf()));
    expect(cancel(book)).toMatchObject({ kind: 'refused', reason: 'already-asked', request: { reference: 'silver kettle' } });
    const withdrawn = settled(withdrawChangeRequest(book, 'request 1'));
    expect(cancel(withdrawn).kind).toBe('asked');
  });

  test('a visit begun, over or cancelled cannot be asked about', () => {
    const after = (said: object) => {
      const result = reportOnVisit(bookOf(), { visitId: 'breakfast@2026-12-01', at: at('08:31'), ...said } as VisitReport, at('08:31'), london);
      if (result.kind === 'refused') throw new Error(result.reason);
      return cancel(result.book, 'breakfast@2026-12-01', at('08:35'));
    };
    expect(after({ said: 'started', workerId: 'priya' })).toMatchObject({ reason: 'already-started' });
    expect(after({ said: 'cancelled', by: 'agency', reason: 'snow' })).toMatchObject({ reason: 'already-cancelled' });
    expect(after({ said: 'completed' })).toMatchObject({ reason: 'in-the-past' });
    expect(cancel(bookOf(), 'breakfast@2026-11-30')).toMatchObject({ reason: 'in-the-past' });
  });
});

describe("The agency's answer", () => {
  const answer = (book: VisitBook, said: 'agreed' | 'refused') => settleChangeRequest(book, 'request 1', said, at('10:00'), london);

  test('agreed: the one visit is cancelled by the person', () => {
    const book = settled(answer(askedBook(cancel(bookOf())), 'agreed'));
    expect(glance(visitsOn(book, day('2026-12-02'), london))).toBe('08:30 priya cancelled');
    expect(glance(visitsOn(book, day('2026-12-04'), london))).toBe('08:30 priya, 18:00 sam');
    expect(book.visits[0]).toMatchObject({ cancelled: { by: 'person', at: at('10:00') } });
  });

  test('agreed: the one visit moves, the round does not', () => {
    const book = settled(answer(askedBook(move('2026-12-11', '13:00')), 'agreed'));
    expect(glance(visitsOn(book, day('2026-12-10'), london))).toBe('');
    expect(glance(visitsOn(book, day('2026-12-11'), london))).toBe('08:30 priya, 13:00 blessing, 18:00 sam');
    expect(glance(visitsOn(book, day('2026-12-17'), london))).toBe('12:00 blessing');
  });

  test('refused: the visit stands', () => {
    const book = settled(answer(askedBook(cancel(bookOf())), 'refused'));
    expect([week(book), book.changeRequests[0]?.state]).toEqual([week(bookOf()), 'refused']);
  });

  test('a request is answered once and only once', () => {
    const book = settled(answer(askedBook(cancel(bookOf())), 'refused'));
    expect(answer(book, 'agreed')).toEqual({ kind: 'refused', reason: 'already-settled' });
    expect(withdrawChangeRequest(book, 'request 1')).toEqual({ kind: 'refused', reason: 'already-settled' });
    expect(answer(bookOf(), 'agreed')).toEqual({ kind: 'refused', reason: 'no-such-request' });
  });

  test('an answer after the visit began changes nothing', () => {
    const asked = askedBook(cancel(bookOf(), 'breakfast@2026-12-01'));
    const begun = reportOnVisit(asked, { visitId: 'breakfast@2026-12-01', at: at('08:31'), said: 'started', workerId: 'priya' }, at('08:31'), london);
    if (begun.kind === 'refused') throw new Error(begun.reason);
    expect(answer(begun.book, 'agreed')).toEqual({ kind: 'refused', reason: 'already-started' });
  });

  test('what the agency cancelled itself cannot be agreed again', () => {
    const asked = askedBook(cancel(bookOf(), 'breakfast@2026-12-01'));
    const gone = reportOnVisit(asked, { visitId: 'breakfast@2026-12-01', at: at('08:10'), said: 'cancelled', by: 'agency', reason: 'snow' }, at('08:10'), london);
    if (gone.kind === 'refused') throw new Error(gone.reason);
    expect(answer(gone.book, 'agreed')).toEqual({ kind: 'refused', reason: 'already-cancelled' });
  });

  test('the book keeps sixty requests, open ones longest', () => {
    let book = askedBook(cancel(bookOf(), 'lunch@2026-12-31'));
    for (let times = 0; times < 80; times++) {
      const id = `again ${times}`;
      book = askedBook(askToCancelVisit({ id, reference: id, visitId: 'breakfast@2026-12-05' }, book, at('08:00'), london));
      book = settled(withdrawChangeRequest(book, id));
    }
    expect(book.changeRequests).toHaveLength(60);
    expect(book.changeRequests[0]).toMatchObject({ id: 'request 1', state: 'asked' });
  });
});
