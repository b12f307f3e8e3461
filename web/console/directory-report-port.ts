import type { Instant } from '../../models/shared/index.ts';

/** Why the directory stood as it was. */
export const notReadIn = ['not-fetched', 'no-services', 'far-fewer', 'not-saved'] as const;

/** What became of one record of a feed that was not simply used. */
export interface RecordTold {
  readonly id: string;
  readonly name?: string;
  readonly outcome: 'used-with-doubts' | 'refused' | 'kept';
  readonly words: string;
}

/** What became of the directory when its feed was read last. */
export interface DirectoryReport {
  readonly at: Instant;
  /** The address of the feed without any question in it; empty for a file. */
  readonly from: string;
  readonly outcome: 'read-in' | (typeof notReadIn)[number];
  /** What the feed's server answered, where that was the trouble. */
  readonly why?: string;
  /** When a feed was last read in. */
  readonly readInAt?: Instant;
  readonly services: number;
  /** Services that were there before, and are not in it any more. */
  readonly gone: number;
  readonly counts: { readonly used: number; readonly doubtful: number; readonly kept: number; readonly refused: number };
  /** Refused ones first. As many as fit, of so many in all. */
  readonly records: readonly RecordTold[];
  readonly recordsInAll: number;
}
