import type { Instant } from '../shared/index.ts';
import type { Household } from './household.ts';

export const leaveReasons = ['no-longer-needed', 'moved', 'own-wish', 'died', 'other'] as const;

/** That somebody is looked after by My Care no more. */
export interface Left { readonly at: Instant; readonly why: (typeof leaveReasons)[number]; readonly by: { readonly id: string; readonly name: string } }

/** Ends it: nobody of the circle may know or do anything from now on. The record stays for staff. */
export function leaveService(household: Household, left: Left): Household {
  return { ...household, left, circle: household.circle.map((member) => ({ ...member, mayKnow: [], mayAct: [], stoppedAt: member.stoppedAt ?? left.at })) };
}

/** Takes somebody back. Who of the circle may know what is for them to say anew. */
export function comeBack({ left: _, ...household }: Household): Household {
  return household;
}
