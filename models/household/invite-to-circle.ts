import type { Instant } from '../shared/index.ts';
import type { CircleMember } from './circle.ts';
import type { Household } from './household.ts';
import type { Invitation } from './invitation.ts';

export const invitationDays = 14;
const mostOpen = 10;

type InviteResult = { readonly kind: 'invited'; readonly household: Household; readonly invitation: Invitation } | { readonly kind: 'refused'; readonly reason: 'in-circle-already' | 'invited-already' | 'too-many' | 'knows-nothing' };

/** Asks somebody into the circle for a fortnight. `isSame` says whether two numbers or addresses are one. */
export function inviteToCircle(household: Household, { mayAct, ...asked }: Omit<Invitation, 'expiresAt'>, isSame: (one: string, other: string) => boolean): InviteResult {
  const open = openInvitations(household, asked.invitedAt);
  const isTheirs = ({ phone, email, stoppedAt }: CircleMember) => stoppedAt === undefined && [phone, email].some((contact) => contact !== undefined && isSame(contact, asked.contact));
  if (asked.mayKnow.length === 0) return { kind: 'refused', reason: 'knows-nothing' };
  if (household.circle.some(isTheirs)) return { kind: 'refused', reason: 'in-circle-already' };
  if (open.some(({ contact }) => isSame(contact, asked.contact))) return { kind: 'refused', reason: 'invited-already' };
  if (open.length >= mostOpen) return { kind: 'refused', reason: 'too-many' };
  const invitation = { ...asked, mayAct: mayAct.filter((topic) => asked.mayKnow.includes(topic)), expiresAt: (asked.invitedAt + invitationDays * 86_400_000) as Instant };
  return { kind: 'invited', invitation, household: { ...household, invitations: [...open, invitation] } };
}

/** Those that can still be said yes to. Nobody is asked into the circle of somebody who has left. */
export function openInvitations({ invitations, left }: Pick<Household, 'invitations' | 'left'>, now: Instant): readonly Invitation[] {
  return left === undefined ? (invitations ?? []).filter(({ expiresAt }) => expiresAt > now) : [];
}

/** The household without one, whoever takes it away; the same one (by identity) where it was not there. */
export function withoutInvitation(household: Household, id: string): Household {
  const { invitations = [], ...rest } = household;
  const others = invitations.filter((each) => each.id !== id);
  return others.length === invitations.length ? household : { ...rest, ...(others.length > 0 && { invitations: others }) };
}

/** Their yes: they are of the circle, with what was set. Undefined once it was withdrawn, or is over. */
export function acceptInvitation(household: Household, id: string, now: Instant): { readonly household: Household; readonly member: CircleMember } | undefined {
  const invitation = openInvitations(household, now).find((each) => each.id === id);
  if (invitation === undefined) return undefined;
  const { name, relationship, contact, mayKnow, mayAct } = invitation;
  const member: CircleMember = { id: `member-${id}`, name, relationship, kind: 'family', mayKnow, mayAct, ...(contact.includes('@') ? { email: contact } : { phone: contact }) };
  const after = withoutInvitation(household, id);
  return { member, household: { ...after, circle: [...after.circle, member] } };
}

/** Somebody goes of their own accord: from now on they are told nothing, and see nothing. */
export function leaveCircle(household: Household, memberId: string, now: Instant): Household {
  return { ...household, circle: household.circle.map((member) => (member.id === memberId && member.stoppedAt === undefined ? { ...member, mayKnow: [], mayAct: [], stoppedAt: now } : member)) };
}
