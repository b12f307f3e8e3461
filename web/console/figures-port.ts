import type { VisitBook } from '../../models/care-visit/index.ts';
import type { CouncilWeek, Fairness, ProviderWeek } from '../../models/figures/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Instant, LocalDate } from '../../models/shared/index.ts';

/** What the council's days came to, as it was added up in the night. Weeks are named by their Mondays, and come in order. */
export interface FiguresDesk {
  weeks(from: LocalDate, to: LocalDate): Promise<readonly CouncilWeek[]>;
  providers(from: LocalDate, to: LocalDate): Promise<readonly ProviderWeek[]>;
  provider(id: string, from: LocalDate, to: LocalDate): Promise<readonly ProviderWeek[]>;
  /** As of the last whole week; undefined until it is first added up. */
  fairness(): Promise<Fairness | undefined>;
  /** What can be asked, as we name it; undefined for what we do not know. */
  questionText(intent: string): string | undefined;
  /** Somebody's visits with those that their book had no more room for. */
  visitBook(record: PersonRecord, from: Instant): Promise<VisitBook>;
}
