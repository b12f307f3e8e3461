import type { CouncilId, Instant, PersonId } from '../shared/index.ts';
import type { CircleMember } from './circle.ts';
import type { Consent } from './consent.ts';
import type { ErasureAsked } from './erasure-asked.ts';
import type { Invitation } from './invitation.ts';
import type { Left } from './left.ts';
import type { SpeechPassport } from './speech-passport.ts';

/** The person, how they like to be spoken to, and the people around them. */
export interface Household {
  readonly personId: PersonId;
  readonly councilId: CouncilId;
  readonly name: { readonly full: string; readonly preferred: string };
  /** IANA zone; Europe/London unless the person lives elsewhere. */
  readonly timeZone: string;
  readonly passport: SpeechPassport;
  readonly privacy: Privacy;
  readonly circle: readonly CircleMember[];
  readonly council: CouncilContact;
  /** What the person told us they like, in their words: "singing", "being outdoors". */
  readonly interests: readonly string[];
  /** Where they live, as much as is needed to find what is near. */
  readonly area: { readonly name: string; readonly latitude?: number; readonly longitude?: number };
  readonly bornOn?: string;
  /** Their own mobile, to sign in with. */
  readonly ownPhone?: string;
  /** Their own e-mail address, to sign in with. */
  readonly ownEmail?: string;
  /** The council's number for them. */
  readonly councilNumber?: string;
  /** What they said yes and no to, the newest last. */
  readonly consents?: readonly Consent[];
  /** Who was asked into the circle and has not said yes. */
  readonly invitations?: readonly Invitation[];
  /** Set once they are looked after no more. */
  readonly left?: Left;
  readonly erasureAsked?: ErasureAsked;
}

export interface CouncilContact {
  readonly name: string;
  /** The number for money and plans. */
  readonly phone: string;
  /** The staffed line for care, day and evening. */
  readonly careLinePhone: string;
  readonly adviser: string;
  readonly adviserAnswersWithinWorkingDays: number;
}

/**
 * How private answers (money, who is coming, messages) are given.
 * `open`: spoken. `pin`: spoken after four numbers. `to-phone`: never spoken, sent to the person's phone or a relative they named.
 */
export interface Privacy {
  readonly answers: 'open' | 'pin' | 'to-phone';
  readonly pin?: { readonly salt: string; readonly hash: string };
  readonly wrongTries: number;
  readonly lockedUntil?: Instant;
  /** Who gets the answer when it cannot be spoken: a circle member's id, or `self` for the person's own phone. */
  readonly sendTo?: string;
}

/** The Alexa account, linked account or Smart Properties unit that speaks for one person. */
export interface SpeakerLink {
  readonly how: 'code' | 'account' | 'unit';
  readonly linkedAt: Instant;
  /** Amazon's id, needed to reach this speaker out of a conversation. */
  readonly alexaId: string;
}

/** A household's secret sign that this speaker is theirs: a hash, so that the store never holds a key anyone could replay. */
export type SpeakerKey = string & { readonly speaker: unique symbol };
