import type { Consent, ConsentKind } from './consent.ts';
import type { Household } from './household.ts';

const mostKept = 200;

/** Keeps it, and does at once what follows from it: without a yes nothing private is spoken aloud. */
export function recordConsent(household: Household, consent: Consent): Household {
  const { privacy } = household;
  const isAloud = consent.kind === 'answers-aloud';
  const answers = isAloud && consent.says !== 'yes' ? 'to-phone' : isAloud && privacy.answers === 'to-phone' ? 'open' : privacy.answers;
  return { ...household, privacy: { ...privacy, answers }, consents: [...household.consents ?? [], consent].slice(-mostKept) };
}

/** What holds now; undefined where nobody has asked. */
export function consentTo({ consents }: Pick<Household, 'consents'>, kind: ConsentKind): Consent | undefined {
  return consents?.findLast((each) => each.kind === kind);
}

/** Whether they said no, or took their yes back. Not having been asked is neither. */
export function saysNo(household: Pick<Household, 'consents'>, kind: ConsentKind): boolean {
  const consent = consentTo(household, kind);
  return consent !== undefined && consent.says !== 'yes';
}

/** Whether somebody is counted in the council's figures: not once they said no, nor after they have left. */
export function isCounted(household: Pick<Household, 'consents' | 'left'>): boolean {
  return household.left === undefined && !saysNo(household, 'figures');
}
