import type { Instant, LocalDate } from '../shared/index.ts';

/** What somebody may say yes or no to, besides what each of their circle may know. */
export const consentKinds = ['answers-aloud', 'alerts-to-circle', 'messages', 'figures'] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** How it was said. `best-interests`: decided for somebody who cannot decide this themselves (Mental Capacity Act 2005, section 4). */
export const consentWays = ['themselves', 'in-person', 'by-phone', 'in-writing', 'best-interests'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** One yes or no, and who wrote it down. The last of a kind is the one that holds. */
export interface Consent {
  readonly kind: ConsentKind;
  readonly says: 'yes' | 'no' | 'withdrawn';
  readonly how: ConsentWay;
  /** With whom it was decided, where it was for somebody's best interests. */
  readonly decidedWith?: string;
  /** The day it was said. */
  readonly on: LocalDate;
  readonly recordedAt: Instant;
  readonly recordedBy: { readonly id: string; readonly name: string };
}
