// Promise: asking for a service costs what was read back, sets that money aside there and then, or says plainly why a person must decide.
import { describe, expect, test } from '@jest/globals';
import { leftPence } from '../../models/budget/index.ts';
import { assessRequest, cancelThat, type RequestDraft, type RequestSetting } from '../../models/service-request/index.ts';
import { instant, pounds } from '../../models/shared/index.ts';
import { ask, asked, at, cleaner, day, eight, emptyBook, freeGardening, gardening, ledger, margaret, nothingYet, setting, settings } from './margarets-requests.ts';

const minutes = (count: number) => instant(eight + count * 60_000);

describe('Two hours of gardening', () => {
  test('are read back as 30 pounds, leaving 154', () => {
    expect(assessRequest(gardening, setting)).toEqual({ decision: 'approve', reasons: [], costPence: pounds(30), leftAfterPence: pounds(154) });
  });

  test('are approved with the money set aside at once', () => {
    const { result, budget } = asked(gardening);
    expect(result).toMatchObject({ kind: 'asked', leftAfterPence: pounds(154), budget: { entries: [{ kind: 'set-aside', amountPence: pounds(30), requestId: 'green-fingers', what: 'gardening with Green Fingers' }] } });
    expect(result.request).toMatchObject({ state: 'approved', reference: 'robin four', costPence: pounds(30), undoUntil: minutes(10), history: [{ state: 'asked', by: 'person' }, { state: 'approved', by: 'rules' }] });
    expect(leftPence(budget)).toBe(pounds(154));
    expect(budget.openSetAsides.at(-1)?.expiresAt).toBe(result.request.expiresAt);
  });

  test('are held until 28 days after the day wanted', () => {
    expect(asked(gardening).result.request.expiresAt).toBe(at('2027-01-05T08:00:00Z'));
    expect(asked({ ...gardening, on: day('2026-11-01') }).result.request.expiresAt).toBe(at('2026-12-29T08:00:00Z'));
  });

  test('asked for again within ten minutes are questioned', () => {
    const first = asked(gardening);
    const second = (now: number, change: Partial<RequestDraft> = {}, again = false) => ask({ ...gardening, ...change }, first, { id: 'second', again }, minutes(now)).kind;
    expect(second(9)).toBe('asked-already');
    expect(second(10)).toBe('asked');
    expect(second(9, {}, true)).toBe('asked');
    expect(second(9, { on: day('2026-12-09') })).toBe('asked');
    expect(second(9, { partOfDay: 'afternoon' })).toBe('asked');
    expect(second(9, { at: '10:00' as NonNullable<RequestDraft['at']> })).toBe('asked');
    expect(second(9, { serviceId: 'smiths-gardens' })).toBe('asked');
  });

  test('may be asked for anew once cancelled', () => {
    const { requestBook, budget } = asked(gardening);
    const cancelled = cancelThat(requestBook, budget, minutes(1));
    if (cancelled.kind !== 'cancelled' || cancelled.budget === undefined) throw new Error(cancelled.kind);
    expect(ask(gardening, { requestBook: cancelled.requestBook, budget: cancelled.budget.after }, { id: 'second' }, minutes(2)).kind).toBe('asked');
  });

  test('the very same asking is known however late', () => {
    expect(ask(gardening, asked(gardening), { again: true }, at('2027-12-01T08:00:00Z'))).toMatchObject({ kind: 'asked-already', request: { id: 'green-fingers' } });
  });
});

describe('What is free', () => {
  test('is asked for at once, with no money moved', () => {
    const { result } = asked(freeGardening, { goals: [] });
    expect(result).toMatchObject({ kind: 'asked', request: { state: 'approved', costPence: 0 }, leftAfterPence: pounds(184) });
    expect(result).not.toHaveProperty('budget');
  });

  test('needs no budget, and none left', () => {
    expect(ask(freeGardening, { budget: undefined }).kind).toBe('asked');
    const below = ledger([{ kind: 'reversal', id: 'undo', entryId: 'december' }], margaret);
    expect(assessRequest(freeGardening, { ...setting, budget: below })).toEqual({ decision: 'approve', reasons: [], costPence: 0, leftAfterPence: pounds(-92) });
  });
});

describe('When there is not enough', () => {
  const tight = ledger([{ kind: 'spend', id: 'shoes', amountPence: pounds(172), what: 'shoes' }], margaret);

  test('Margaret hears that she is 18 pounds short', () => {
    expect(ask(gardening, { budget: tight })).toEqual({ kind: 'not-enough', shortPence: pounds(18) });
    expect(assessRequest(gardening, { ...setting, budget: tight })).toMatchObject({ decision: 'review', reasons: ['over-available'], shortPence: pounds(18) });
  });

  test('the adviser can be asked instead, and nothing is set aside', () => {
    const { result } = asked(gardening, { budget: tight }, { sendToAdviser: true });
    expect(result).toMatchObject({ kind: 'asked-for-review', reasons: ['over-available'], request: { state: 'needs-review' } });
    expect(result).not.toHaveProperty('budget');
  });

  test('the last penny may be used', () => {
    const exactly = ledger([{ kind: 'spend', id: 'shoes', amountPence: pounds(154), what: 'shoes' }], margaret);
    expect(ask(gardening, { budget: exactly })).toMatchObject({ kind: 'asked', leftAfterPence: 0 });
  });
});

describe('When a person has to decide', () => {
  test('a weekly cleaner comes to 60 pounds, and nothing is spent', () => {
    const { result } = asked(cleaner);
    expect(result).toMatchObject({ kind: 'asked-for-review', reasons: ['over-limit'], request: { costPence: pounds(60), state: 'needs-review', history: [{ state: 'asked' }, { state: 'needs-review' }] } });
    expect(result).not.toHaveProperty('budget');
  });

  const dear = { ...settings, autoApproveLimitPence: pounds(500) };
  const generous: RequestSetting = { ...setting, budget: { ...margaret, settings: dear } };
  test.each<[string, Partial<RequestDraft>, Partial<RequestSetting>, readonly string[]]>([
    ['what the plan does not name', { category: 'shopping', what: 'shopping' }, {}, ['outside-plan']],
    ['what the plan rules out', { category: 'pet-care', what: 'help with pets' }, {}, ['excluded-category', 'outside-plan']],
    ['what the plan rules out in words', { what: 'gardening and alcohol' }, {}, ['excluded-category']],
    ['a provider not approved yet', { isProviderApproved: false }, {}, ['new-provider']],
    ['a penny above the limit', { unitPence: pounds(50, 1), units: 1 }, {}, ['over-limit']],
    ['a price not known', { unit: 'unknown' }, {}, ['unknown-cost']],
    ['above limit and money both', { unitPence: pounds(200), units: 1 }, {}, ['over-available', 'over-limit']],
    ['no budget at all', {}, { budget: undefined }, ['outside-plan']],
    ['more each period than comes in', { everyWeeks: 1, unitPence: pounds(35) }, { budget: ledger([{ kind: 'allocation', id: 'gift', amountPence: pounds(900), source: 'own', what: 'a gift' }], generous.budget) }, ['recurring']],
  ])('%s is for the adviser', (_, change, with_, reasons) => {
    expect(ask({ ...gardening, ...change }, with_)).toMatchObject({ kind: 'asked-for-review', reasons });
  });

  test('exactly the limit is not above it', () => {
    expect(ask({ ...gardening, unitPence: pounds(25) }).kind).toBe('asked');
  });

  test('what comes round already leaves less for another', () => {
    const rich = ledger([{ kind: 'allocation', id: 'gift', amountPence: pounds(900), source: 'own', what: 'a gift' }], generous.budget);
    const first = asked({ ...cleaner, unitPence: pounds(40) }, { budget: rich });
    const second = (pounds_: number) => ask({ ...gardening, everyWeeks: 1, units: 1, unitPence: pounds(pounds_) }, first);
    expect(first.result.kind).toBe('asked');
    expect(second(29).kind).toBe('asked');
    const waiting = asked({ ...cleaner, serviceId: 'waiting', unitPence: pounds(60) }, first, { sendToAdviser: true });
    expect(ask({ ...gardening, everyWeeks: 1, units: 1, unitPence: pounds(29) }, waiting).kind).toBe('asked');
    expect(second(30)).toMatchObject({ kind: 'asked-for-review', reasons: ['recurring'] });
  });

  test('asking the adviser anyway never spends', () => {
    expect(ask(gardening, {}, { sendToAdviser: true })).toMatchObject({ kind: 'asked-for-review', reasons: [] });
  });

  test('bingo fits “a social club” in her plan', () => {
    expect(ask({ ...gardening, category: 'bingo', what: 'bingo' }).kind).toBe('asked');
    expect(ask({ ...gardening, category: 'social-club', what: 'a social club' }, { goals: [{ words: 'bingo nights', covers: ['bingo'] }] })).toMatchObject({ reasons: ['outside-plan'] });
  });
});

test('the oldest that are over leave the book, never an open one', () => {
  let record = asked(freeGardening);
  for (let number = 0; number < 70; number += 1) {
    const closed = record.requestBook.requests.map((each) => (each.id === 'helping-hands' ? each : { ...each, state: 'declined' as const }));
    record = asked({ ...freeGardening, serviceId: `service-${number}` }, { requestBook: { requests: closed } });
  }
  const ids = record.requestBook.requests.map((each) => each.id);
  expect(ids).toHaveLength(60);
  expect([ids[0], ids[1], ids.at(-1)]).toEqual(['helping-hands', 'service-11', 'service-69']);
  expect(asked(freeGardening, { requestBook: emptyBook, budget: nothingYet }).requestBook.requests).toHaveLength(1);
});
