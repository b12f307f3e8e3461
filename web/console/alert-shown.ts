import type { Topic } from '../../models/household/index.ts';
import type { Instant, PersonId } from '../../models/shared/index.ts';

/** An alert as the console shows it, in words. */
export interface AlertShown {
  readonly id: string;
  readonly personId?: PersonId;
  /** What of somebody's life it is about: family see it only where they may know of that. */
  readonly topic: Topic;
  readonly title: string;
  readonly words: string;
  readonly isUrgent: boolean;
  readonly isOpen: boolean;
  /** Somebody has to answer it: until then it is not done with. */
  readonly needsAnswer: boolean;
  readonly since: Instant;
  /** What was tried, oldest first: "Text to Susan: taken". */
  readonly tried: readonly { readonly at: Instant; readonly words: string }[];
  /** Why it was told, held or ended, in words. */
  readonly why: readonly { readonly at: Instant; readonly words: string }[];
  readonly answered?: { readonly by: string; readonly at: Instant };
}
