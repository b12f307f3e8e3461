import { addDays, weekdayOf, type LocalDate } from '../../models/shared/index.ts';
import { phrasesFrom } from './found.ts';
import { isoWeek, isoWeekend } from './iso-week.ts';
import { monthOn } from './months-on.ts';

/** Weeks, weekends, months and years told from today by a phrase of their own, and the AMAZON.DATE of each. */
export const spanPhrases = phrasesFrom<Span>([
  ...forms(['now', 'right now'], () => 'PRESENT_REF'),
  ...forms(['this week', 'the week', 'rest of the week', 'the rest of the week', 'later this week', 'so far this week', 'all week', 'all this week'], isoWeek),
  ...forms(['this coming week', 'the coming week'], unlessAfter(4)),
  ...forms(['next week', 'the week after', 'the following week'], inWeeks(1)),
  ...forms(['week after next', 'the week after next'], inWeeks(2)), ...forms(['in a week or two'], inWeeks(1)),
  ...forms(['last week', 'the last week', 'past week', 'the past week', 'this past week', 'in the last week', 'in the past week', 'over the last week'], inWeeks(-1)),
  ...forms(['the week before last', 'week before last'], inWeeks(-2)),
  ...forms(['mid week', 'midweek'], unlessAfter(3)),
  ...forms(['this weekend', 'the weekend', 'at the weekend', 'over the weekend', 'this coming weekend', 'the coming weekend', 'this weekend coming', 'weekend coming', 'on the weekend'], isoWeekend),
  ...forms(['next weekend', 'the weekend after'], onWeekend(1)), ...forms(['weekend after next', 'the weekend after next'], onWeekend(2)),
  ...forms(['last weekend', 'weekend gone', 'the weekend gone', 'the weekend just gone', 'weekend just gone', 'the past weekend'], onWeekend(-1)), ...forms(['the weekend before last', 'weekend before last'], onWeekend(-2)),
  ...forms(['this month', 'the month', 'so far this month', 'all month', 'all this month'], inMonths(0)),
  ...forms(['next month', 'the following month', 'the month after'], inMonths(1)), ...forms(['the month after next', 'month after next'], inMonths(2)),
  ...forms(['last month', 'the last month', 'the past month', 'past month', 'in the last month', 'in the past month', 'over the last month'], inMonths(-1)), ...forms(['the month before last', 'month before last'], inMonths(-2)),
  ...forms(['this year', 'the year', 'so far this year', 'all year'], inYears(0)),
  ...forms(['last year', 'the last year', 'the past year'], inYears(-1)), ...forms(['the year before last', 'year before last'], inYears(-2)),
  ...forms(['next year', 'the year after'], inYears(1)), ...forms(['the year after next', 'year after next'], inYears(2)),
  ...forms(['in the new year', 'early in the new year', 'after the new year'], inYears(1, '-01')),
  ...forms(['the end of the year', 'end of the year'], inYears(0, '-12-31')), ...forms(['the back end of the year', 'back end of the year'], inYears(0, '-FA')),
]);

function inWeeks(ahead: number): Span {
  return (today) => isoWeek(addDays(today, 7 * ahead));
}

/** This week, or the next once a weekday is past. */
function unlessAfter(weekday: number): Span {
  return (today) => isoWeek(weekdayOf(today) > weekday ? addDays(today, 7) : today);
}

function onWeekend(ahead: number): Span {
  return (today) => isoWeekend(addDays(today, 7 * ahead));
}

function inMonths(ahead: number): Span {
  return (today) => monthOn(today, ahead);
}

function inYears(ahead: number, rest = ''): Span {
  return (today) => `${Number(today.slice(0, 4)) + ahead}${rest}`;
}

type Span = (today: LocalDate) => string;

function forms(phrases: readonly string[], span: Span): readonly (readonly [string, Span])[] {
  return phrases.map((phrase) => [phrase, span] as const);
}
