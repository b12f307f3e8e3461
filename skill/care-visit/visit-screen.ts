import type { CareVisit } from '../../models/care-visit/index.ts';
import type { Screen } from '../answer.ts';
import type { Turn } from '../turn.ts';
import { capitalised, dayWords, timeOfDayWords } from '../words/index.ts';
import { purposeWords, upperFirst, workerWords } from './speech.ts';

/** Visits to look at while they are read out: who, when, what for. */
export function visitScreen(turn: Turn, visits: readonly CareVisit[]): Screen {
  return {
    kind: 'list', title: 'Your visits', hint: 'Say: what’s that one for',
    items: visits.slice(0, 7).map((visit) => ({
      id: visit.id,
      primary: `${upperFirst(workerWords(turn.record.visitBook, visit))}, ${timeOfDayWords(visit.from)}`,
      secondary: `${capitalised(dayWords(visit.on, turn.today))}: ${purposeWords(visit, turn.record.household.passport)}`,
    })),
  };
}
