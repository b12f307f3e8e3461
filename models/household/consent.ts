import type { Instant, LocalDate } from '../shared/index.ts';
import type { Household } from './household.ts';

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
