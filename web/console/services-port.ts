import type { CatalogueLine, Correction, CorrectionStep, CorrectService, Directory } from '../../models/service/index.ts';
import type { Instant, LocalDate } from '../../models/shared/index.ts';
import type { DirectoryReport } from './directory-report-port.ts';

/** The council's directory of services, and what its staff hold to be so of it. */
export interface ServicesDesk {
  /** As everybody is told it: what was read in, with the council's corrections laid over it. */
  directory(): Promise<Directory>;
  /** As it was read in. */
  recorded(): Promise<Directory>;
  /** Every service as staff keep it, by name, as seen on a day. */
  lines(today: LocalDate): Promise<readonly CatalogueLine[]>;
  /** What staff have said of one service, and the version of that: 0 for nothing. */
  correction(serviceId: string): Promise<{ readonly correction: Correction; readonly version: number }>;
  /** Keeps what was said, if nobody has said anything since that version. */
  correct(change: { readonly serviceId: string; readonly version: number; readonly said: CorrectService; readonly by: CorrectionStep['by']; readonly at: Instant }): Promise<'kept' | 'changed-meanwhile' | 'unknown'>;
  /** What became of it when its feed was read last; undefined before the first. */
  lastReading(): Promise<DirectoryReport | undefined>;
  /** Two words to find a new request by, unlike those in use. */
  reference(taken: readonly string[]): string;
}
