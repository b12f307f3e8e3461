// Promise: "cancel that" takes back the last thing asked for, within ten minutes, and every penny with it.
import { describe, expect, test } from '@jest/globals';
import { bookRequest, cancelThat, deliverRequest } from '../../models/service-request/index.ts';
import { instant, pounds } from '../../models/shared/index.ts';
import { asked, cleaner, day, eight, emptyBook, freeGardening, gardening, margaret } from './margarets-requests.ts';

const tenMinutes = 10 * 60_000;
const cancel = ({ requestBook, budget }: Pick<ReturnType<typeof asked>, 'requestBook' | 'budget'>, after: number) => cancelThat(requestBook, budget, instant(eight + after));

describe('Cancel that', () => {
  test('gives Margaret her 184 pounds again', () => {
    const result = cancel(asked(gardening), tenMinutes);
    expect(result).toMatchObject({ kind: 'cancelled', leftAfterPence: pounds(184), request: { state: 'cancelled' }, budget: { entries: [{ kind: 'set-aside-released', amountPence: pounds(30) }] } });
  });

  test('is too late a moment after ten minutes', () => {
    expect(cancel(asked(gardening), tenMinutes + 1)).toMatchObject({ kind: 'too-late', request: { reference: 'robin four' } });
  });

  test('works on what was free or is with the adviser', () => {
    for (const draft of [freeGardening, cleaner]) {
      const result = cancel(asked(draft), 1);
      expect(result).toMatchObject({ kind: 'cancelled', leftAfterPence: pounds(184) });
      expect(result).not.toHaveProperty('budget');
    }
  });

  test('said twice does not reach the one before', () => {
    const both = asked(gardening, asked(freeGardening));
    const once = cancel(both, 1);
    if (once.kind !== 'cancelled') throw new Error(once.kind);
    expect(once.request.serviceName).toBe('Green Fingers');
    expect(cancelThat(once.requestBook, once.budget?.after, eight)).toEqual({ kind: 'nothing-to-cancel' });
  });

  test('with nothing asked has nothing to cancel', () => {
    expect(cancelThat(emptyBook, margaret, eight)).toEqual({ kind: 'nothing-to-cancel' });
  });

  test('is too late once it has been done', () => {
    const record = asked(gardening);
    const booked = bookRequest({ id: 'green-fingers', by: 'Green Fingers', startsOn: day('2026-12-01') }, record, eight);
    if (booked.kind !== 'changed') throw new Error(booked.reason);
    const done = deliverRequest({ id: 'green-fingers', by: 'Green Fingers' }, { ...record, ...booked, budget: record.budget }, eight);
    if (done.kind !== 'changed') throw new Error(done.reason);
    expect(cancel({ ...done, budget: record.budget }, 1).kind).toBe('too-late');
  });
});
