import type { Instant } from '../shared/index.ts';

/** A care worker as a source names them: by an id, a name or both. */
export interface IncomingWorker {
  readonly id: string;
  readonly firstName?: string;
  readonly arrivedAt?: Instant;
  readonly leftAt?: Instant;
}

/** How a visit stands by the source's word; who came and went is with the care workers. */
export type IncomingState = 'planned' | 'confirmed' | 'en-route' | 'started' | 'completed' | 'missed' | 'cancelled';
export interface IncomingCancelled { readonly by: 'person' | 'family' | 'agency' | 'council'; readonly reason: string }

/** One row, event or entry of a source, read and found right; the visit it belongs to may have others. */
export interface IncomingRow {
  /** Where it stands in what was sent, from 1; of a file with headings the row a spreadsheet shows. */
  readonly row: number;
  /** The source's own id of the visit. */
  readonly ref: string;
  /** Whom it is for, as the source calls them: the council's number, or a client reference of its own. */
  readonly client: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly worker?: IncomingWorker;
  /** Others who come as well, where one entry names them all. */
  readonly alongside?: readonly IncomingWorker[];
  /** What ties rows to one visit: Access calls it a workplan. */
  readonly group?: string;
  readonly tasks: readonly string[];
  readonly isTimeCritical: boolean;
  readonly state: IncomingState;
  readonly cancelled?: IncomingCancelled;
}

/** One visit as a source has it: one row, or several for a double-up. */
export interface IncomingVisit {
  readonly refs: readonly string[];
  readonly rows: readonly number[];
  readonly client: string;
  readonly startsAt: Instant;
  readonly minutes: number;
  readonly workers: readonly IncomingWorker[];
  readonly tasks: readonly string[];
  readonly isTimeCritical: boolean;
  readonly state: IncomingState;
  readonly cancelled?: IncomingCancelled;
}

/** What is wrong with a row, and how to mend it; or, as a note, what was done about it. */
export interface RowFault {
  readonly row: number;
  readonly what: string;
  readonly mend: string;
  /** The source's id of the visit, where it could be read. */
  readonly ref?: string;
}

/** A whole file, feed or bundle as it was read. Every row is in a visit, in a fault, or left out with a reason among the notes. */
export interface ReadFile {
  /** Rows, events or entries that were looked at. */
  readonly rows: number;
  readonly visits: readonly IncomingVisit[];
  readonly faults: readonly RowFault[];
  readonly notes: readonly RowFault[];
  /** Whose absence from it means something: anybody's, as from an agency's rota; of those in it, as from somebody's calendar; nobody's, where it tells of single visits. */
  readonly scope: 'everybody' | 'those-named' | 'single-visits';
}

/** Nothing of it can be taken: it is not what it should be, or too much. */
export interface FileRefused { readonly kind: 'refused'; readonly what: string; readonly mend: string }
