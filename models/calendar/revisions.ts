import type { Instant } from '../shared/index.ts';
import type { CalendarEvent } from './calendar-event.ts';

/** What a feed last said of one event, without its words, and how often that has changed: SEQUENCE and LAST-MODIFIED of RFC 5545. */
export interface Revision {
  readonly uid: string;
  /** A fingerprint of all that was said. */
  readonly mark: string;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly isCancelled: boolean;
  readonly sequence: number;
  readonly changedAt: Instant;
}

/** An event as it is to be written. */
export interface RevisedEvent { readonly event: CalendarEvent; readonly revision: Revision }

/** It may be cancelled, or the viewer may know of it no more: said so that both are true. */
const goneTitle = 'No longer in this calendar';

/**
 * What a feed says now, after what it said before. Whatever differs is one higher in sequence; what is there no longer, and
 * would still be in reach, is cancelled and stays: a calendar that was told of it keeps it otherwise for ever.
 */
export function reviseFeed(before: readonly Revision[], events: readonly CalendarEvent[], { now, from, markOf }: { readonly now: Instant; readonly from: Instant; readonly markOf: (said: string) => string }): readonly RevisedEvent[] {
  const known = new Map(before.map((revision) => [revision.uid, revision]));
  const revise = (event: CalendarEvent): RevisedEvent => {
    const was = known.get(event.uid);
    const mark = markOf(JSON.stringify([event.title, event.startsAt, event.endsAt, event.status, event.alarmMinutes ?? null]));
    if (was?.mark === mark) return { event, revision: was };
    return { event, revision: { uid: event.uid, mark, startsAt: event.startsAt, endsAt: event.endsAt, isCancelled: event.status === 'cancelled', sequence: was === undefined ? 0 : was.sequence + 1, changedAt: was === undefined ? now : later(now, was.changedAt) } };
  };
  const there = new Set(events.map(({ uid }) => uid));
  const gone = before.filter(({ uid, endsAt }) => !there.has(uid) && endsAt >= from).map(({ uid, startsAt, endsAt }) => revise({ uid, title: goneTitle, startsAt, endsAt, status: 'cancelled' }));
  return [...events.map(revise), ...gone].toSorted((one, other) => one.event.startsAt - other.event.startsAt || (one.event.uid < other.event.uid ? -1 : 1));
}

/** A change is always later than the one before it, also where a clock was set back: other calendars go by that. In whole seconds, as they are written. */
function later(now: Instant, before: Instant): Instant {
  return Math.max(now, before + 1_000) as Instant;
}
