import { ownEntry } from './own-entry.ts';
import type { Said, SlotBag } from './slots.ts';

/** The slots of what was asked with one value put right; undefined when what was said has no place in it. */
export function corrected({ intent, slots }: Said, said: SlotBag): SlotBag | undefined {
  const places = ownEntry(placeOf, intent);
  if (places === undefined) return undefined;
  const changes = Object.entries(said).flatMap(([name, value]) => {
    const place = ownEntry(places, name);
    return place === undefined ? [] : [[place === 'newDay' && slots['day'] !== undefined && slots['newDay'] === undefined ? 'day' : place, value] as const];
  });
  if (changes.length === 0) return undefined;
  const gone = changes.flatMap(([name]) => ownEntry(gives, name) ?? []);
  return { ...Object.fromEntries(Object.entries(slots).filter(([name]) => !gone.includes(name))), ...Object.fromEntries(changes) };
}

export function canBeCorrected(intent: string): boolean {
  return ownEntry(placeOf, intent) !== undefined;
}

/** A new day is the whole of that day; a service takes the place of a need, and an hour that of a part of the day. */
const gives: Readonly<Record<string, readonly string[]>> = {
  day: ['partOfDay'], period: [], need: ['service'], service: ['need'], time: ['partOfDay'], partOfDay: ['time'], number: ['duration'], duration: ['number'],
};

const when = { day: 'day', partOfDay: 'partOfDay' } as const;

/** Where a value goes that puts right what was asked. A move's new day is meant, unless only the visit's own day was named. */
const placeOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  NextCareVisitIntent: { worker: 'worker' },
  WhoIsComingIntent: { ...when, worker: 'worker' },
  CareVisitsOnDayIntent: when,
  WhereIsMyCarerIntent: { worker: 'worker' },
  CareVisitPurposeIntent: { worker: 'worker' },
  CancelCareVisitIntent: { ...when, worker: 'worker' },
  MoveCareVisitIntent: { day: 'newDay', partOfDay: 'partOfDay', worker: 'worker', time: 'time' },
  SpendingIntent: { day: 'period', need: 'need' },
  CanIUseBudgetIntent: { need: 'thing', service: 'thing' },
  FindServiceIntent: { ...when, need: 'need' },
  ServiceDetailIntent: { service: 'service' },
  AskForServiceIntent: { ...when, need: 'need', service: 'service', number: 'number', duration: 'duration', time: 'time' },
  RequestStatusIntent: { need: 'need', service: 'service' },
  WhatWasToldIntent: { person: 'person' },
  StopTellingIntent: { person: 'person' },
};
