import type { Slot } from 'ask-sdk-model';
import { addDays, isLocalDate, isLocalTime, mondayOf, pence, type LocalDate, type LocalTime, type Pence } from '../models/shared/index.ts';
import type { PartOfDay } from '../models/care-visit/index.ts';
import { ownEntry } from './own-entry.ts';
import { cleanWords } from './ssml.ts';

/** What was caught of each slot: the words, and the id they were matched to. Small enough to carry between turns. */
export type SlotBag = Readonly<Record<string, { readonly value: string; readonly id?: string }>>;

/** Something said, as an intent and its slots. */
export interface Said { readonly intent: string; readonly slots: SlotBag }

/** Nobody says more than this in one breath; more would have to be carried from turn to turn. */
const mostLetters = 300;

/** Reads Alexa's slots: the household's own names (dynamic entities) win over the model's; the id counts, never the name. */
export function readSlots(slots: Readonly<Record<string, Slot>> | undefined): SlotBag {
  const bag: Record<string, { value: string; id?: string }> = {};
  for (const [name, slot] of Object.entries(slots ?? {})) {
    const value = slot.value ?? (slot.slotValue?.type === 'Simple' ? slot.slotValue.value : undefined);
    if (typeof value !== 'string') continue;
    const words = cleanWords(value.slice(0, mostLetters)).trim();
    if (words === '' || words === '?') continue;
    const id = matchedId(slot);
    bag[name] = id === undefined ? { value: words } : { value: words, id };
  }
  return bag;
}

function matchedId(slot: Slot): string | undefined {
  const matches = (slot.resolutions?.resolutionsPerAuthority ?? []).filter((authority) => authority.status.code === 'ER_SUCCESS_MATCH');
  const own = matches.find((authority) => authority.authority.includes('.dynamic.'));
  return (own ?? matches[0])?.values[0]?.value.id;
}

export interface DayRange { readonly from: LocalDate; readonly to: LocalDate }

/**
 * An AMAZON.DATE as the days it covers: a day, a week (2026-W48), a weekend (2026-W48-WE), a month, a year, a season or "now".
 * Undefined for anything else. Source: Amazon's slot type reference.
 */
export function daysIn(value: string | undefined, today: LocalDate): DayRange | undefined {
  if (value === undefined) return undefined;
  if (value === 'PRESENT_REF') return { from: today, to: today };
  if (isLocalDate(value)) return { from: value, to: value };
  const week = /^(\d{4})-W(\d{1,2})(-WE)?$/.exec(value);
  if (week !== null) return weekRange(Number(week[1]), Number(week[2]), week[3] !== undefined);
  const month = /^(\d{4})-(\d{2})(?:-XX)?$/.exec(value);
  if (month !== null) return monthRange(Number(month[1]), Number(month[2]));
  const season = /^(\d{4})-(WI|SP|SU|FA)$/.exec(value);
  if (season !== null) return seasonRange(Number(season[1]), season[2] ?? '');
  const year = /^(\d{4})(?:-XX-XX)?$/.exec(value);
  return year === null ? undefined : { from: `${year[1]}-01-01` as LocalDate, to: `${year[1]}-12-31` as LocalDate };
}

/** One day, where a single day was meant. */
export function dayIn(value: string | undefined, today: LocalDate): LocalDate | undefined {
  const range = daysIn(value, today);
  return range !== undefined && range.from === range.to ? range.from : undefined;
}

const alexaParts: Readonly<Record<string, PartOfDay>> = { MO: 'morning', AF: 'afternoon', EV: 'evening', NI: 'night' };
const parts: readonly string[] = ['morning', 'afternoon', 'evening', 'night'];

/** A part of the day, from our own slot type or from AMAZON.TIME's MO, AF, EV and NI. */
export function partOfDayIn(bag: SlotBag): PartOfDay | undefined {
  const own = bag['partOfDay']?.id;
  if (own !== undefined && parts.includes(own)) return own as PartOfDay;
  return ownEntry(alexaParts, bag['time']?.value);
}

export function timeIn(value: string | undefined): LocalTime | undefined {
  const padded = value !== undefined && /^\d:\d\d$/.test(value) ? `0${value}` : value;
  return padded !== undefined && isLocalTime(padded) ? padded : undefined;
}

/** A count, if it is a sensible one: a whole number up to 999. */
export function countIn(value: string | undefined): number | undefined {
  const count = Number(value);
  return value !== undefined && Number.isInteger(count) && count > 0 && count < 1000 ? count : undefined;
}

/** A whole number, nought among them. */
export function wholeNumberIn(value: string | undefined): number | undefined {
  return value !== undefined && /^\d{1,3}$/.test(value) ? Number(value) : undefined;
}

/** A sum said in pounds, as pence: none, or more than anybody's budget, is not one. */
export function penceIn(value: string | undefined): Pence | undefined {
  const pounds = /^\d{1,6}(?:\.\d{1,2})?$/.test(value ?? '') ? Number(value) : 0;
  return pounds > 0 ? pence(Math.round(pounds * 100)) : undefined;
}

/** Which of a list: "the second" comes as an ordinal, "number two" as a number. */
export function placeIn(bag: SlotBag): number | undefined {
  return countIn(bag['position']?.value) ?? countIn(bag['number']?.value);
}

/** An AMAZON.DURATION in minutes: PT2H, PT1H30M, P1D. */
export function durationMinutesIn(value: string | undefined): number | undefined {
  const found = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:\d+S)?)?$/.exec(value ?? '');
  if (found === null) return undefined;
  const [weeks, days, hours, minutes] = [1, 2, 3, 4].map((group) => Number(found[group] ?? 0));
  const total = (((weeks ?? 0) * 7 + (days ?? 0)) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0);
  return total > 0 ? total : undefined;
}

function weekRange(year: number, week: number, isWeekend: boolean): DayRange | undefined {
  if (week < 1 || week > 53) return undefined;
  const monday = addDays(mondayOf(`${year}-01-04` as LocalDate), (week - 1) * 7);
  return { from: isWeekend ? addDays(monday, 5) : monday, to: addDays(monday, 6) };
}

function monthRange(year: number, month: number): DayRange | undefined {
  if (month < 1 || month > 12) return undefined;
  const first = `${year}-${String(month).padStart(2, '0')}-01` as LocalDate;
  const nextFirst = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return { from: first, to: addDays(nextFirst as LocalDate, -1) };
}

function seasonRange(year: number, season: string): DayRange {
  const starts: Readonly<Record<string, number>> = { SP: 3, SU: 6, FA: 9, WI: 12 };
  const month = starts[season] ?? 12;
  const from = `${year}-${String(month).padStart(2, '0')}-01` as LocalDate;
  const end = month === 12 ? monthRange(year + 1, 2) : monthRange(year, month + 2);
  return { from, to: end?.to ?? from };
}
