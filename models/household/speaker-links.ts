import type { CouncilId, Instant, PersonId } from '../shared/index.ts';
import type { SpeakerKey } from './household.ts';

/** A speaker that would speak for somebody. `alexaId` is Amazon's id of it; `key` is our hash of that id. */
export interface SpeakerToLink {
  readonly key: SpeakerKey;
  readonly alexaId: string;
}

export type LinkResult =
  | { readonly kind: 'linked'; readonly council: CouncilId; readonly person: PersonId }
  | { readonly kind: 'refused'; readonly reason: LinkRefusal }
  /** We do not know whether it was linked. Ask again in a minute. */
  | { readonly kind: 'unknown' };

/** `too-many-tries`: five wrong codes from one speaker; it may try again 24 hours after the last of them. */
export type LinkRefusal = 'no-such-code' | 'expired' | 'too-many-tries' | 'speaker-speaks-for-another' | 'no-such-person';

export type LinkCodeResult =
  | { readonly kind: 'made'; readonly code: string; readonly expiresAt: Instant }
  | { readonly kind: 'refused'; readonly reason: 'no-such-person' };

/**
 * Which speaker speaks for whom. One speaker account for each person, and one person for each speaker account: linking
 * a new speaker ends the old one's link; a speaker that speaks for another person is refused until it is unlinked.
 */
export interface SpeakerLinks {
  /** Six digits, the first not 0, good once and for 24 hours. A new code puts an end to the one before. */
  createLinkCode(council: CouncilId, person: PersonId, at: Instant): Promise<LinkCodeResult>;
  /** `code` as heard, digits only. */
  linkByCode(code: string, speaker: SpeakerToLink, at: Instant): Promise<LinkResult>;
  /** The person is known from a signed account-linking token. */
  linkByAccount(council: CouncilId, person: PersonId, speaker: SpeakerToLink, at: Instant): Promise<LinkResult>;
  /** An Alexa Smart Properties unit, allotted to a person by the staff of the property. */
  linkByUnit(council: CouncilId, person: PersonId, speaker: SpeakerToLink, at: Instant): Promise<LinkResult>;
}
