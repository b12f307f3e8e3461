import type { Address, Alert, Reach } from '../../models/alert/index.ts';
import type { EngineParts } from './engine-parts.ts';

/** Quietens every device that was told of an alert which needs no answer any more. One that cannot be reached does not hold up the others. */
export async function silenceEverywhere(alert: Alert, { reach, desk }: { readonly reach?: Reach | undefined; readonly desk: readonly Address[] }, by: string, { channels, log, clock }: Pick<EngineParts, 'channels' | 'log' | 'clock'>): Promise<void> {
  const told = new Set(alert.attempts.filter(({ state }) => state !== 'failed').map(({ addressId }) => addressId));
  const addresses = [...reach?.person ?? [], ...Object.values(reach?.members ?? {}).flat(), ...desk].filter(({ id }) => told.has(id));
  const byChannel = Map.groupBy(addresses, ({ channel }: Address) => channel);
  await Promise.all([...byChannel].map(async ([name, those]) => {
    try {
      await channels[name]?.silence?.({ alertId: alert.id, councilId: alert.councilId, addresses: those, by, at: clock(), ...(alert.personId !== undefined && { personId: alert.personId }) });
    } catch (cause) {
      log.fault('not-silenced', { channel: name }, cause);
    }
  }));
}
