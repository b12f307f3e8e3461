import type { Instant } from '../../models/shared/index.ts';
import type { Engine, Lane } from './engine.ts';
import type { EngineParts } from './engine-parts.ts';

export interface Loop {
  /** Something may be due at once. */
  wake(): void;
  /** When the lane that is furthest behind last finished a round: a watcher outside alarms when this grows old. */
  readonly lastRoundAt: () => Instant;
  stop(): Promise<void>;
}

/** Never asleep for longer: whatever was put in by another process is found by then. */
const longestSleepMs = 1_000;
/** After a round that found things still due (a fault, or more than a page), a breath. */
const shortestSleepMs = 5;
const sweepEveryMs = 15_000;
const overdueMs = 30_000;
/** So often a sign of life is left in the store, for the watcher in another process. */
const beatEveryMs = 10_000;

/** Keeps an engine going on one machine: each lane by itself sleeps until the very moment its next thing is due. The sweep runs by itself, whatever the rounds do. */
export function startLoop(engine: Engine, { clock, log, beat }: Pick<EngineParts, 'clock' | 'log'> & { readonly beat?: (at: Instant) => Promise<void> }): Loop {
  let lastBeat = 0;
  const lanes: readonly Loop[] = engine.lanes.map((lane) => startLane(lane, { clock, log, rounded: async () => {
    const at = lastRoundAt();
    if (at - lastBeat < beatEveryMs) return;
    lastBeat = at;
    await beat?.(at);
  } }));
  function lastRoundAt(): Instant {
    return Math.min(...lanes.map((lane) => lane.lastRoundAt())) as Instant;
  }
  const sweeping = setInterval(() => { engine.sweep(overdueMs).catch((cause: unknown) => { log.fault('sweep-failed', {}, cause); }); }, sweepEveryMs);
  return {
    wake: () => { for (const lane of lanes) lane.wake(); },
    lastRoundAt,
    stop: async () => {
      clearInterval(sweeping);
      await Promise.all(lanes.map(async (lane) => lane.stop()));
    },
  };
}

function startLane(lane: Lane, { clock, log, rounded }: Pick<EngineParts, 'clock' | 'log'> & { readonly rounded: () => Promise<void> }): Loop {
  const is = { stopped: false, wanted: false };
  let lastRound = 0 as Instant;
  let wakeUp: () => void = () => undefined;
  const sleep = (milliseconds: number) => new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    wakeUp = () => { clearTimeout(timer); resolve(); };
  });
  const run = async (): Promise<void> => {
    while (!is.stopped) {
      is.wanted = false;
      try {
        await lane.tick();
        lastRound = clock();
        await rounded();
        const next = await lane.nextDueAt();
        if (mustGoOn(is)) continue;
        await sleep(Math.min(longestSleepMs, Math.max(shortestSleepMs, (next ?? Infinity) - clock())));
      } catch (cause) {
        log.fault('round-failed', {}, cause);
        await sleep(longestSleepMs);
      }
    }
  };
  const running = run();
  return {
    wake: () => { is.wanted = true; wakeUp(); },
    lastRoundAt: () => lastRound,
    stop: async () => { is.stopped = true; wakeUp(); await running; },
  };
}

/** Read afresh: either may have been set while the round was waiting. */
function mustGoOn({ stopped, wanted }: { stopped: boolean; wanted: boolean }): boolean {
  return stopped || wanted;
}
