import { addDays, localDate, mondayOf, type Instant, type LocalDate, type PersonId } from '../shared/index.ts';
import { countOf, type CountName, type Counts } from './counts.ts';
import { dayCounted, type Countable } from './day-counted.ts';

/** What one person's week came to, day by day, with as much of the weeks before as is needed to know of them from here. */
export interface PersonWeek {
  readonly personId: PersonId;
  /** Its Monday. */
  readonly week: LocalDate;
  readonly at: Instant;
  readonly provider: { readonly id: string; readonly name: string };
  /** Their plan says whom to tell when nobody comes. */
  readonly hasPlan: boolean;
  /** By the date; `providerId`: whose visits they were when first counted. */
  readonly days: Readonly<Record<string, { readonly providerId: string; readonly counts: Counts }>>;
  readonly before: Before;
}

/** The last week (its Monday) in which each was so, and the turns of the weeks before, newest last. */
export interface Before {
  readonly last: { readonly [what in Presence]?: LocalDate };
  readonly turns: readonly { readonly week: LocalDate; readonly turns: number; readonly failed: number }[];
}

/** What somebody can be there by: they spoke, were visited, had an alert of theirs told, asked for something. */
export const presences = ['spoke', 'visited', 'told', 'asked'] as const;
export type Presence = (typeof presences)[number];

const weeksRemembered = 12;

/**
 * A week counted anew. `was`: the same week as kept; its turns stand for days before `turnsFrom`, when they are not kept one by one any more.
 * `previous`: the person's last week before it that is kept.
 */
export function personWeek(week: LocalDate, who: Pick<PersonWeek, 'personId' | 'at'>, from: Countable, { was, previous, turnsFrom, today }: { readonly was?: PersonWeek | undefined; readonly previous?: PersonWeek | undefined; readonly turnsFrom: LocalDate; readonly today: LocalDate }): PersonWeek {
  const { provider, backupPlan } = from.record.visitBook;
  const days = daysOf(week).filter((day) => day <= today).map((day) => {
    const kept = was?.days[day];
    const isKnown = was !== undefined && kept !== undefined && day < turnsFrom && localDate(was.at, from.record.household.timeZone) > day;
    const counts = dayCounted(isKnown ? { ...from, turns: [] } : from, day, who.at);
    return [day, { providerId: kept?.providerId ?? provider.id, counts: isKnown ? { ...counts, ...onlyTurns(kept.counts) } : counts }] as const;
  });
  return { ...who, week, provider: { id: provider.id, name: provider.name }, hasPlan: backupPlan.tell.length > 0, days: Object.fromEntries(days), before: previous === undefined ? { last: {}, turns: [] } : beforeAfter(previous) };
}

/** What is known of all weeks up to and with this one. */
export function beforeAfter({ week, days, before }: PersonWeek): Before {
  const counts = Object.values(days).map((day) => day.counts);
  const sum = (...names: readonly CountName[]) => counts.reduce((total, each) => total + countOf(each, ...names), 0);
  const { turns, failed } = { turns: sum('turns.understood', 'turns.mended', 'turns.asked-again', 'turns.fallback'), failed: sum('turns.asked-again', 'turns.fallback') };
  const here: { readonly [what in Presence]: boolean } = { spoke: turns > 0, visited: sum('visits.planned') > 0, told: sum('alerts.told') > 0, asked: sum('requests.asked') > 0 };
  return {
    last: { ...before.last, ...Object.fromEntries(presences.filter((what) => here[what]).map((what) => [what, week])) },
    turns: [...before.turns, ...(turns > 0 ? [{ week, turns, failed }] : [])].filter((each) => each.week > addDays(week, -7 * weeksRemembered)),
  };
}

/** Monday to Sunday. */
export function daysOf(week: LocalDate): readonly LocalDate[] {
  return Array.from({ length: 7 }, (_, place) => addDays(mondayOf(week), place));
}

function onlyTurns(counts: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).filter(([name]) => name.startsWith('turns.') || name.startsWith('asked.')));
}

/** The Monday of the last week that is told of: its Sunday is two days gone by, so that everybody has been counted since. */
export function lastWholeWeek(today: LocalDate): LocalDate {
  return mondayOf(addDays(today, -8));
}
