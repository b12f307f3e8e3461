declare const brand: unique symbol;

/** Milliseconds since 1970, UTC. What the store keeps. */
export type Instant = number & { readonly [brand]: 'instant' };
/** A day on the wall calendar, `2026-12-01`. */
export type LocalDate = string & { readonly [brand]: 'date' };
/** A time on the wall clock, `08:30`. */
export type LocalTime = string & { readonly [brand]: 'time' };
/** ISO weekday: Monday is 1, Sunday is 7. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const instant = (milliseconds: number): Instant => milliseconds as Instant;
