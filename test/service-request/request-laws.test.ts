// Promise: however requests are asked for, decided, paid, disputed and left to run out, their money is where their state says.
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { figuresFrom, leftPence, type Budget, type BudgetEntry } from '../../models/budget/index.ts';
import {
  agreeToPart, answerMore, askForService, askMore, bookRequest, cancelRequest, cancelThat, decideRequest, deliverRequest, disputeRequest, expireRequests, payRequest, refundRequest, requestStates, type RequestBook, type RequestState,
} from '../../models/service-request/index.ts';
import { instant, localDate, pence, type Instant } from '../../models/shared/index.ts';
import { day, eight, emptyBook, gardening, ledger, setting } from './margarets-requests.ts';

interface World { readonly requestBook: RequestBook; readonly budget: Budget }
interface Kept { readonly kind?: string; readonly requestBook?: RequestBook; readonly budget?: { readonly after: Budget; readonly entries: readonly BudgetEntry[] } }
type Deed = (world: World, now: Instant, turn: number) => Kept;

const which = fc.nat({ max: 40 });
/** A request in one of these states if there is one, or any other. */
function idIn({ requestBook: { requests } }: World, pick: number, ...states: readonly RequestState[]): string {
  const fitting = requests.filter(({ state }) => states.includes(state));
  const among = fitting.length > 0 ? fitting : requests;
  return among[pick % among.length]?.id ?? 'nobody';
}
const by = 'Mr Okafor';
const amount = fc.integer({ min: 1, max: 6000 }).map((pennies) => pence(pennies));

const asking = fc.record({ unitPence: amount, units: fc.constantFrom(0.5, 1, 2), isProviderApproved: fc.boolean(), sendToAdviser: fc.boolean(), again: fc.boolean() })
  .map(({ sendToAdviser, again, ...change }): Deed => (world, now, turn) => askForService(
    { draft: { ...gardening, ...change }, id: `request-${turn}`, reference: `robin ${turn}`, by: 'person', confirmed: true, sendToAdviser, again }, { ...setting, ...world }, now, localDate(now, 'Europe/London')));
const deeds: fc.Arbitrary<Deed> = fc.oneof(
  { arbitrary: asking, weight: 6 },
  fc.constant<Deed>((world, now) => cancelThat(world.requestBook, world.budget, now)),
  fc.record({ which, as: fc.constantFrom('own' as const, 'council' as const) }).map((each): Deed => (world, now) => cancelRequest({ id: idIn(world, each.which, 'booked'), by, as: each.as }, world, now)),
  fc.constant<Deed>((world, now) => expireRequests(world, now)),
  fc.record({ which, decision: fc.constantFrom('approve' as const, 'decline' as const) }).map((each): Deed => (world, now) => decideRequest({ id: idIn(world, each.which, 'needs-review', 'more-asked'), decision: each.decision, by: { id: by, name: by, isApprover: false } }, world, now)),
  fc.record({ which, units: fc.constantFrom(0.5, 1, 1.5), becomes: fc.constantFrom('waiting' as const, 'declined' as const) }).map((each): Deed => (world, now, turn) => agreeToPart({ id: idIn(world, each.which, 'needs-review'), units: each.units, by: { id: by, name: by, isApprover: false }, rest: { id: `request-${turn}-rest`, reference: `wren ${turn}`, becomes: each.becomes } }, world, now)),
  which.map((pick): Deed => (world, now) => askMore({ id: idIn(world, pick, 'needs-review'), by, question: 'Is there a tap?' }, world, now)),
  which.map((pick): Deed => (world, now) => answerMore({ id: idIn(world, pick, 'more-asked'), by: 'person', answer: 'There is.' }, world, now)),
  { arbitrary: which.map((pick): Deed => (world, now) => bookRequest({ id: idIn(world, pick, 'approved'), by, startsOn: day('2027-02-01') }, world, now)), weight: 5 },
  { arbitrary: which.map((pick): Deed => (world, now) => deliverRequest({ id: idIn(world, pick, 'booked'), by }, world, now)), weight: 5 },
  { arbitrary: fc.tuple(which, amount).map(([pick, amountPence]): Deed => (world, now) => payRequest({ id: idIn(world, pick, 'delivered', 'disputed'), by, amountPence }, world, now)), weight: 6 },
  which.map((pick): Deed => (world, now) => disputeRequest({ id: idIn(world, pick, 'paid', 'delivered'), by, note: 'not right' }, world, now)),
  { arbitrary: fc.tuple(which, amount).map(([pick, amountPence]): Deed => (world, now, turn) => refundRequest({ id: idIn(world, pick, 'paid', 'disputed'), by, entryId: `refund-${turn}`, amountPence }, world, now)), weight: 6 },
);

test('the money is always where the requests say it is', () => {
  const reached = new Map<RequestState, number>();
  let split = 0;
  fc.assert(fc.property(fc.array(fc.tuple(deeds, fc.constantFrom(1, 1, 1, 5, 60, 60 * 24 * 9)), { minLength: 1, maxLength: 40, size: 'max' }), (steps) => {
    let world: World = { requestBook: emptyBook, budget: ledger([{ kind: 'allocation', id: 'december', amountPence: pence(20_000), source: 'council', what: 'four weeks’ money' }]) };
    let now = eight;
    const entries = [...world.budget.recent];
    steps.forEach(([deed, minutes], turn) => {
      now = instant(now + minutes * 60_000);
      const kept = deed(world, now, turn);
      entries.push(...(kept.budget?.entries ?? []));
      world = { requestBook: kept.requestBook ?? world.requestBook, budget: kept.budget?.after ?? world.budget };
    });

    const { requestBook, budget } = world;
    expect(figuresFrom(entries)).toEqual(budget.figures);
    expect(leftPence(budget)).toBeGreaterThanOrEqual(0);
    expect(entries.map(({ number }) => number)).toEqual(entries.map((_, place) => place + 1));
    const paidFor = new Set(entries.filter(({ kind }) => kind === 'spend').map(({ requestId }) => requestId));
    // A part of a penny may come to nothing, and holds nothing.
    const holds = requestBook.requests.filter(({ id, state }) => ['approved', 'booked', 'delivered'].includes(state) || (state === 'disputed' && !paidFor.has(id))).filter(({ costPence }) => costPence > 0);
    expect(budget.openSetAsides.map((open) => [open.requestId, open.amountPence, open.expiresAt]).sort()).toEqual(holds.map((each) => [each.id, each.costPence, each.expiresAt]).sort());
    for (const whole of new Set(requestBook.requests.flatMap(({ partOf }) => partOf?.id ?? []))) {
      const parts = requestBook.requests.filter(({ partOf }) => partOf?.id === whole);
      split += 1;
      expect([parts.reduce((sum, { costPence }) => sum + costPence, 0), parts.reduce((sum, { units = 0 }) => sum + units, 0)]).toEqual([parts[0]?.partOf?.costPence, parts[0]?.partOf?.units]);
    }
    for (const { id, costPence, state } of requestBook.requests) {
      reached.set(state, (reached.get(state) ?? 0) + 1);
      const sum = (kind: BudgetEntry['kind']) => entries.filter((entry) => entry.kind === kind && entry.requestId === id).reduce((total, entry) => total + entry.amountPence, 0);
      expect(sum('spend')).toBeLessThanOrEqual(costPence);
      expect(sum('refund')).toBeLessThanOrEqual(sum('spend'));
      if (['declined', 'cancelled', 'expired', 'needs-review', 'more-asked'].includes(state)) expect(sum('spend')).toBe(0);
    }
  }), { numRuns: 2000 });
  const seldom = requestStates.filter((state) => state !== 'asked' && (reached.get(state) ?? 0) < 20);
  expect(seldom).toEqual([]);
  expect(split).toBeGreaterThan(100);
});
