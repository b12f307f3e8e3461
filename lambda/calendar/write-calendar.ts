import ical, { ICalAlarmType, ICalCalendarMethod, ICalEventStatus, type ICalEventData } from 'ical-generator';
import type { RevisedEvent } from '../../models/calendar/index.ts';

const statusOf = { tentative: ICalEventStatus.TENTATIVE, confirmed: ICalEventStatus.CONFIRMED, cancelled: ICalEventStatus.CANCELLED } as const;
const askAgainSeconds = 3_600;
const longestTitle = 200;
/** Letters of Europe and nothing else, as most titles are: they need none of the slower looks. */
const plain = /^(?! )[\x20-\x7E\u00A1-\u024F\u2013\u2014\u2018-\u201D]*(?<! )$/;

/**
 * A calendar as RFC 5545 text. Every event has its own moments in UTC and no rule or zone: a zone given to ical-generator 11
 * moves events by an hour in summer and spoils DTSTAMP. DTSTAMP is when the event last changed, so that the same facts are
 * the same bytes.
 */
export function writeCalendar(name: string, events: readonly RevisedEvent[]): string {
  const calendar = ical({ name: oneLine(name), prodId: { company: 'My Care', product: 'calendar', language: 'EN' }, method: ICalCalendarMethod.PUBLISH, ttl: askAgainSeconds });
  calendar.events(events.map(({ event, revision }): ICalEventData => {
    const changed = new Date(revision.changedAt);
    return {
      id: event.uid, sequence: revision.sequence, stamp: changed, lastModified: changed, start: new Date(event.startsAt), end: new Date(event.endsAt),
      summary: oneLine(event.title), status: statusOf[event.status],
      ...(event.alarmMinutes !== undefined && { alarms: [{ type: ICalAlarmType.display, trigger: event.alarmMinutes * 60, description: oneLine(event.title) }] }),
    };
  }));
  return calendar.toString();
}

/** Without anything that could end a line: ical-generator lets CR and LF through in a calendar's name. Halves of characters would spoil its folding. */
function oneLine(text: string): string {
  if (text.length <= longestTitle && plain.test(text)) return text;
  return Array.from(text.toWellFormed().replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()).slice(0, longestTitle).join('');
}
