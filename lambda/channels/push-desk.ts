import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import * as z from 'zod/mini';
import { memberFor } from '../../models/access/index.ts';
import { personId as asPersonId, type Clock, type CouncilId } from '../../models/shared/index.ts';
import type { PersonRecords } from '../../models/person-record/index.ts';
import type { PhoneDesk } from '../../web/phone/phone-port.ts';
import type { AlertDesk } from '../alerts/alert-desk.ts';
import type { AlertStore } from '../store/alert-store.ts';
import { isPushService } from './push-services.ts';

interface Needs {
  readonly store: Pick<AlertStore, 'saveReach' | 'whomToTell'>;
  readonly records: Pick<PersonRecords, 'byPerson'>;
  readonly alerts: AlertDesk;
  readonly clock: Clock;
  readonly council: CouncilId;
  readonly publicKey: string;
}

const mostOfOne = 5;

/** Carers' phones that asked to be told, and their OK from a notification. */
export function pushDesk({ store, records, alerts, clock, council, publicKey }: Needs): PhoneDesk {
  return {
    publicKey,
    subscribe: async ({ identity, personId, memberId, subscription }) => {
      const record = await records.byPerson(council, asPersonId(personId));
      if (record === undefined || !memberFor(identity, record.household).some(({ id }) => id === memberId)) return { kind: 'not-in-circle' };
      if (!isPushService(subscription.endpoint)) return { kind: 'not-a-push-service' };
      const word = randomBytes(24).toString('base64url');
      const id = `push-${createHash('sha256').update(subscription.endpoint).digest('hex').slice(0, 16)}`;
      await store.saveReach(council, asPersonId(personId), (reach) => ({
        ...reach, members: { ...reach.members, [memberId]: [...(reach.members[memberId] ?? []).filter((each) => each.id !== id), { id, channel: 'push' as const, value: JSON.stringify({ ...subscription, wordHash: hashOf(word) }), isVerified: true }].slice(-mostOfOne) },
      }));
      return { kind: 'subscribed', word };
    },
    answer: async ({ personId, memberId, alertId, word }) => {
      const found = await store.whomToTell(council, asPersonId(personId));
      const isInCircle = found?.record.household.circle.some(({ id, stoppedAt }) => id === memberId && stoppedAt === undefined) === true;
      if (!isInCircle || !(found.reach.members[memberId] ?? []).some(({ channel, value }) => channel === 'push' && isOf(value, word))) return false;
      const result = await alerts.answer({ councilId: council, personId: asPersonId(personId), alertId }, { by: { kind: 'member', memberId }, word: 'ok', at: clock(), through: 'push' });
      return result.kind === 'answered' || result.kind === 'already-over';
    },
  };
}

const hashOf = (word: string): string => createHash('sha256').update(word).digest('hex');
const addressKept = z.object({ wordHash: z.string() });

function isOf(address: string, word: string): boolean {
  const kept = addressKept.safeParse(JSON.parse(address));
  return kept.success && timingSafeEqual(Buffer.from(kept.data.wordHash), Buffer.from(hashOf(word)));
}
