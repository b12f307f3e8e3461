import { createHash } from 'node:crypto';
import { personId as asPersonId, type Clock, type CouncilId } from '../../models/shared/index.ts';
import type { PersonRecords } from '../../models/person-record/index.ts';
import type { PhoneDesk } from '../../web/phone/phone-port.ts';
import type { AlertDesk } from '../alerts/alert-desk.ts';
import type { AlertStore } from '../store/alert-store.ts';
import { isPushService } from './push-services.ts';

interface Needs {
  readonly store: Pick<AlertStore, 'saveReach'>;
  readonly records: Pick<PersonRecords, 'byPerson'>;
  readonly alerts: AlertDesk;
  readonly clock: Clock;
  readonly council: CouncilId;
  readonly people: () => readonly { readonly id: string; readonly name: string }[];
  readonly publicKey: string;
}

const mostOfOne = 5;

/** Carers' phones that asked to be told, and their OK from a notification. */
export function pushDesk({ store, records, alerts, clock, council, people, publicKey }: Needs): PhoneDesk {
  return {
    publicKey,
    circles: async () => Promise.all(people().map(async ({ id, name }) => ({
      id, name, circle: ((await records.byPerson(council, asPersonId(id)))?.household.circle ?? []).filter(({ kind, stoppedAt }) => kind !== 'council' && stoppedAt === undefined).map((member) => ({ id: member.id, name: member.name })),
    }))),
    subscribe: async ({ personId, memberId, subscription }) => {
      const record = await records.byPerson(council, asPersonId(personId));
      if (record?.household.circle.some(({ id }) => id === memberId) !== true) return 'not-in-circle';
      if (!isPushService(subscription.endpoint)) return 'not-a-push-service';
      const id = `push-${createHash('sha256').update(subscription.endpoint).digest('hex').slice(0, 16)}`;
      await store.saveReach(council, asPersonId(personId), (reach) => ({
        ...reach, members: { ...reach.members, [memberId]: [...(reach.members[memberId] ?? []).filter((each) => each.id !== id), { id, channel: 'push' as const, value: JSON.stringify(subscription), isVerified: true }].slice(-mostOfOne) },
      }));
      return 'subscribed';
    },
    answer: async ({ personId, memberId, alertId }) => {
      const result = await alerts.answer({ councilId: council, personId: asPersonId(personId), alertId }, { by: { kind: 'member', memberId }, word: 'ok', at: clock(), through: 'push' });
      return result.kind === 'answered' || result.kind === 'already-over';
    },
  };
}
