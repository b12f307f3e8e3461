import type { Household } from './household.ts';
import type { Left } from './left.ts';

/** Ends it: nobody of the circle may know or do anything from now on, and invitations are void. The record stays for staff. */
export function leaveService({ invitations: _, ...household }: Household, left: Left): Household {
  return { ...household, left, circle: household.circle.map((member) => ({ ...member, mayKnow: [], mayAct: [], stoppedAt: member.stoppedAt ?? left.at })) };
}

/** Takes somebody back. Who of the circle may know what is for them to say anew. */
export function comeBack({ left: _, ...household }: Household): Household {
  return household;
}
