import type { CouncilId, PersonId } from '../shared/index.ts';

/** What staff of a council may be, one or several at once; their directory says which. */
export const staffRoles = ['adviser', 'approver', 'alert-manager', 'administrator', 'auditor'] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Who is using the console, as proved at sign-in. `id` tells one from every other of its kind. */
export type Identity =
  | { readonly kind: 'staff'; readonly councilId: CouncilId; readonly id: string; readonly name: string; readonly roles: readonly StaffRole[] }
  /** Somebody of one or more people's circles, known by a phone number or an e-mail address. */
  | { readonly kind: 'carer'; readonly councilId: CouncilId; readonly id: string; readonly name: string; readonly circles: readonly Place[]; readonly contactHash?: string }
  /** `contactHash`, here and of a carer: the number or address by which they are known, as its hash. */
  | { readonly kind: 'person'; readonly councilId: CouncilId; readonly id: string; readonly name: string; readonly personId: PersonId; readonly contactHash?: string }
  /** A care worker of a provider, by its organisation's code and a PIN of their own. `workerId`: as the visits have it. */
  | WorkerIdentity;

export interface WorkerIdentity { readonly kind: 'worker'; readonly councilId: CouncilId; readonly id: string; readonly name: string; readonly providerId: string; readonly workerId: string }

/** One place in one person's circle. */
export interface Place { readonly personId: PersonId; readonly memberId: string }

/** How somebody is named in the record of who did what: never by name. */
export function actorOf(identity: Identity): string {
  return `${identity.kind}:${identity.id}`;
}
