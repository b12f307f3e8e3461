import type { Instant, PersonId } from '../../models/shared/index.ts';

/** Everything held of one kind about somebody, row by row, with secrets left out. */
export interface HeldKind {
  readonly kind: string;
  readonly rows: readonly { readonly name: string; readonly value: unknown }[];
}

/** That a record was erased: what was removed, what is kept, and until when. */
export interface Erasure {
  readonly id: string;
  readonly personId: PersonId;
  readonly state: 'under-way' | 'done' | 'money-gone';
  readonly askedBy: string;
  readonly askedAt: Instant;
  readonly by: string;
  readonly at: Instant;
  /** Rows that are gone, and rows of others' that no longer name the person, by kind. */
  readonly removed: Readonly<Record<string, number>>;
  readonly changed: Readonly<Record<string, number>>;
  /** Money lines without their words, and who did what without what it was about. */
  readonly kept: { readonly entries: number; readonly deeds: number };
  readonly moneyUntil: Instant;
}

/** What is held about people, and its end. */
export interface DataDesk {
  held(person: PersonId): Promise<readonly HeldKind[]>;
  /** Erases, and says what became of it. An erasure that broke off is gone on with. Throws when it is not certain; it may be asked again. */
  erase(person: PersonId, how: Pick<Erasure, 'askedBy' | 'askedAt' | 'by' | 'at'>): Promise<Erasure>;
  /** Goes on with one that broke off. */
  goOn(id: string): Promise<Erasure | undefined>;
  erasure(id: string): Promise<Erasure | undefined>;
  /** The newest first. */
  erasures(): Promise<readonly Erasure[]>;
}
