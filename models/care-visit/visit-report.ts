import type { Instant, LocalDate, LocalTime } from '../shared/index.ts';

/** What the agency tells us about a visit, and when it was so. `running-late` is in minutes after the planned start, if they know; `on-again`: it was cancelled, and takes place after all. */
export type VisitReport = { readonly visitId: string; readonly at: Instant } & (
  | { readonly said: 'confirmed' | 'en-route' | 'completed' | 'missed' | 'on-again' }
  | { readonly said: 'running-late'; readonly lateByMinutes?: number }
  | { readonly said: 'started' | 'left'; readonly workerId: string }
  | { readonly said: 'moved'; readonly on: LocalDate; readonly from: LocalTime }
  | { readonly said: 'cancelled'; readonly by: 'person' | 'family' | 'agency' | 'council'; readonly reason: string }
);

/** A report and when we had it. */
export interface HeardReport { readonly heardAt: Instant; readonly report: VisitReport }
