import { localTime, type CouncilId, type LocalTime } from '../../models/shared/index.ts';
import type { Services } from '../services.ts';
import type { GetJson } from './fetch-feed.ts';
import { syncServices } from './sync-services.ts';

const lookEveryMs = 15 * 60_000;
/** An hour that is in every day, whatever the clocks do, and when nobody asks. */
const [from, to] = ['03:00', '04:00'] as [LocalTime, LocalTime];

/** Reads the council's feed anew each night. What went wrong is told by a fault; the directory stands as it was. */
export function syncNightly({ table, clock, log }: Pick<Services, 'table' | 'clock' | 'log'>, { feed, get, council }: { readonly feed: string; readonly get: GetJson; readonly council: CouncilId }): void {
  let lastAt: number | undefined;
  const look = async () => {
    const now = clock();
    const time = localTime(now, 'Europe/London');
    if (time < from || time >= to || (lastAt !== undefined && now - lastAt < 6 * 3_600_000)) return;
    lastAt = now;
    const result = await syncServices({ from: feed, get, table, council, at: now, say: () => undefined });
    if (result.kind === 'refused') log.fault('directory-not-synced', { reason: result.reason, records: result.report.length }, undefined);
  };
  setInterval(() => { look().catch((cause: unknown) => { log.fault('directory-not-synced', {}, cause); }); }, lookEveryMs).unref();
}
