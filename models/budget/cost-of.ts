import { noMoney, pence, type Pence } from '../shared/index.ts';

export interface Price {
  readonly unit: 'hour' | 'session' | 'item' | 'day' | 'free' | 'unknown';
  readonly unitPence?: Pence;
  /** How many hours, sessions, items or days; one when not said. Halves and quarters of an hour are welcome. */
  readonly units?: number;
  readonly everyWeeks?: 1 | 2 | 4;
}

/**
 * What it comes to: once, or over a whole budget period of so many weeks when it comes round. A part of an hour is counted
 * in minutes, a part of a penny as a penny. Undefined when there is no price to go by: never taken for free.
 */
export function costOf(price: Price, periodWeeks: number): Pence | undefined {
  if (price.unit === 'free') return noMoney;
  const minutes = Math.round((price.units ?? 1) * 60);
  if (price.unit === 'unknown' || price.unitPence === undefined || !(price.unitPence >= 0) || !(minutes > 0)) return undefined;
  const times = price.everyWeeks === undefined ? 1 : Math.max(1, Math.ceil(periodWeeks / price.everyWeeks));
  const oncePence = Math.ceil((price.unitPence * minutes) / 60);
  return Number.isSafeInteger(oncePence * times) ? pence(oncePence * times) : undefined;
}
