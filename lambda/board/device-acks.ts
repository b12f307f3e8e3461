/** Waits for a device to say that a notification was shown or spoken. */
export interface DeviceAcks {
  /** What the device says of it within the time, the most it says; undefined when it says nothing. */
  wait(attemptId: string, deviceId: string): Promise<'shown' | 'spoken' | undefined>;
  /** Whether somebody was waiting for it from this device. */
  heard(attemptId: string, deviceId: string, proof: 'shown' | 'spoken'): boolean;
}

const longestMs = 5_000;

export function deviceAcks(wait: (milliseconds: number) => Promise<void>): DeviceAcks {
  const waiting = new Map<string, (proof: 'shown' | 'spoken') => void>();
  const keyOf = (attemptId: string, deviceId: string) => `${deviceId} ${attemptId}`;
  return {
    wait: async (attemptId, deviceId) => {
      const key = keyOf(attemptId, deviceId);
      const heard = new Promise<'shown' | 'spoken'>((resolve) => { waiting.set(key, resolve); });
      try {
        return await Promise.race([heard, wait(longestMs).then(() => undefined)]);
      } finally {
        waiting.delete(key);
      }
    },
    heard: (attemptId, deviceId, proof) => {
      const tell = waiting.get(keyOf(attemptId, deviceId));
      tell?.(proof);
      return tell !== undefined;
    },
  };
}
