import type { Instant } from '../shared/index.ts';

/** One entry of somebody's calendar, as another calendar is to show it. */
export interface CalendarEvent {
  /** The same for one visit for ever: how other calendars know it again. */
  readonly uid: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  /** Somebody is allocated: `confirmed`. Cancelled ones stay for some weeks, since a calendar forgets nothing by itself. */
  readonly status: 'tentative' | 'confirmed' | 'cancelled';
  /** How long before it the calendar may remind; none when absent. */
  readonly alarmMinutes?: number;
}

/** How a feed is to be written. `plain` titles say what comes, and neither who nor what for. */
export interface FeedChoices {
  readonly titles: 'plain' | 'full';
  readonly alarmMinutes?: number;
  readonly withRoutines: boolean;
}
