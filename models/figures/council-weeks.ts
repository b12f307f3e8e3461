import { addDays, type LocalDate, type PersonId } from '../shared/index.ts';
import type { CountName, Counts } from './counts.ts';
import { beforeAfter, presences, type PersonWeek, type Presence } from './person-week.ts';

/** How many people are behind figures, by what they are there by; `all`: everybody of the council who is looked after here. */
type People = Readonly<Record<Presence | 'all', number>>;
/** The periods that pages choose from, in whole weeks. */
const periods = [4, 13, 52] as const;
export type Period = (typeof periods)[number];

/** A council's week: what each day came to, how many people it was, and how many they were in all in the periods that end with it. */
export interface CouncilWeek {
  readonly week: LocalDate;
  readonly days: Readonly<Record<string, Counts>>;
  readonly people: People;
  readonly peopleIn: Readonly<Record<Period, People>>;
}
/** One provider's visits in a week. `withPlan`: people whose plan says whom to tell when nobody comes. */
export interface ProviderWeek {
  readonly id: string;
  readonly name: string;
  readonly week: LocalDate;
  readonly days: Readonly<Record<string, Counts>>;
  readonly people: number;
  readonly withPlan: number;
}
/** Whom the speaker understands the least: a person's turns in the last so many weeks, and how many of them failed. */
interface FailedMost { readonly personId: PersonId; readonly turns: number; readonly failed: number }
/** People by the hundredths of their turns that failed: none, and up to and with so many. */
export const failedShares = ['0', '10', '20', '30', 'more'] as const;
export type FailedShare = (typeof failedShares)[number];
/** In the last 4 and 13 weeks: how many people there are of each share, of those who said enough to tell, and who comes first. */
export type Fairness = Readonly<Record<'4' | '13', { readonly people: Readonly<Record<FailedShare, number>>; readonly most: readonly FailedMost[] }>>;

export interface Folded { readonly council: CouncilWeek; readonly providers: readonly ProviderWeek[]; readonly fairness: Fairness }

/** More of each hundred turns than this, and somebody is named to those who may help. */
const tooManyInAHundred = 10;

/** Whether the speaker keeps failing somebody: more than one turn in ten. */
export function keepsFailing({ turns, failed }: Pick<FailedMost, 'turns' | 'failed'>): boolean {
  return failed * 100 > turns * tooManyInAHundred;
}

const fewestTurns = 10;
const mostListed = 50;

/** Adds up one week of everybody, page by page, in any order. The same rows give the same figures, however often. */
export function foldWeek(week: LocalDate): { readonly add: (rows: readonly PersonWeek[]) => void; readonly folded: () => Folded } {
  const days = new Map<string, Map<CountName, number>>();
  const providers = new Map<string, { name: string; people: number; withPlan: number; readonly days: Map<string, Map<CountName, number>> }>();
  const people = noPeople();
  const peopleIn = { 4: noPeople(), 13: noPeople(), 52: noPeople() };
  const failing = { 4: { people: noShares(), most: [] as FailedMost[] }, 13: { people: noShares(), most: [] as FailedMost[] } };
  const providerOf = (id: string) => {
    const known = providers.get(id) ?? { name: id, people: 0, withPlan: 0, days: new Map() };
    providers.set(id, known);
    return known;
  };
  const addPerson = (row: PersonWeek) => {
    for (const [day, { providerId, counts }] of Object.entries(row.days)) {
      const visits = Object.entries(counts) as [CountName, number][];
      addTo(days, day, visits);
      const ofVisits = visits.filter(([name]) => name.startsWith('visits.') || name.startsWith('activity.'));
      if (ofVisits.length > 0) addTo(providerOf(providerId).days, day, ofVisits);
    }
    const provider = providerOf(row.provider.id);
    provider.name = row.provider.name;
    provider.people += 1;
    if (row.hasPlan) provider.withPlan += 1;
    const { last, turns } = beforeAfter(row);
    count(people, (what) => last[what] === week);
    for (const period of periods) count(peopleIn[period], (what) => (last[what] ?? '') > addDays(week, -7 * period));
    for (const period of [4, 13] as const) {
      const within = turns.filter((each) => each.week > addDays(week, -7 * period));
      const sums = { turns: within.reduce((sum, each) => sum + each.turns, 0), failed: within.reduce((sum, each) => sum + each.failed, 0) };
      if (sums.turns < fewestTurns) continue;
      failing[period].people[shareFailed(sums)] += 1;
      if (sums.failed > 0) failing[period].most.push({ personId: row.personId, ...sums });
    }
  };
  return {
    add: (rows) => {
      rows.forEach(addPerson);
      for (const period of [4, 13] as const) failing[period].most = worst(failing[period].most);
    },
    folded: () => ({
      council: { week, days: plain(days), people: { ...people }, peopleIn: { 4: { ...peopleIn[4] }, 13: { ...peopleIn[13] }, 52: { ...peopleIn[52] } } },
      providers: [...providers].map(([id, { name, people: theirs, withPlan, days: theirDays }]) => ({ id, name, week, people: theirs, withPlan, days: plain(theirDays) })),
      fairness: failing,
    }),
  };
}

function worst(failing: readonly FailedMost[]): FailedMost[] {
  return failing.toSorted((one, other) => other.failed / other.turns - one.failed / one.turns || other.failed - one.failed || (one.personId < other.personId ? -1 : 1)).slice(0, mostListed);
}

function shareFailed({ turns, failed }: Omit<FailedMost, 'personId'>): FailedShare {
  return failed === 0 ? '0' : failedShares.slice(1, -1).find((most) => failed * 100 <= turns * Number(most)) ?? 'more';
}

const noShares = (): Record<FailedShare, number> => ({ 0: 0, 10: 0, 20: 0, 30: 0, more: 0 });
const noPeople = (): Record<Presence | 'all', number> => ({ all: 0, spoke: 0, visited: 0, told: 0, asked: 0 });

function count(people: Record<Presence | 'all', number>, isThere: (what: Presence) => boolean): void {
  people.all += 1;
  for (const what of presences) if (isThere(what)) people[what] += 1;
}

function addTo(days: Map<string, Map<CountName, number>>, day: string, counts: readonly (readonly [CountName, number])[]): void {
  const sums = days.get(day) ?? new Map<CountName, number>();
  days.set(day, sums);
  for (const [name, number] of counts) sums.set(name, (sums.get(name) ?? 0) + number);
}

function plain(days: ReadonlyMap<string, ReadonlyMap<CountName, number>>): Record<string, Counts> {
  return Object.fromEntries([...days].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([day, counts]) => [day, Object.fromEntries(counts)]));
}
