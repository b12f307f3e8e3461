import type { Instant, LocalDate } from '../shared/index.ts';
import type { Theme } from './theme.ts';

/** What the person wants from their life, as their support plan puts it. */
export interface Goal {
  readonly id: string;
  /** The plan's own words, first person or plain: "getting out and seeing people". */
  readonly words: string;
  /** As a support plan elsewhere said it last, where it came from one: an old file undoes nothing newer. */
  readonly planWords?: string;
  /** Directory categories and things that serve this goal: "social club", "transport", "gardening". */
  readonly covers: readonly string[];
  readonly setOn: LocalDate;
  readonly theme?: Theme;
  /** The day it is to be looked at again. */
  readonly reviewOn?: LocalDate;
  /** How it is going, oldest first. */
  readonly notes?: readonly GoalNote[];
  readonly ended?: GoalEnd;
}

/** How a goal is going, as the person or their adviser sees it. */
export interface GoalNote {
  readonly id: string;
  readonly at: Instant;
  readonly by: { readonly id: string; readonly name: string };
  /** 0: nowhere near; 10: all the way. */
  readonly rating?: number;
  readonly words: string;
}

export const goalEnds = ['reached', 'wants-something-else', 'cannot-be-done'] as const;
export interface GoalEnd { readonly how: (typeof goalEnds)[number]; readonly at: Instant }

/** The person's own words about how a visit or a service went. Kept as said. */
export interface Feedback {
  readonly id: string;
  readonly about: { readonly kind: 'visit' | 'service' | 'general'; readonly id?: string; readonly name: string };
  readonly words: string;
  readonly at: Instant;
  readonly theme?: Theme;
  /** How it was, where it was asked. */
  readonly rating?: (typeof feedbackRatings)[number];
  /** Somebody of the circle who says it, as their own view; absent: the person. */
  readonly by?: { readonly id: string; readonly name: string };
}
export const feedbackRatings = ['good', 'all-right', 'not-good'] as const;

export interface OutcomeBook {
  readonly goals: readonly Goal[];
  /** Goals that ended, which pay for nothing any more. */
  readonly pastGoals?: readonly Goal[];
  /** What the plan says the money may not be used for. */
  readonly excluded: readonly string[];
  readonly feedback: readonly Feedback[];
}
