import type { Instant, LocalDate, PersonId } from '../shared/index.ts';
import type { GoneMissing, ImportChange, ImportLine, LeftReason } from './brought-in.ts';

/** What was sent, and how far it has come: looked at first, then brought in once somebody has said so. */
export interface VisitRun {
  readonly id: string;
  readonly sourceId: string;
  /** The calendar whose address it was read from; absent where somebody sent it. */
  readonly calendarId?: string;
  readonly fileName: string;
  readonly by: string;
  readonly startedAt: Instant;
  /** SHA-256 of what was sent: the same again is told as such. */
  readonly hash: string;
  /** When it last came further. */
  readonly touchedAt?: Instant;
  /** `reading`: it is not all kept yet, and stays so where that broke off. `checking`: what it would do is being found out. `waiting`: for a yes. */
  readonly state: 'reading' | 'checking' | 'waiting' | 'importing' | 'done' | 'thrown-away';
  readonly rows: number;
  readonly visits: number;
  readonly faults: number;
  readonly notes: number;
  /** The days it speaks of. */
  readonly span?: { readonly from: LocalDate; readonly to: LocalDate };
  /** Whom we do not know by what it calls them, and how many visits that is; the first 500. */
  readonly unmatched: readonly Unmatched[];
  readonly unmatchedClients: number;
  /** How many people each page of it holds. */
  readonly peopleOnPages: readonly number[];
  /** How often somebody has said that it should be brought in. */
  readonly attempts: number;
  /** How many of them have been looked at in this state. */
  readonly looked: number;
  readonly counts: RunCounts;
  readonly lineRows: number;
  readonly finishedAt?: Instant;
}

export interface Unmatched { readonly client: string; readonly visits: number; readonly why: 'unknown' | 'several' }

/** How many visits of each kind, and people with whom something is wrong. */
export interface RunCounts {
  readonly same: number;
  readonly changes: Partial<Readonly<Record<ImportChange, number>>>;
  readonly left: Partial<Readonly<Record<LeftReason, number>>>;
  readonly missing: number;
  readonly people: number;
  readonly problems: Partial<Readonly<Record<PersonProblem, number>>>;
  /** Alerts that were raised by bringing it in. */
  readonly alerts: number;
}

/** Why nothing of one person's was taken: they have another agency, or have left; or it is not certain whether it was, or it failed for a reason of ours. */
export type PersonProblem = 'another-agency' | 'has-left' | 'uncertain' | 'failed';

/** What became, or would become, of one visit or one person. */
export type RunLine =
  | { readonly kind: 'visit'; readonly personId: PersonId; readonly line: ImportLine }
  | { readonly kind: 'missing'; readonly personId: PersonId; readonly missing: GoneMissing; readonly settled?: 'cancelled' | 'left-alone' }
  | { readonly kind: 'person'; readonly personId: PersonId; readonly problem: PersonProblem };

export const nothingCounted: RunCounts = { same: 0, changes: {}, left: {}, missing: 0, people: 0, problems: {}, alerts: 0 };

/** The counts with one person's lines added; what stays the same is counted and has no line. */
export function countLines(counts: RunCounts, lines: readonly RunLine[], alerts: number): RunCounts {
  let { same, missing } = counts;
  const [changes, left, problems] = [{ ...counts.changes }, { ...counts.left }, { ...counts.problems }];
  for (const each of lines) {
    if (each.kind === 'person') problems[each.problem] = (problems[each.problem] ?? 0) + 1;
    else if (each.kind === 'missing') missing += 1;
    else if (each.line.left !== undefined) left[each.line.left] = (left[each.line.left] ?? 0) + 1;
    else if (each.line.changes.length === 0) same += 1;
    else for (const change of each.line.changes) changes[change] = (changes[change] ?? 0) + 1;
  }
  return { same, changes, left, missing, people: counts.people + 1, problems, alerts: counts.alerts + alerts };
}

/** Whether a line says anything but that all is as it was. */
export function isNews(line: RunLine): boolean {
  return line.kind !== 'visit' || line.line.left !== undefined || line.line.changes.length > 0;
}

/** Few enough that anybody may have called them off in a day. */
const unalarming = 20;

/** Whether so much is called off or gone that somebody should look before it is believed: more than half of what was sent, and more than a few. */
export function isAlarming({ visits, counts: { changes, missing } }: Pick<VisitRun, 'visits' | 'counts'>): boolean {
  const off = (changes.cancelled ?? 0) + missing;
  return off > unalarming && off * 2 > visits;
}
