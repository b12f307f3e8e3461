import type { Instant } from '../shared/index.ts';
import type { Household, Privacy } from './household.ts';

export type SetPrivacyResult =
  | { readonly kind: 'set'; readonly household: Household }
  /** Four numbers must be chosen first. */
  | { readonly kind: 'refused'; readonly reason: 'no-pin' };

/** Chooses how private answers are given, and who gets them when they cannot be spoken. */
export function setPrivacy(household: Household, answers: Privacy['answers'], sendTo?: string): SetPrivacyResult {
  if (answers === 'pin' && household.privacy.pin === undefined) return { kind: 'refused', reason: 'no-pin' };
  const privacy = { ...household.privacy, answers, ...(sendTo === undefined ? {} : { sendTo }) };
  return { kind: 'set', household: { ...household, privacy } };
}

/** Keeps a new PIN, already salted and hashed; wrong tries are forgotten and a lock is lifted. */
export function setPin(household: Household, pin: NonNullable<Privacy['pin']>): Household {
  return { ...household, privacy: { ...unlocked(household.privacy), pin } };
}

export type CheckPinResult =
  | { readonly kind: 'passed'; readonly household: Household }
  | { readonly kind: 'wrong'; readonly household: Household; readonly triesLeft: number }
  /** `household` is as it was, unless this very try locked it. */
  | { readonly kind: 'locked'; readonly household: Household; readonly until: Instant };

/** Counts a try at the PIN (`ok`: it matched). Three wrong in a row lock it for 30 minutes; locked, even the right one does not pass. */
export function checkPin(household: Household, ok: boolean, now: Instant): CheckPinResult {
  const { privacy } = household;
  if (privacy.lockedUntil !== undefined && isLocked(household, now)) return { kind: 'locked', household, until: privacy.lockedUntil };
  const open = privacy.lockedUntil === undefined ? privacy : unlocked(privacy);
  if (ok) return { kind: 'passed', household: open.wrongTries === 0 && open === privacy ? household : { ...household, privacy: unlocked(open) } };

  const wrongTries = open.wrongTries + 1;
  if (wrongTries < triesAllowed) return { kind: 'wrong', household: { ...household, privacy: { ...open, wrongTries } }, triesLeft: triesAllowed - wrongTries };
  const until = (now + lockedMs) as Instant;
  return { kind: 'locked', household: { ...household, privacy: { ...open, wrongTries, lockedUntil: until } }, until };
}

/** Whether too many wrong numbers were said a short while ago. */
export function isLocked(household: Household, now: Instant): boolean {
  return household.privacy.lockedUntil !== undefined && now < household.privacy.lockedUntil;
}

const triesAllowed = 3;
const lockedMs = 30 * 60_000;

function unlocked(privacy: Privacy): Privacy {
  const { lockedUntil: _, ...rest } = privacy;
  return { ...rest, wrongTries: 0 };
}
