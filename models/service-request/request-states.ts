import type { RequestState, ServiceRequest } from './service-request.ts';

export const requestActions = ['approve', 'decline', 'cancel', 'ask-more', 'answer', 'book', 'deliver', 'pay', 'dispute', 'refund', 'expire'] as const;
export type RequestAction = (typeof requestActions)[number];

/** What happens to the money set aside for a request, in the same breath as its state changes. */
export type MoneyMove = 'none' | 'set-aside' | 'release' | 'spend' | 'refund';

export interface Step { readonly to: RequestState; readonly money: MoneyMove }

/** The one table of what may happen to a request. What is not in it is refused. */
const steps: Readonly<Record<RequestState, Readonly<Partial<Record<RequestAction, Step>>>>> = {
  asked: {
    approve: { to: 'approved', money: 'set-aside' },
    decline: { to: 'declined', money: 'none' },
    cancel: { to: 'cancelled', money: 'none' },
    expire: { to: 'expired', money: 'none' },
  },
  'needs-review': {
    approve: { to: 'approved', money: 'set-aside' },
    decline: { to: 'declined', money: 'none' },
    'ask-more': { to: 'more-asked', money: 'none' },
    cancel: { to: 'cancelled', money: 'none' },
    expire: { to: 'expired', money: 'none' },
  },
  'more-asked': {
    approve: { to: 'approved', money: 'set-aside' },
    decline: { to: 'declined', money: 'none' },
    answer: { to: 'needs-review', money: 'none' },
    cancel: { to: 'cancelled', money: 'none' },
    expire: { to: 'expired', money: 'none' },
  },
  approved: {
    book: { to: 'booked', money: 'none' },
    decline: { to: 'declined', money: 'release' },
    cancel: { to: 'cancelled', money: 'release' },
    expire: { to: 'expired', money: 'release' },
  },
  booked: {
    deliver: { to: 'delivered', money: 'none' },
    decline: { to: 'declined', money: 'release' },
    cancel: { to: 'cancelled', money: 'release' },
    expire: { to: 'expired', money: 'release' },
  },
  // Delivered is owed for: no clock may give that money back. Staff see it overdue instead.
  delivered: {
    pay: { to: 'paid', money: 'spend' },
    dispute: { to: 'disputed', money: 'none' },
  },
  paid: {
    dispute: { to: 'disputed', money: 'none' },
    refund: { to: 'refunded', money: 'refund' },
  },
  disputed: {
    pay: { to: 'paid', money: 'spend' },
    decline: { to: 'declined', money: 'release' },
    refund: { to: 'refunded', money: 'refund' },
  },
  refunded: {
    refund: { to: 'refunded', money: 'refund' },
  },
  declined: {},
  cancelled: {},
  expired: {},
};

/** A dispute about something paid for is settled by leaving it paid, which moves no money, or by a refund. */
const stepsOncePaid: typeof steps.disputed = {
  pay: { to: 'paid', money: 'none' },
  refund: { to: 'refunded', money: 'refund' },
};

/** What would happen to this request; undefined when it may not. */
export function stepFor(request: ServiceRequest, action: RequestAction): Step | undefined {
  return (request.state === 'disputed' && wasPaid(request) ? stepsOncePaid : steps[request.state])[action];
}

/** Every step it could take now. */
export function stepsFrom(request: ServiceRequest): ReadonlySet<RequestAction> {
  return new Set(requestActions.filter((action) => stepFor(request, action) !== undefined));
}

/** Whether something is still to come of it. */
export function isOpen({ state }: Pick<ServiceRequest, 'state'>): boolean {
  return openStates.has(state);
}

/** Whether it waits for the council: for a decision, for an answer that a decision needs, or for a question about it to be settled. */
export function isWaiting({ state }: Pick<ServiceRequest, 'state'>): boolean {
  return state === 'needs-review' || state === 'more-asked' || state === 'disputed';
}

const openStates: ReadonlySet<RequestState> = new Set(['asked', 'needs-review', 'more-asked', 'approved', 'booked', 'delivered', 'disputed']);

function wasPaid({ history }: ServiceRequest): boolean {
  return history.some((each) => each.state === 'paid');
}
