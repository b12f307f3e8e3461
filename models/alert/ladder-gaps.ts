import { alertKinds, type AlertKind } from './kinds.ts';
import type { RungTo } from './ladder.ts';
import type { Instant, PersonId } from '../shared/index.ts';
import { contactsAsked } from './rungs.ts';
import type { Situation } from './situation.ts';
import { whomToTell } from './whom-to-tell.ts';

/** Why a step reaches nobody. `no-way-at-home`: nothing is linked or paired; `silent`: what is there has fallen silent; `nobody-set`: no contact may be told; `no-number`: there is a contact, and no way to reach them; `not-that-way`: not by what the step names. */
export const gapReasons = ['no-way-at-home', 'silent', 'nobody-set', 'no-number', 'not-that-way'] as const;
export type GapReason = (typeof gapReasons)[number];

/** A step (the first is 1) of the ladder for a kind that reaches nobody, and why. */
export interface LadderGap { readonly kind: AlertKind; readonly step: number; readonly reason: GapReason }

/** Such steps of one person, gathered by why: the urgent kinds by name, of the others only how many. */
export interface Gap { readonly reason: GapReason; readonly urgent: readonly AlertKind[]; readonly others: number; readonly steps: number }
/** What was found when somebody was last looked at. */
export interface ReachFound { readonly personId: PersonId; readonly at: Instant; readonly provider: { readonly id: string; readonly name: string }; readonly gaps: readonly Gap[] }

/**
 * The steps of one kind's ladder that reach nobody as things are, by the very choice of addresses that the engine makes. `silent`: addresses of
 * devices that nothing has been heard of.
 */
export function gapsOf(kind: AlertKind, { rule, reach, contacts, desk }: Pick<Situation, 'rule' | 'reach' | 'contacts' | 'desk'>, silent: readonly string[] = []): readonly LadderGap[] {
  const { urgency } = alertKinds[kind];
  if (!rule.isOn && urgency !== 'urgent') return [];
  const heard = { ...reach, person: reach.person.filter(({ value }) => !silent.includes(value)) };
  return rule.ladder.rungs.flatMap((rung, place): readonly LadderGap[] => {
    const reaches = (by: typeof reach) => whomToTell(rung, { attempts: [], urgency, facts: {} }, contactsAsked(rule.ladder, place), { reach: by, contacts, desk }).length > 0;
    if (reaches(heard)) return [];
    return [{ kind, step: place + 1, reason: reaches(reach) ? 'silent' : reasonFor(rung.to, typeof rung.by !== 'string', { reach, contacts }) }];
  });
}

/** Gaps of many kinds, gathered by why. */
export function gatherGaps(gaps: readonly LadderGap[]): readonly Gap[] {
  return gapReasons.flatMap((reason) => {
    const of = gaps.filter((gap) => gap.reason === reason);
    const found = [...new Set(of.map(({ kind }) => kind))];
    const urgent = found.filter((kind) => alertKinds[kind].urgency === 'urgent');
    return of.length === 0 ? [] : [{ reason, urgent, others: found.length - urgent.length, steps: of.length }];
  });
}

function reasonFor(to: readonly RungTo[], isByName: boolean, { reach, contacts }: Pick<Situation, 'reach' | 'contacts'>): GapReason {
  if (to.includes('person')) return reach.person.some(({ isVerified }) => isVerified) && isByName ? 'not-that-way' : 'no-way-at-home';
  if (to.includes('desk') && isByName) return 'not-that-way';
  if (contacts.length === 0) return 'nobody-set';
  return contacts.some((id) => (reach.members[id] ?? []).some(({ isVerified }) => isVerified)) && isByName ? 'not-that-way' : 'no-number';
}
