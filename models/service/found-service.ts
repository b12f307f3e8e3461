import type { LocalDate } from '../shared/index.ts';
import { isEquipmentCategory } from './categories.ts';
import { costOn, type Cost } from './cost.ts';
import type { Entry } from './directory.ts';
import { metresBetween, type Place } from './distance.ts';
import { usualTimes, type UsualTime } from './opening.ts';
import type { Service } from './service.ts';
import { spokenName } from './spoken-name.ts';
import type { RunBy } from './voluntary.ts';

/** A service and the facts a person asks of it. What its record does not say is absent or `unknown`, never guessed. */
export interface FoundService {
  readonly service: Service;
  /** For the ear. */
  readonly name: string;
  readonly providerName: string;
  /** The need it mainly serves; `other` when we cannot tell. */
  readonly category: string;
  /** What it is, from its own first sentence, at most 140 letters. */
  readonly inShort?: string;
  readonly cost: Cost;
  /** Run by volunteers or a charity; `runBy` says which. */
  readonly isVoluntary: boolean;
  readonly runBy?: RunBy;
  readonly isApproved: boolean;
  readonly isEquipment: boolean;
  readonly usualTimes: readonly UsualTime[];
  /** Where it is, when it has one place: "St John's Church". */
  readonly placeName?: string;
  /** To its nearest place, as the crow flies. Absent for what comes to the home and where nobody said where the person is. */
  readonly distanceMetres?: number;
  readonly waitWeeks?: number;
  readonly lastCheckedOn?: LocalDate;
  /** Last checked more than three months ago, or nobody says when. */
  readonly isStale: boolean;
}

/** All that is said of a service, worked out for a day and, where known, for where the person lives. */
export function describe(entry: Entry, today: LocalDate, near?: Place): FoundService {
  const { service } = entry;
  const inShort = firstSentence(service.description);
  const places = service.service_at_locations ?? [];
  const placeName = places.length === 1 ? places[0]?.location?.name : undefined;
  const distanceMetres = distanceTo(entry, near);
  return {
    service, name: spokenName(service), providerName: spokenName(service.organization ?? service), category: entry.categories[0] ?? 'other',
    cost: costOn(entry.costs, today), isVoluntary: entry.runBy !== undefined, isApproved: service.mc_approved === true,
    isEquipment: entry.categories[0] !== undefined && isEquipmentCategory(entry.categories[0]),
    usualTimes: usualTimes(service.schedules, today), isStale: isStale(service.assured_date, today),
    ...(entry.runBy === undefined ? {} : { runBy: entry.runBy }),
    ...(inShort === undefined ? {} : { inShort }),
    ...(placeName === undefined ? {} : { placeName }),
    ...(distanceMetres === undefined ? {} : { distanceMetres }),
    ...(service.mc_wait_weeks === undefined ? {} : { waitWeeks: service.mc_wait_weeks }),
    ...(service.assured_date === undefined ? {} : { lastCheckedOn: service.assured_date as LocalDate }),
  };
}

/** Metres to its nearest place; undefined when either place is unknown. */
export function distanceTo(entry: Entry, near: Place | undefined): number | undefined {
  return near === undefined || entry.places.length === 0 ? undefined : Math.min(...entry.places.map((place) => metresBetween(near, place)));
}

/** Open Referral UK asks for a check every three months. */
export function isStale(assuredOn: string | undefined, today: LocalDate): boolean {
  if (assuredOn === undefined) return true;
  const months = Number(assuredOn.slice(0, 4)) * 12 + Number(assuredOn.slice(5, 7)) + 3;
  const [year, month] = [Math.floor((months - 1) / 12), ((months - 1) % 12) + 1];
  return `${year}-${String(month).padStart(2, '0')}-${assuredOn.slice(8, 10)}` < today;
}

const lettersSpoken = 140;

/** Headings, short lines without a full stop, are passed over. */
function firstSentence(description: string | undefined): string | undefined {
  const lines = (description ?? '').split('\n').map((line) => line.trim()).filter((line) => line !== '');
  const text = lines.find((line) => /[.!?]$/.test(line) || line.length > 40) ?? lines[0];
  if (text === undefined) return undefined;
  const sentence = /^.*?[.!?](?=\s|$)/.exec(text)?.[0] ?? text;
  if (sentence.length <= lettersSpoken) return sentence;
  const cut = sentence.slice(0, lettersSpoken);
  const comma = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '));
  return `${comma > 40 ? cut.slice(0, comma) : cut.slice(0, cut.lastIndexOf(' '))}.`;
}
