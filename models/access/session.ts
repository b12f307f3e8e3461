import type { Instant } from '../shared/index.ts';
import type { Identity } from './identity.ts';

/** One sign-in on one browser. It ends by itself: a quarter of an hour unused for staff, thirty days for family, half a day at the most for staff, a long shift for care workers. */
export interface Session {
  readonly identity: Identity;
  /** Sent with every form, so that another site cannot send one. */
  readonly csrf: string;
  readonly signedInAt: Instant;
  readonly usedAt: Instant;
}

const minuteMs = 60_000;
const limits = { staff: { unusedMs: 15 * minuteMs, longestMs: 12 * 60 * minuteMs }, carer: { unusedMs: 14 * 24 * 60 * minuteMs, longestMs: 30 * 24 * 60 * minuteMs }, person: { unusedMs: 14 * 24 * 60 * minuteMs, longestMs: 30 * 24 * 60 * minuteMs }, worker: { unusedMs: 12 * 60 * minuteMs, longestMs: 16 * 60 * minuteMs } } as const;

/** When a session ends if nothing is done. */
export function sessionEndsAt({ identity, signedInAt, usedAt }: Session): Instant {
  const { unusedMs, longestMs } = limits[identity.kind];
  return Math.min(usedAt + unusedMs, signedInAt + longestMs) as Instant;
}

/** The port to where sessions are kept. `token` is the browser's secret; only its hash is kept. */
export interface Sessions {
  start(identity: Identity, at: Instant): Promise<string>;
  /** The session as it is now, marked as used; undefined once it has ended or was ended. */
  find(token: string, at: Instant): Promise<Session | undefined>;
  end(token: string): Promise<void>;
  /** Everywhere they are signed in. */
  endAll(identity: Identity): Promise<number>;
}
