import type { Alert } from '../alert/index.ts';
import type { BudgetEntry } from '../budget/index.ts';
import { visitsOn, type HeardReport, type VisitActivity } from '../care-visit/index.ts';
import type { WellbeingAnswers } from '../outcome/index.ts';
import type { PersonRecord } from '../person-record/index.ts';
import { localDate, type Instant, type LocalDate } from '../shared/index.ts';
import { alertsCounted } from './alerts-counted.ts';
import { addCounts, tally, type Counts, type TurnHow } from './counts.ts';
import { outcomesCounted } from './outcomes-counted.ts';
import { moneyCounted, requestsCounted } from './requests-counted.ts';
import { activitiesCounted } from './activities-counted.ts';
import { visitsCounted } from './visits-counted.ts';

/** One thing the person said, on one day: what it was taken for (absent where nothing was made of it), and how that went. No words. */
export interface HeardTurn { readonly on: LocalDate; readonly intent?: string; readonly how: TurnHow }

/** All that days are counted from. `turns`: absent where they are not kept any more. Visits of the history are in the book. */
export interface Countable {
  readonly record: Pick<PersonRecord, 'household' | 'visitBook' | 'requestBook' | 'outcomeBook'>;
  readonly heard: readonly HeardReport[];
  readonly alerts: readonly Alert[];
  readonly entries: readonly BudgetEntry[];
  readonly turns: readonly HeardTurn[];
  /** What care workers recorded, without what they took back. */
  readonly activities: readonly VisitActivity[];
  /** All of their answers, oldest first. */
  readonly wellbeing: readonly WellbeingAnswers[];
}

/** One person's day in counts, found anew each time: however often it is looked at, nothing is counted twice, and what came late is counted. */
export function dayCounted({ record, heard, alerts, entries, turns, activities, wellbeing }: Countable, day: LocalDate, now: Instant): Counts {
  const { household, visitBook, requestBook, outcomeBook } = record;
  const zone = household.timeZone;
  const visits = visitsOn(visitBook, day, zone);
  return addCounts([
    visitsCounted(visits, visitBook, heard, now),
    activitiesCounted(visits, activities.filter(({ on }) => on === day), now),
    alertsCounted(alerts.filter(({ firstToldAt }) => firstToldAt !== undefined && localDate(firstToldAt, zone) === day), household),
    requestsCounted(requestBook.requests, outcomeBook.goals, day, zone),
    moneyCounted(entries, day),
    outcomesCounted(outcomeBook, wellbeing, day, zone),
    turnsCounted(turns.filter(({ on }) => on === day)),
  ]);
}

function turnsCounted(turns: readonly HeardTurn[]): Counts {
  return tally(turns.flatMap(({ intent, how }) => [`turns.${how}` as const, ...(intent === undefined ? [] : [`asked.${intent}` as const])]));
}
