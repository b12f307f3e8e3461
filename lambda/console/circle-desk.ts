import * as z from 'zod/mini';
import type { Identity } from '../../models/access/index.ts';
import { openInvitations } from '../../models/household/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import type { CircleDesk } from '../../web/console/circle-port.ts';
import type { Services } from '../services.ts';
import { contactHashOf, contactsOf, plainContact } from '../store/contact-rows.ts';
import { instantKept, whenAsked } from '../store/kept-values.ts';
import { invitedKey } from '../store/keys.ts';
import { documentOf, valueIn } from '../store/row-document.ts';
import { identityByContact } from './identity-by-contact.ts';

const sentKept = whenAsked(() => z.looseObject({ sent: z.array(instantKept) }));
const dayMs = 86_400_000;
const mostADay = 3;

/** One council's invitations for its console. `send` is what sends sign-in codes. */
export function circleDesk({ table, records, clock }: Services, council: CouncilId, send: (contact: string, words: string) => Promise<void>): CircleDesk {
  return {
    isSame: (one, other) => plainContact(one) === plainContact(other),
    send: async (contact, words) => {
      const [now, key] = [clock(), invitedKey(council, contactHashOf(contact))];
      const row = await table.get(key);
      const sent = row === undefined ? [] : valueIn(row, sentKept).sent.filter((at) => now - at < dayMs);
      if (sent.length >= mostADay) return false;
      const counted = await table.transact([{ do: 'put', row: { ...key, version: (row?.version ?? 0) + 1, doc: documentOf({ sent: [...sent, now] }) }, when: [row === undefined ? { if: 'absent' } : { if: 'version-is', version: row.version }] }]);
      if (counted.kind !== 'done') return false;
      await send(contact, words);
      return true;
    },
    asked: async (identity) => {
      const contactHash = provedBy(identity);
      if (contactHash === undefined) return [];
      const places = (await contactsOf(table, council, contactHash, clock())).filter(({ invitationId }) => invitationId !== undefined);
      const found = await Promise.all(places.map(async ({ personId, invitationId }) => {
        const record = await records.byPerson(council, personId);
        const invitation = record === undefined ? undefined : openInvitations(record.household, clock()).find(({ id }) => id === invitationId);
        return record === undefined || invitation === undefined ? [] : [{ record, invitation }];
      }));
      return found.flat();
    },
    identityNow: async (identity) => {
      const contactHash = provedBy(identity);
      return contactHash === undefined ? undefined : identityByContact(contactHash, { table, records, clock, council });
    },
  };
}

/** The number or address that somebody signed in by, as its hash. */
function provedBy(identity: Identity): string | undefined {
  return identity.kind === 'carer' || identity.kind === 'person' ? identity.contactHash : undefined;
}
