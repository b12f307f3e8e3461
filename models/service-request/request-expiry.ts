import { daysBetween, localDate, type Instant, type LocalDate } from '../shared/index.ts';

/**
 * When a request ends by itself and its money is given back: 28 days from now, or 28 days after the day it is wanted or
 * starts if that is still to come, so that what was promised does not go before it is had.
 */
export function requestExpiry(now: Instant, on?: LocalDate, today = localDate(now, 'Europe/London')): Instant {
  const daysAhead = on === undefined ? 0 : Math.max(0, daysBetween(today, on));
  return (now + (daysAhead + daysToExpiry) * dayMs) as Instant;
}

const daysToExpiry = 28;
const dayMs = 86_400_000;
