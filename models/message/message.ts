import type { Instant } from '../shared/index.ts';

/** A message for the person from somebody in their circle. */
export interface MessageForPerson {
  readonly id: string;
  readonly fromMemberId: string;
  readonly fromName: string;
  readonly words: string;
  readonly sentAt: Instant;
  readonly heardAt?: Instant;
}

/**
 * Word left for somebody else: the agency's office, the council's adviser, a relative.
 * Left is not answered: `answeredAt` is set only when a human has.
 */
export interface WordLeft {
  readonly id: string;
  readonly to: { readonly kind: 'circle'; readonly memberId: string; readonly name: string } | { readonly kind: 'agency' | 'council' | 'own-phone'; readonly name: string };
  readonly about: string;
  readonly words: string;
  readonly leftAt: Instant;
  readonly answeredAt?: Instant;
}

/** Something we said without being asked, and when. */
interface BroughtUp { readonly id: string; readonly at: Instant }

export interface MessageBook {
  /** Newest last, at most 50. */
  readonly forPerson: readonly MessageForPerson[];
  /** Newest last, at most 50; the rest are in the record's history. */
  readonly wordLeft: readonly WordLeft[];
  /** What we said today without being asked. */
  readonly broughtUp?: readonly BroughtUp[];
}
