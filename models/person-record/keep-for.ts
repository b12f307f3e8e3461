import type { Instant } from '../shared/index.ts';

const dayMs = 86_400_000;
const yearDays = 365.25;

/**
 * How many days what is written beside a record is kept. Adult social care records stay eight years (Records Management Code of Practice),
 * what only served the day goes sooner. What stands in the record itself stays with it.
 */
export const keepForDays = {
  /** Alerts with all that was tried, and what the desk noted of them. */
  alerts: 396,
  /** What an agency told of visits, word for word. */
  reports: 396,
  /** Requests, visits and feedback that their book had no more room for. */
  history: 8 * yearDays,
  /** Messages, words left and jobs that their book had no more room for. */
  messages: 366,
  /** What was done in visits, and notes of them. */
  visitRecords: 8 * yearDays,
  /** Who looked and who changed what. */
  audit: 8 * yearDays,
  /** That something was said, without its words. */
  turns: 7,
  /** What was being talked of when the talk broke off. */
  unfinished: 7,
  /** The whole record, once somebody has left. */
  recordAfterLeaving: 8 * yearDays,
} as const;

/** Money lines outlive the record: seven years from its erasure (Limitation Act 1980, six years, and the year that runs); then they go as well. */
export function moneyKeptUntil(erasedAt: Instant): Instant {
  return (erasedAt + moneyYears * yearDays * dayMs) as Instant;
}

const moneyYears = 7;

/** Everything of a kind from before this moment goes. */
export function goesBefore(kind: keyof typeof keepForDays, now: Instant): Instant {
  return (now - keepForDays[kind] * dayMs) as Instant;
}

/** Each record has its turn on one day of twenty-eight, by its id: a night has little to do, however many people there are. */
export function isTurnOf(personId: string, now: Instant): boolean {
  let sum = 0;
  for (let place = 0; place < personId.length; place += 1) sum = (Math.imul(sum, 31) + personId.charCodeAt(place)) >>> 0;
  return Math.floor(now / dayMs) % turns === sum % turns;
}

const turns = 28;
