import type { Instant } from './calendar.ts';

/** Tells the time. Passed in, so that a test, a rehearsal or a simulation can say what time it is. */
export type Clock = () => Instant;
