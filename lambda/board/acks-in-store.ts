import type { AlertStore } from '../store/alert-store.ts';
import { readAttemptReference } from '../alerts/attempt-reference.ts';
import type { DeviceAcks } from './device-acks.ts';

const [askedEveryMs, mostAsked] = [500, 10] as const;

/** Where one function tells a device and another hears of it: what the device said is written on the alert, and looked for there. */
export function acksInStore(store: Pick<AlertStore, 'read'>, wait: (milliseconds: number) => Promise<void>): DeviceAcks {
  const proofOf = async (reference: string) => {
    const named = readAttemptReference(reference);
    if (named === undefined) return undefined;
    const kept = await store.read(named.councilId, named.personId, named.alertId);
    const state = kept?.alert.attempts.find(({ id }) => id === named.attemptId)?.state;
    return state === 'shown' || state === 'spoken' ? state : undefined;
  };
  return {
    wait: async (attemptId) => {
      for (let asked = 0; asked < mostAsked; asked += 1) {
        await wait(askedEveryMs);
        const proof = await proofOf(attemptId);
        if (proof !== undefined) return proof;
      }
      return undefined;
    },
    heard: () => false,
  };
}
