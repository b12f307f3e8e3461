import type { Instant, LocalDate } from '../shared/index.ts';

/** What the person wants from their life, as their support plan puts it. */
export interface Goal {
  readonly id: string;
  /** The plan's own words, first person or plain: "getting out and seeing people". */
  readonly words: string;
  /** Directory categories and things that serve this goal: "social club", "transport", "gardening". */
  readonly covers: readonly string[];
  readonly setOn: LocalDate;
}

/** The person's own words about how a visit or a service went. Kept as said. */
export interface Feedback {
  readonly id: string;
  readonly about: { readonly kind: 'visit' | 'service' | 'general'; readonly id?: string; readonly name: string };
  readonly words: string;
  readonly at: Instant;
}

export interface OutcomeBook {
  readonly goals: readonly Goal[];
  /** What the plan says the money may not be used for. */
  readonly excluded: readonly string[];
  readonly feedback: readonly Feedback[];
}
