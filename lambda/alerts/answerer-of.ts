import { memberFor, type Identity } from '../../models/access/index.ts';
import type { Answer } from '../../models/alert/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';

/** Staff answer for the desk, the person for themselves, family as who they are in that circle now. */
export function answererOf(identity: Identity, record: PersonRecord | undefined): Answer['by'] | undefined {
  if (identity.kind === 'staff') return { kind: 'desk' };
  if (identity.kind === 'person') return { kind: 'person' };
  const [member] = record === undefined ? [] : memberFor(identity, record.household);
  return member === undefined ? undefined : { kind: 'member', memberId: member.id };
}
