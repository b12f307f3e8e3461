import { instant, type Instant } from '../../models/shared/index.ts';

/** Who asked for what, and when: as far as the clock is concerned. */
export interface Timed {
  readonly type: string;
  readonly hasSession: boolean;
  readonly timestamp: unknown;
  /** When a skill event was sent, for the kinds that leave `timestamp` out. */
  readonly eventPublishingTime?: unknown;
}

const oldestSpokenMs = 150_000;
const oldestEventMs = 3_600_000;
const furthestAheadMs = 30_000;
const withoutSession = /^(AlexaSkillEvent\.|AlexaHouseholdListEvent\.|Reminders\.|Messaging\.MessageReceived$|Alexa\.Automation\.|Alexa\.DataStore\.)/;

/** Whether a request is fresh: 150 seconds for talk, an hour for events that come without a session, at most 30 seconds ahead. */
export function isFresh(request: Timed, now: Instant): boolean {
  const sent = instantIn(request.timestamp ?? (isEvent(request) ? request.eventPublishingTime : undefined));
  return sent !== undefined && sent - now <= furthestAheadMs && now - sent <= oldestAllowed(request);
}

/** How long a request of this kind can be offered to us again and still look fresh. */
export function freshForMs(request: Timed): number {
  return oldestAllowed(request) + furthestAheadMs;
}

const isEvent = ({ type, hasSession }: Timed): boolean => !hasSession && withoutSession.test(type);
const oldestAllowed = (request: Timed): number => (isEvent(request) ? oldestEventMs : oldestSpokenMs);

/** An ISO time in UTC as text and nothing else: "2026-12-01T08:00:00Z". A day that is not on the calendar is no time. */
function instantIn(value: unknown): Instant | undefined {
  if (typeof value !== 'string' || !/^20\d\d-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,9})?Z$/.test(value)) return undefined;
  const milliseconds = Date.parse(value);
  if (Number.isNaN(milliseconds)) return undefined;
  return new Date(milliseconds).toISOString().slice(0, 19) === value.slice(0, 19) ? instant(milliseconds) : undefined;
}
