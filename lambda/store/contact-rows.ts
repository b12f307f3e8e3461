import { createHash } from 'node:crypto';
import type { Household } from '../../models/household/index.ts';
import type { CouncilId, Instant, PersonId } from '../../models/shared/index.ts';
import { everyRow } from './every-row.ts';
import { contactPartition } from './keys.ts';
import { documentOf } from './row-document.ts';
import type { Key, Operation, Table } from './table.ts';

/** Where a number or an address leads: somebody of a circle; somebody who was asked into one, until a moment; or, with neither, the person themselves. */
export interface KnownContact { readonly personId: PersonId; readonly memberId?: string; readonly invitationId?: string; readonly until?: Instant }

/** Whether it is the person's own. */
export const isOwn = ({ memberId, invitationId }: Pick<KnownContact, 'memberId' | 'invitationId'>): boolean => memberId === undefined && invitationId === undefined;

/** Keeps the numbers and addresses by which people sign in in step with a household, by their hash alone. */
export function contactOperations(before: Household | undefined, after: Household): readonly Operation[] {
  const [was, is] = [before === undefined ? [] : contactsIn(before), contactsIn(after)];
  const keyOf = (contact: Contact) => keyFor(after, contact);
  const isIn = (list: readonly Contact[], one: Contact) => list.some(({ contact, memberId, invitationId }) => contact === one.contact && memberId === one.memberId && invitationId === one.invitationId);
  return [
    ...was.filter((each) => !isIn(is, each)).map((each): Operation => ({ do: 'delete', key: keyOf(each), when: [] })),
    ...is.filter((each) => !isIn(was, each)).map((each): Operation => ({ do: 'put', row: { ...keyOf(each), version: 1, doc: documentOf(knownFrom(each, after.personId)) }, when: [] })),
  ];
}

/** Everybody known by the number or address of this hash, in one council, at a moment. */
export async function contactsOf(table: Table, council: CouncilId, contactHash: string, now: Instant): Promise<readonly KnownContact[]> {
  const rows = await everyRow(table, { by: 'pk', pk: contactPartition(council, contactHash) });
  return rows.map(({ doc }) => (JSON.parse(doc) as { readonly value: KnownContact }).value).filter(({ until }) => until === undefined || until > now);
}

/** As it is compared: "07700 900123" and "+44 7700 900123" are one number. */
export function plainContact(contact: string): string {
  if (contact.includes('@')) return contact.trim().toLowerCase();
  return contact.replaceAll(/\D/g, '').replace(/^44/, '0');
}

/** Where every number and address of a household is or was kept, whoever has been stopped since. */
export function contactKeysOf(household: Household): readonly Key[] {
  const { left: _, circle, ...rest } = household;
  const everybody = circle.map(({ stoppedAt: _stopped, ...member }) => ({ ...member, kind: 'family' as const }));
  return contactsIn({ ...rest, circle: everybody }).map((contact) => keyFor(household, contact));
}

function keyFor({ councilId, personId }: Pick<Household, 'councilId' | 'personId'>, { contact, memberId, invitationId }: Contact): Key {
  return { pk: contactPartition(councilId, hashOf(contact)), sk: `${personId}/${invitationId === undefined ? memberId ?? '' : `invited/${invitationId}`}` };
}

interface Contact extends Omit<KnownContact, 'personId'> { readonly contact: string }

function knownFrom({ contact: _, ...known }: Contact, personId: PersonId): KnownContact {
  return { personId, ...known };
}

function contactsIn({ circle, ownPhone, ownEmail, invitations = [], left }: Household): readonly Contact[] {
  if (left !== undefined) return [];
  const members = circle.filter(({ kind, stoppedAt }) => stoppedAt === undefined && (kind === 'family' || kind === 'friend'));
  return [
    ...[ownPhone, ownEmail].flatMap((own) => (own === undefined ? [] : [{ contact: plainContact(own) }])),
    ...members.flatMap(({ id, phone, email }) => [...(phone === undefined ? [] : [{ contact: plainContact(phone), memberId: id }]), ...(email === undefined ? [] : [{ contact: plainContact(email), memberId: id }])]),
    ...invitations.map(({ id, contact, expiresAt }) => ({ contact: plainContact(contact), invitationId: id, until: expiresAt })),
  ];
}

export const contactHashOf = (contact: string): string => hashOf(plainContact(contact));
const hashOf = (plain: string): string => createHash('sha256').update(plain).digest('hex');
