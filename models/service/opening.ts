import { isLocalDate, isLocalTime, minutesOf, weekdayOf, daysBetween, mondayOf, type LocalDate, type LocalTime, type Weekday } from '../shared/index.ts';
import type { Schedule } from './service.ts';

/** When it is usually on, for speech: "on Thursdays at two". */
export interface UsualTime {
  readonly days: readonly Weekday[];
  readonly everyWeeks: number;
  /** For "the second Monday of the month": 2, or -1 for the last. Absent: every week it comes round. */
  readonly ofMonth?: number;
  readonly opensAt?: LocalTime;
  readonly closesAt?: LocalTime;
}

export type PartOfDay = 'morning' | 'afternoon' | 'evening' | 'night';

const codes: Readonly<Record<string, Weekday>> = { MO: 1, TU: 2, WE: 3, TH: 4, FR: 5, SA: 6, SU: 7 };
const spans: Readonly<Record<PartOfDay, readonly [number, number]>> = { morning: [300, 720], afternoon: [720, 1020], evening: [1020, 1320], night: [1320, 1440] };

/** The days and times of a service as it says them; rules that have run out are left out. */
export function usualTimes(schedules: readonly Schedule[] | undefined, today: LocalDate): readonly UsualTime[] {
  return (schedules ?? []).filter((schedule) => schedule.valid_to === undefined || schedule.valid_to >= today).flatMap((schedule) => {
    const days = daysOf(schedule);
    if (days.length === 0) return [];
    const ofMonth = days[0]?.ofMonth;
    const opensAt = timeIn(schedule.opens_at);
    const closesAt = timeIn(schedule.closes_at);
    return [{
      days: days.map(({ day }) => day), everyWeeks: schedule.freq === 'MONTHLY' ? 1 : schedule.interval ?? 1,
      ...(ofMonth === undefined ? {} : { ofMonth }), ...(opensAt && { opensAt }), ...(closesAt && { closesAt }),
    }];
  });
}

/** Whether it is on at some time of that day, or of that part of it. `unknown` when its record says nothing of days. */
export function isOpen(schedules: readonly Schedule[] | undefined, on: LocalDate | undefined, part: PartOfDay | undefined): 'yes' | 'no' | 'unknown' {
  const telling = (schedules ?? []).filter((schedule) => daysOf(schedule).length > 0 || schedule.bymonthday !== undefined);
  if (telling.length === 0) return 'unknown';
  return telling.some((schedule) => (on === undefined || isOnDay(schedule, on)) && (part === undefined || isInPart(schedule, part))) ? 'yes' : 'no';
}

function daysOf(schedule: Schedule): readonly { readonly day: Weekday; readonly ofMonth?: number }[] {
  return (schedule.byday ?? '').split(',').flatMap((each) => {
    const found = /^\s*([+-]?\d)?(MO|TU|WE|TH|FR|SA|SU)\s*$/i.exec(each);
    const day = codes[found?.[2]?.toUpperCase() ?? ''];
    if (day === undefined) return [];
    return [found?.[1] === undefined ? { day } : { day, ofMonth: Number(found[1]) }];
  });
}

function isOnDay(schedule: Schedule, on: LocalDate): boolean {
  if ((schedule.valid_from ?? on) > on || (schedule.valid_to ?? on) < on || (schedule.dtstart ?? on) > on) return false;
  const days = daysOf(schedule);
  if (schedule.freq === 'MONTHLY' && schedule.bymonthday !== undefined && days.length === 0) return isMonthDay(schedule.bymonthday, on);
  return days.some(({ day, ofMonth }) => day === weekdayOf(on) && (ofMonth === undefined || isNthOfMonth(ofMonth, on))) && isItsWeek(schedule, on);
}

function isItsWeek(schedule: Schedule, on: LocalDate): boolean {
  const every = schedule.interval ?? 1;
  const start = schedule.dtstart;
  if (schedule.freq === 'MONTHLY' || every <= 1 || start === undefined || !isLocalDate(start)) return true;
  return (daysBetween(mondayOf(start), mondayOf(on)) / 7) % every === 0;
}

function isNthOfMonth(nth: number, on: LocalDate): boolean {
  const day = Number(on.slice(8));
  return nth > 0 ? Math.ceil(day / 7) === nth : Math.ceil((daysInMonth(on) - day + 1) / 7) === -nth;
}

function isMonthDay(list: string, on: LocalDate): boolean {
  const day = Number(on.slice(8));
  return list.split(',').map(Number).some((each) => each === day || each === day - daysInMonth(on) - 1);
}

function daysInMonth(on: LocalDate): number {
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return daysBetween(`${on.slice(0, 7)}-01` as LocalDate, next as LocalDate);
}

/** No times given means the whole day. */
function isInPart(schedule: Schedule, part: PartOfDay): boolean {
  const [from, to] = spans[part];
  const opens = timeIn(schedule.opens_at);
  const closes = timeIn(schedule.closes_at);
  const start = opens === undefined ? 0 : minutesOf(opens);
  const end = closes === undefined ? (opens === undefined ? 1440 : start + 1) : minutesOf(closes);
  return start < to && end > from;
}

function timeIn(text: string | undefined): LocalTime | undefined {
  const time = (text ?? '').slice(0, 5);
  return isLocalTime(time) ? time : undefined;
}
