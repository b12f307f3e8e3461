import type { FoundService } from './found-service.ts';

/** Why we say it, so that the person can judge: "You told us you like singing." `words` are theirs or their plan's. */
type SuggestionReason =
  | { readonly kind: 'interest'; readonly words: string }
  | { readonly kind: 'goal'; readonly words: string }
  | { readonly kind: 'free' }
  | { readonly kind: 'voluntary' };

export interface Suggestion {
  readonly found: FoundService;
  readonly reason: SuggestionReason;
  /** Whether one of it can be paid for with what is left. Absent when its price or the budget is not known. */
  readonly isWithinMoney?: boolean;
}
