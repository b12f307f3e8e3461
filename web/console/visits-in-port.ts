import type { FileRefused, RowFault, RunLine, VisitRun, VisitSource } from '../../models/visits-in/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Instant, LocalDate, PersonId } from '../../models/shared/index.ts';
import type { UploadedFile } from './uploaded-file.ts';

/** A file whose columns nobody has named yet: its headings, and some rows to look at. */
export interface ColumnsAsked { readonly kind: 'columns-unknown'; readonly headings: readonly string[]; readonly examples: readonly (readonly string[])[] }

/** Visits from other systems: where they come from, what was sent, what it would do and did. */
export interface VisitsInDesk {
  sources(): Promise<readonly VisitSource[]>;
  /** With its version: 0 before it is kept. */
  source(id: string): Promise<{ readonly source: VisitSource; readonly version: number } | undefined>;
  keepSource(source: VisitSource, version: number): Promise<'kept' | 'changed-meanwhile' | 'unknown'>;
  /** The care agencies that have, or had, visits here. */
  agencies(): Promise<readonly { readonly id: string; readonly name: string }[]>;
  /** Whom a source calls what, as staff said. */
  clients(sourceId: string): Promise<readonly { readonly client: string; readonly personId: PersonId }[]>;
  link(sourceId: string, client: string, person: PersonId | undefined): Promise<'kept' | 'unknown'>;
  /** People by name, or by the council's number for them. */
  findPeople(words: string): Promise<readonly { readonly personId: PersonId; readonly name: string; readonly councilNumber?: string }[]>;
  /** What was sent in the last thirty days, the newest first. */
  runs(): Promise<readonly VisitRun[]>;
  run(id: string): Promise<VisitRun | undefined>;
  lines(run: VisitRun): Promise<readonly RunLine[]>;
  rows(run: VisitRun): Promise<{ readonly faults: readonly RowFault[]; readonly notes: readonly RowFault[] }>;
  /** Reads a file and begins to find out what it would do. Nothing is changed. */
  check(source: VisitSource, file: UploadedFile, by: string): Promise<{ readonly kind: 'begun'; readonly run: VisitRun } | ColumnsAsked | FileRefused>;
  /** Goes on with what is under way, for a second or so. */
  goOn(id: string): Promise<void>;
  /** False when it is not waiting, or not certain. */
  bringIn(id: string): Promise<boolean>;
  throwAway(id: string): Promise<boolean>;
  /** Somebody's visits between two days as FHIR appointments. */
  appointments(record: PersonRecord, from: LocalDate, to: LocalDate): object;
  /** What staff decide about visits that went missing: cancelled by the agency, or left as they are. Those it is not certain of are given back. */
  settle(run: VisitRun, visits: readonly { readonly personId: PersonId; readonly visitId: string }[], how: 'cancelled' | 'left-alone', at: Instant): Promise<{ readonly uncertain: number }>;
}
