import type { CareProvider, CareWorker, PlannedActivity, VisitBook, VisitRound } from '../../models/care-visit/index.ts';
import { addDays, type Instant, type LocalDate, type LocalTime, type Weekday } from '../../models/shared/index.ts';
import { pastDays, withPastReported } from './past-visits.ts';

/** One line of a week: which days, from when, for how long, who, and what for. */
export interface RoundLine {
  readonly id: string;
  readonly days: readonly Weekday[];
  readonly from: string;
  readonly minutes: number;
  readonly by: readonly ('priya' | 'sam' | 'blessing')[];
  readonly tasks: readonly string[];
  readonly plannedActivities?: readonly PlannedActivity[];
}

/** The agency's book for one person: these rounds from a fortnight ago on without end, and what has happened since reported. */
export function visitBookOf(lines: readonly RoundLine[], tell: readonly string[], today: LocalDate, now: Instant): VisitBook {
  const book: VisitBook = {
    provider: kindlyCare, workers, rounds: lines.map((line) => roundFrom(line, today)), visits: [],
    backupPlan: { tellAfterMinutes: 30, tell }, changeRequests: [],
  };
  return withPastReported(book, today, now);
}

export const everyDay: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

const kindlyCare: CareProvider = { id: 'kindly-care', name: 'Kindly Care', phone: '020 7946 0010', officeContact: 'Ann', lateAfterMinutes: 15 };

const workers: readonly CareWorker[] = [
  { id: 'priya', firstName: 'Priya', describedAs: ['the morning lady', 'the lady who does my breakfast'] },
  { id: 'sam', firstName: 'Sam', describedAs: ['the tea time one', 'the young man'] },
  { id: 'blessing', firstName: 'Blessing', describedAs: ['the lunch lady', 'the lady who sings'] },
];

function roundFrom({ by, from, ...line }: RoundLine, today: LocalDate): VisitRound {
  return { ...line, from: from as LocalTime, workerIds: by, everyWeeks: 1, startsOn: addDays(today, -pastDays), isTimeCritical: false };
}
