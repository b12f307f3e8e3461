import type { Clock, Instant } from '../../models/shared/index.ts';

export interface Replays {
  /** Takes a request id for the first time; false when it was taken before and could still look fresh. */
  take(requestId: string, forMs: number): boolean;
  /** Lets an id be taken again, after we failed to answer and Amazon will send it once more. */
  giveBack(requestId: string): void;
}

const usualMost = 50_000;

/**
 * Remembers which requests have been answered, for as long as each could be sent again. At most `most` at once: then the oldest
 * is forgotten, which is safe because what a request does is kept only once under its id.
 */
export function createReplays({ clock, most = usualMost }: { clock: Clock; most?: number }): Replays {
  const until = new Map<string, Instant>();

  return {
    take(requestId, forMs) {
      const now = clock();
      const known = until.get(requestId);
      if (known !== undefined && known >= now) return false;
      until.delete(requestId);
      forgetOld(now);
      until.set(requestId, (now + forMs) as Instant);
      return true;
    },
    giveBack(requestId) {
      until.delete(requestId);
    },
  };

  /** Looks at the two oldest only, so that no single request pays for tidying up. */
  function forgetOld(now: Instant): void {
    let looked = 0;
    for (const [requestId, end] of until) {
      if (until.size >= most || end < now) until.delete(requestId);
      looked += 1;
      if (looked >= 2) return;
    }
  }
}
