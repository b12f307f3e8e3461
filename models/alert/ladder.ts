import type { LocalTime } from '../shared/index.ts';
import type { ChannelName } from './channel.ts';

/** Whom a rung tells. `contacts`: the backup plan's people one after another, a rung each time it is climbed. */
export type RungTo = 'person' | 'first-contact' | 'contacts' | 'all-contacts' | 'desk';

/** One step of telling: so many minutes after the first, whom, by what. */
export interface Rung {
  readonly afterMinutes: number;
  readonly to: readonly RungTo[];
  /** `usual`: the channels that speak or show at home, or what a contact asked for. `another`: one not used yet for this alert. */
  readonly by: 'usual' | 'another' | readonly ChannelName[];
}

/**
 * Who is told of an alert, in what order. After the last rung, the last `repeat.rungs` come round every
 * `repeat.everyMinutes` until it closes. A ladder of an alert that needs an answer ends at the desk, always.
 */
export interface Ladder {
  readonly rungs: readonly Rung[];
  readonly repeat?: { readonly everyMinutes: number; readonly rungs: number };
}

/** No sound between these wall-clock times, over midnight where `from` is the later. Urgent alerts pass. */
export interface QuietHours { readonly from: LocalTime; readonly to: LocalTime }
