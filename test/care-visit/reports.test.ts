// Promise: what the agency reports is kept as they said it, in an order that can be true; what follows from it is worked out.
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { flagsOf, reportOnVisit, visitById, type CareVisit, type ReportResult, type VisitBook, type VisitReport } from '../../models/care-visit/index.ts';
import { addDays, instant } from '../../models/shared/index.ts';
import { at, bookOf, breakfast, day, hoist, london, round } from './margarets-visits.ts';

const visitId = 'breakfast@2026-12-01';
const hoistId = 'hoist@2026-12-01';
type Line = [when: string, said: VisitReport['said'], worker?: string];

function tell(book: VisitBook, [when, said, workerId]: Line, id: string): ReportResult {
  const more = said === 'cancelled' ? { by: 'agency', reason: 'snow' } : workerId === undefined ? {} : { workerId };
  return reportOnVisit(book, { visitId: id, at: at(when), said, ...more } as VisitReport, at(when), london);
}
function after(lines: readonly Line[], book = bookOf(), id = visitId): { visit: CareVisit; book: VisitBook } {
  let kept = book;
  for (const line of lines) {
    const result = tell(kept, line, id);
    if (result.kind === 'refused') throw new Error(`${line.join(' ')}: ${result.reason}`);
    kept = result.book;
  }
  return { visit: visitById(kept, id, london) as CareVisit, book: kept };
}
const refusal = (lines: readonly Line[], line: Line, book = bookOf(), id = visitId) => {
  const result = tell(after(lines, book, id).book, line, id);
  return result.kind === 'refused' ? result.reason : result.kind;
};

describe('A visit by one care worker', () => {
  test('from the way there to the door closing', () => {
    const { visit, book } = after([['08:10', 'en-route'], ['08:33', 'started', 'priya'], ['09:16', 'left', 'priya']]);
    expect(visit).toMatchObject({ status: 'completed', arrivedAt: at('08:33'), leftAt: at('09:16'), lastReport: { at: at('09:16'), said: 'completed' } });
    expect(book.lastHeardAt).toBe(at('09:16'));
  });

  test('somebody else may come in her place', () => {
    expect(after([['08:33', 'started', 'sam']]).visit).toMatchObject({ status: 'started', workerIds: ['sam'] });
    expect(refusal([], ['08:33', 'started', 'nobody we know'])).toBe('no-such-worker');
  });

  test('a visit told as missed may yet begin', () => {
    expect(after([['09:20', 'missed'], ['09:25', 'started', 'priya']]).visit.status).toBe('started');
  });

  test.each<[string, Line[], Line, string]>([
    ['after the end', [['08:30', 'started', 'priya'], ['09:10', 'left', 'priya']], ['09:20', 'started', 'priya'], 'out-of-order'],
    ['a cancelled visit', [['07:00', 'cancelled']], ['08:30', 'started', 'priya'], 'out-of-order'],
    ['on the way, told twice', [['08:10', 'en-route']], ['08:12', 'en-route'], 'already-told'],
    ['the end, told twice', [['09:10', 'completed']], ['09:12', 'completed'], 'already-told'],
    ['going before coming', [], ['09:00', 'left', 'priya'], 'out-of-order'],
    ['the same arrival again', [['08:30', 'started', 'priya']], ['08:31', 'started', 'priya'], 'already-told'],
    ['a second one for one place', [['08:30', 'started', 'priya']], ['08:31', 'started', 'sam'], 'everybody-is-there'],
    ['missed once there', [['08:30', 'started', 'priya']], ['08:40', 'missed'], 'out-of-order'],
    ['missed before it was due', [], ['08:00', 'missed'], 'not-yet'],
    ['older than what we know', [['08:20', 'en-route']], ['08:10', 'running-late'], 'out-of-order'],
    ['the same lateness again', [['08:40', 'running-late']], ['08:45', 'running-late'], 'already-told'],
    ['somebody leaving who never came', [['08:30', 'started', 'priya']], ['08:50', 'left', 'sam'], 'not-there'],
  ])('what cannot be true is refused: %s', (_, before, line, reason) => {
    expect(refusal(before, line)).toBe(reason);
  });

  test('nothing is believed from the future or of no visit', () => {
    expect(reportOnVisit(bookOf(), { visitId, at: at('08:31'), said: 'en-route' }, at('08:30'), london)).toMatchObject({ reason: 'not-yet' });
    expect(reportOnVisit(bookOf(), { visitId: 'lunch@2026-12-01', at: at('08:31'), said: 'en-route' }, at('08:31'), london)).toEqual({ kind: 'refused', reason: 'no-such-visit' });
  });
});

describe('A visit by two together', () => {
  const book = bookOf([hoist]);
  const both: Line[] = [['19:01', 'started', 'sam'], ['19:06', 'started', 'blessing']];

  test('it has only part started until both are there', () => {
    expect(after(both.slice(0, 1), book, hoistId).visit).toMatchObject({ status: 'part-started' });
    expect(after(both.slice(0, 1), book, hoistId).visit).not.toHaveProperty('arrivedAt');
    expect(after(both, book, hoistId).visit).toMatchObject({ status: 'started', arrivedAt: at('19:06') });
  });

  test('it is over only when both have left', () => {
    const one = after([...both, ['19:30', 'left', 'sam']], book, hoistId);
    expect(one.visit).toMatchObject({ status: 'started' });
    expect(after([...both, ['19:30', 'left', 'sam'], ['19:34', 'left', 'blessing']], book, hoistId).visit).toMatchObject({ status: 'completed', leftAt: at('19:34') });
  });

  test('half of it cannot be called complete', () => {
    expect(refusal(both.slice(0, 1), ['19:40', 'completed'], book, hoistId)).toBe('not-all-came');
    expect(after([...both.slice(0, 1), ['19:20', 'left', 'sam']], book, hoistId).visit.status).toBe('part-started');
  });

  test('a stand-in takes the place of the absent one', () => {
    expect(after([['19:01', 'started', 'sam'], ['19:05', 'started', 'priya']], book, hoistId).visit).toMatchObject({ status: 'started', workerIds: ['sam', 'priya'] });
  });
});

describe('A phone that had no signal', () => {
  const tellLater = (book: VisitBook, [when, said, workerId]: Line, heardAt: string, id: string) => reportOnVisit(book, { visitId: id, at: at(when), said, workerId } as VisitReport, at(heardAt), london);

  test('is believed though others told us something newer, and the last moment counts', () => {
    const told = after([['19:06', 'started', 'blessing']], bookOf([hoist]), hoistId).book;
    const came = tellLater(told, ['19:01', 'started', 'sam'], '19:20', hoistId);
    expect(came).toMatchObject({ kind: 'noted', visit: { status: 'started', arrivedAt: at('19:06'), lastReport: { at: at('19:06') } } });
    if (came.kind !== 'noted') return;
    const left = after([['19:40', 'left', 'blessing']], came.book, hoistId).book;
    expect(tellLater(left, ['19:34', 'left', 'sam'], '19:50', hoistId)).toMatchObject({ visit: { status: 'completed', leftAt: at('19:40') } });
  });

  test('came at the time it says, though the office thought the visit late or missed since', () => {
    for (const said of ['running-late', 'missed'] as const) expect(tellLater(after([['08:50', said]]).book, ['08:33', 'started', 'priya'], '09:10', visitId)).toMatchObject({ visit: { status: 'started', arrivedAt: at('08:33') } });
  });

  test('cannot have gone before it came, or to a visit that is cancelled', () => {
    expect(tellLater(after([['08:33', 'started', 'priya']]).book, ['08:30', 'left', 'priya'], '09:10', visitId)).toMatchObject({ reason: 'out-of-order' });
    expect(tellLater(after([['08:20', 'cancelled']]).book, ['08:10', 'started', 'priya'], '09:10', visitId)).toMatchObject({ reason: 'out-of-order' });
  });
});

describe('What follows from the reports', () => {
  const flags = (lines: Line[], now: string, book = bookOf(), id = visitId) => {
    const { visit, book: kept } = after(lines, book, id);
    return flagsOf(visit, kept, at(now));
  };
  const none = { isLate: false, isUnallocated: false, isShort: false, isOverrun: false, isUnheardOf: false };

  test('in good time there is nothing to say', () => {
    expect(flags([], '08:45')).toEqual(none);
    expect(flags([['08:35', 'started', 'priya'], ['09:15', 'left', 'priya']], '10:00')).toEqual(none);
  });

  test('silence past the time allowed is unheard of, not late', () => {
    expect(flags([], '08:46')).toEqual({ ...none, isUnheardOf: true });
    expect(flags([['09:20', 'missed']], '09:30')).toEqual(none);
  });

  test('late is known from the door or the agency', () => {
    expect(flags([['08:52', 'started', 'priya']], '08:55')).toEqual({ ...none, isLate: true, lateByMinutes: 22 });
    expect(flags([['08:20', 'running-late']], '08:25')).toEqual({ ...none, isLate: true });
  });

  test('a time-critical visit has no minutes of grace', () => {
    const insulin = bookOf([{ ...breakfast, isTimeCritical: true }]);
    expect(flags([], '08:31', insulin)).toEqual({ ...none, isUnheardOf: true });
    expect(flags([['08:32', 'started', 'priya']], '08:33', insulin)).toEqual({ ...none, isLate: true, lateByMinutes: 2 });
  });

  test('short and too long are measured, not reported', () => {
    expect(flags([['08:30', 'started', 'priya'], ['09:05', 'left', 'priya']], '10:00').isShort).toBe(true);
    expect(flags([['08:30', 'started', 'priya'], ['09:06', 'left', 'priya']], '10:00').isShort).toBe(false);
    expect(flags([['08:30', 'started', 'priya']], '09:31').isOverrun).toBe(true);
    expect(flags([['08:30', 'started', 'priya'], ['09:30', 'left', 'priya']], '10:00').isOverrun).toBe(false);
  });

  test('a visit with nobody down for it is unallocated', () => {
    expect(flags([], '08:00', bookOf([{ ...breakfast, workerIds: [] }])).isUnallocated).toBe(true);
  });
});

describe('Any reports in any order', () => {
  const said = fc.constantFrom<VisitReport['said']>('confirmed', 'en-route', 'running-late', 'started', 'left', 'completed', 'missed', 'cancelled');
  const report = fc.record({ said, workerId: fc.constantFrom('sam', 'blessing', 'priya'), minute: fc.integer({ min: -60, max: 120 }) });

  test('a double-up is never complete before both have come and gone', () => {
    fc.assert(fc.property(fc.array(report, { maxLength: 12 }), (reports) => {
      let book = bookOf([hoist]);
      for (const each of reports) {
        const when = instant(at('19:00') + each.minute * 60_000);
        const result = reportOnVisit(book, { visitId: hoistId, at: when, said: each.said, workerId: each.workerId, by: 'agency', reason: 'snow' } as VisitReport, when, london);
        if (result.kind === 'noted') book = result.book;
        const visit = visitById(book, hoistId, london) as CareVisit;
        const here = visit.attendance ?? [];
        if (visit.status === 'part-started') expect(here.length).toBeLessThan(2);
        if (visit.status === 'started') expect([here.length, visit.arrivedAt]).toEqual([2, Math.max(...here.map((one) => one.arrivedAt))]);
        if (visit.status === 'completed' && here.length > 0) expect(here.filter((one) => one.leftAt !== undefined)).toHaveLength(2);
        expect(visit.leftAt === undefined || visit.leftAt >= (visit.arrivedAt ?? 0)).toBe(true);
        expect(new Set(visit.workerIds).size).toBe(2);
      }
    }), { numRuns: 2000 });
  });

  test('two phones heard in any order tell of one and the same visit', () => {
    const told: Line[] = [['19:01', 'started', 'sam'], ['19:31', 'left', 'sam'], ['19:06', 'started', 'blessing'], ['19:34', 'left', 'blessing']];
    const whole = (order: readonly number[]) => {
      let book = bookOf([hoist]);
      for (const place of order) {
        const [when, said, workerId] = told[place]!;
        const result = reportOnVisit(book, { visitId: hoistId, at: at(when), said, workerId } as VisitReport, at('20:00'), london);
        if (result.kind === 'refused') return result.reason;
        book = result.book;
      }
      const { status, arrivedAt, leftAt } = visitById(book, hoistId, london) as CareVisit;
      return { status, arrivedAt, leftAt };
    };
    // Each phone tells of coming before going; between the two any order may be.
    for (const order of [[0, 1, 2, 3], [0, 2, 1, 3], [0, 2, 3, 1], [2, 0, 1, 3], [2, 0, 3, 1], [2, 3, 0, 1]]) expect([order, whole(order)]).toEqual([order, { status: 'completed', arrivedAt: at('19:06'), leftAt: at('19:34') }]);
  });

  test('changes to visits ahead are all kept', () => {
    let book = bookOf([round({ id: 'daily', from: '10:00' })]);
    for (let days = 0; days < 70; days++) {
      const result = reportOnVisit(book, { visitId: `daily@${addDays(day('2026-12-02'), days)}`, at: at('08:00'), said: 'cancelled', by: 'family', reason: 'on holiday' }, at('08:00'), london);
      if (result.kind === 'noted') book = result.book;
    }
    expect(book.visits).toHaveLength(70);
  });

  test('a year of reports keeps sixty past visits and no more', () => {
    let book = bookOf([round({ id: 'daily', from: '10:00' })]);
    for (let days = 0; days < 365; days++) {
      const on = addDays(day('2026-12-01'), days);
      const when = at('10:30', on);
      const result = reportOnVisit(book, { visitId: `daily@${on}`, at: when, said: 'completed' }, when, london);
      if (result.kind === 'noted') book = result.book;
    }
    expect([book.visits.length, book.visits.at(-1)?.on]).toEqual([60, '2027-11-30']);
  });
});
