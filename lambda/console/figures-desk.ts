import type { CouncilId } from '../../models/shared/index.ts';
import { wordsFor } from '../../skill/everyday/intent-words.ts';
import type { FiguresDesk } from '../../web/console/figures-port.ts';
import { wholeBook } from '../figures/whole-book.ts';
import { councilWeeks, fairnessOf, providerWeeks, weeksOfProvider } from '../store/figure-rows.ts';
import type { Table } from '../store/table.ts';

/** One council's figures for its console. */
export function figuresDesk(table: Table, council: CouncilId): FiguresDesk {
  return {
    weeks: (from, to) => councilWeeks(table, council, from, to),
    providers: (from, to) => providerWeeks(table, council, from, to),
    provider: (id, from, to) => weeksOfProvider(table, council, id, from, to),
    fairness: () => fairnessOf(table, council),
    questionText: (intent) => wordsFor(intent)?.heard,
    visitBook: (record, from) => wholeBook(record, table, from),
  };
}
