import type { Instant, LocalDate, Pence } from '../shared/index.ts';

export const entryKinds = [
  'allocation', 'contribution', 'set-aside', 'set-aside-released', 'spend', 'refund', 'kept-back', 'kept-back-released', 'taken-back', 'reversal',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** One line of the ledger. Only ever added; a mistake is reversed by another line, never edited. Amounts are above zero. */
export interface BudgetEntry {
  readonly id: string;
  /** 1, 2, 3 … within one budget, without gaps. */
  readonly number: number;
  readonly at: Instant;
  readonly on: LocalDate;
  readonly kind: EntryKind;
  readonly amountPence: Pence;
  readonly source?: 'council' | 'nhs' | 'own';
  /** As it is spoken: "gardening with Green Fingers". */
  readonly what: string;
  readonly category?: string;
  /** The service request a set-aside, its release, or a spend belongs to. */
  readonly requestId?: string;
  /** For a reversal: the entry whose effect it undoes. For a refund: the spend it gives money back from. */
  readonly reverses?: string;
  /** For a reversal: why the entry was a mistake. */
  readonly note?: string;
  /** Who of the council did it by hand, alone: their id. */
  readonly by?: string;
}

export interface BudgetSettings {
  readonly basis: 'net' | 'gross';
  readonly mechanism: 'direct-payment' | 'council-managed' | 'council-commissioned' | 'individual-service-fund' | 'self-funder';
  readonly periodWeeks: number;
  /** The first day of some period; every other period is counted from it. */
  readonly periodAnchor: LocalDate;
  readonly perPeriodPence: Pence;
  /** What is left above this many weeks' money may be taken back. */
  readonly surplusWeeksLimit: number;
  readonly reviewOn: LocalDate;
  readonly autoApproveLimitPence: Pence;
}

/** The running totals, kept beside the entries and equal to their sum. */
export interface BudgetFigures {
  readonly paidInPence: Pence;
  readonly paidOutPence: Pence;
  readonly setAsidePence: Pence;
  readonly keptBackPence: Pence;
}

export interface OpenSetAside {
  readonly requestId: string;
  readonly amountPence: Pence;
  readonly what: string;
  /** Every promise of money ends by itself: when this passes it is given back. */
  readonly expiresAt: Instant;
}

/** One person's budget as it stands, with its latest entries; all entries are in the ledger. */
export interface Budget {
  readonly settings: BudgetSettings;
  readonly figures: BudgetFigures;
  readonly openSetAsides: readonly OpenSetAside[];
  readonly lastEntryNumber: number;
  /** Newest first, at most `recentEntriesKept`. */
  readonly recent: readonly BudgetEntry[];
}
export const recentEntriesKept = 120;
