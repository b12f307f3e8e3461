import { activityKinds } from '../../models/care-visit/index.ts';
import { beforeAfter, daysOf, lastWholeWeek, type CountName, type Counts, type PersonWeek } from '../../models/figures/index.ts';
import { instruments } from '../../models/outcome/index.ts';
import { addDays, daysBetween, localDate, mondayOf, personId, type Instant, type LocalDate } from '../../models/shared/index.ts';
import { foldInto } from '../figures/fold-council.ts';
import { personWeekOperation } from '../store/figure-rows.ts';
import type { Operation, Table } from '../store/table.ts';
import { demonstrationZone, harrow } from './around-harrow.ts';

const weeks = 8;
const strangers = 40;
const providers = [{ id: 'kindly-care', name: 'Kindly Care' }, { id: 'greenhill-home-care', name: 'Greenhill Home Care' }, { id: 'rayners-lane-care', name: 'Rayners Lane Care' }] as const;
const questions = ['WhoIsComingIntent', 'NextCareVisitIntent', 'CareVisitsOnDayIntent', 'BudgetLeftIntent', 'WhereIsMyCarerIntent', 'MessagesIntent', 'FindServiceIntent', 'AskForServiceIntent', 'SendWordIntent', 'MyGoalsIntent'] as const;

/** Somebody whose weeks are made up: `place` makes them unlike the next. */
interface MadeUp { readonly id: string; readonly place: number; readonly provider: (typeof providers)[number] }

/**
 * Eight whole weeks behind, of the people of the demonstration and of forty who are nowhere else, so that pages of figures have something
 * in them. All of it follows from a place in a list and a day: the same at every start, and believable.
 */
export async function seedFigures(table: Table, now: Instant): Promise<void> {
  const today = localDate(now, demonstrationZone);
  const last = lastWholeWeek(today);
  const people: readonly MadeUp[] = [
    ...['margaret', 'dev', 'joyce'].map((id, place) => ({ id, place: place === 1 ? 7 : place, provider: providers[0] })),
    ...Array.from({ length: strangers }, (_, each) => ({ id: `made-up-${String(each + 1).padStart(2, '0')}`, place: each + 3, provider: providers[each % 3] ?? providers[0] })),
  ];
  const rows = people.flatMap((person) => weeksOf(person, addDays(last, -7 * (weeks - 1)), mondayOf(today), today, now));
  const operations = rows.map((row): Operation => personWeekOperation(harrow, row));
  for (let from = 0; from < operations.length; from += 90) await table.transact(operations.slice(from, from + 90));
  for (let week = addDays(last, -7 * (weeks - 1)); week <= last; week = addDays(week, 7)) await foldInto(table, harrow, week, week === last);
}

function weeksOf({ id, place, provider }: MadeUp, first: LocalDate, thisWeek: LocalDate, today: LocalDate, at: Instant): readonly PersonWeek[] {
  const made: PersonWeek[] = [];
  for (let week = first; week <= thisWeek; week = addDays(week, 7)) {
    const previous = made.at(-1);
    const days = daysOf(week).filter((day) => day < today).map((day, weekday) => [day, { providerId: provider.id, counts: dayOf(place, Math.abs(daysBetween(first, week)) + weekday, providers.indexOf(provider)) }] as const);
    made.push({ personId: personId(id), week, at: (at - 86_400_000) as Instant, provider, hasPlan: place % 9 !== 4, days: Object.fromEntries(days), before: previous === undefined ? { last: {}, turns: [] } : beforeAfter(previous) });
  }
  return made;
}

/** A number from three, always the same, and unlike that of those next to them. */
function mixed(one: number, two: number, three: number): number {
  const mix = Math.imul(one + 11, 0x9e3779b1) ^ Math.imul(two + 7, 0x85ebca6b) ^ Math.imul(three + 3, 0xc2b2ae35);
  return Math.imul(mix ^ (mix >>> 15), 0x2c1b3c6d) >>> 8;
}

/** One person's day. Greenhill is late twice as often as Kindly Care, and Rayners Lane misses visits now and then. */
function dayOf(place: number, seed: number, provider: number): Counts {
  const chance = (outOf: number, salt: number) => mixed(seed, place, salt) % outOf === 0;
  const visits = 1 + (place % 3);
  const late = chance([14, 6, 9][provider] ?? 9, 1) ? 1 : 0;
  const missed = late === 0 && chance(provider === 2 ? 31 : 173, 2) ? 1 : 0;
  const unheard = late + missed === 0 && chance(19, 3) ? 1 : 0;
  const turns = chance(3, 4) ? 0 : 1 + (mixed(seed, place, 22) % 4);
  const isHardToHear = place % 8 === 7;
  const failed = turns === 0 ? 0 : isHardToHear ? Math.min(turns, 1 + (seed % 2)) : chance(6, 5) ? 1 : 0;
  const mended = failed > 0 && turns > failed ? 1 : 0;
  const asked = chance(23, 6) ? 1 : 0;
  const agreed = chance(29, 7) ? 1 : 0;
  const activity = activityKinds[mixed(seed, place, 20) % 4] ?? 'meals';
  const [spent, feedback, answers] = [chance(11, 11) ? 1 : 0, chance(31, 12) ? 1 : 0, chance(83, 16) ? 1 : 0];
  const rating: CountName = (['feedback.good', 'feedback.good', 'feedback.all-right', 'feedback.not-good', 'feedback.unrated'] as const)[mixed(seed, place, 23) % 5] ?? 'feedback.good';
  const answered: CountName = (['alerts.by.person', 'alerts.by.family', 'alerts.by.person', 'alerts.by.desk', 'alerts.by.friend', 'alerts.by.nobody'] as const)[mixed(seed, place, 18) % 6] ?? 'alerts.by.person';
  const within: CountName = (['alerts.within.5', 'alerts.within.15', 'alerts.within.5', 'alerts.within.60', 'alerts.within.240'] as const)[mixed(seed, place, 19) % 5] ?? 'alerts.within.5';
  const isAnswered = answered === 'alerts.by.nobody' ? 0 : 1;
  const all: readonly (readonly [CountName, number])[] = [
    ['visits.planned', visits], ['visits.on-time', visits - late - missed - unheard], ['visits.late', late], ['visits.told', late === 1 && !chance(3, 8) ? 1 : 0], ['visits.missed', missed], ['visits.unheard', unheard], ['visits.short', chance(17, 9) && visits > late + missed + unheard ? 1 : 0],
    ['visits.with-history', visits - missed - unheard], ['visits.familiar', visits - missed - unheard - (chance(5, 10) && visits > missed + unheard ? 1 : 0)],
    [`activity.planned-minutes.${activity}`, 30 * visits], [`activity.minutes.${activity}`, 30 * visits - 10 * (missed + unheard) - (seed % 5)], [`activity.planned-pence.${activity}`, activity === 'meals' ? 450 : 0], [`activity.pence.${activity}`, activity === 'meals' ? 430 + (seed % 7) * 10 : 0],
    ['turns.understood', turns - failed - mended], ['turns.mended', mended], ['turns.asked-again', failed - Math.floor(failed / 2)], ['turns.fallback', Math.floor(failed / 2)], [`asked.${questions[mixed(seed, place, 21) % questions.length] ?? 'WhoIsComingIntent'}`, turns - failed],
    ['alerts.told', late + missed], ['alerts.told.visit-late', late], ['alerts.told.visit-not-heard-of', missed], ['alerts.answered.visit-late', late * isAnswered], ['alerts.answered.visit-not-heard-of', missed * isAnswered], [answered, late + missed], [within, (late + missed) * isAnswered],
    ['requests.asked', asked], ['requests.for-goal', asked === 1 && place % 4 !== 0 ? 1 : 0], [place % 2 === 0 ? 'requests.agreed-at-once' : 'requests.agreed-later', agreed], [place % 2 === 0 ? 'requests.within.0' : 'requests.within.5', agreed], ['pence.set-aside', agreed * (1_200 + (place % 5) * 800)], ['entries.set-aside', agreed], ['pence.spent', spent * (600 + (place % 4) * 300)], ['entries.spent', spent],
    ['feedback.given', feedback], [rating, feedback], ['goals.set', chance(211, 13) ? 1 : 0], ['goals.reached', chance(307, 14) ? 1 : 0], [(['goals.better', 'goals.same', 'goals.better', 'goals.worse'] as const)[mixed(seed, place, 24) % 4] ?? 'goals.same', chance(67, 15) ? 1 : 0],
    ['wellbeing.answered', answers], ...instruments.ons4.questions.map(({ id }, which): readonly [CountName, number] => [`wellbeing.${(['better', 'same', 'worse', 'better', 'same'] as const)[mixed(seed, place, 25 + which) % 5] ?? 'same'}.${id}`, answers]),
  ];
  return Object.fromEntries(all.filter(([, count]) => count > 0));
}
