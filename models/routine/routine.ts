import type { Instant, LocalDate, LocalTime, Weekday } from '../shared/index.ts';
import type { Nation } from './bank-holidays.ts';

/** What a routine does when its time comes. */
type RoutineDoes =
  /** "Every weekday at half past eight, tell Mum about today's visits." */
  | { readonly kind: 'visits-today' }
  /** Says something plain: "The bin men come today." */
  | { readonly kind: 'say'; readonly words: string }
  /** So many minutes before each visit, whatever the times below say. */
  | { readonly kind: 'before-visits'; readonly leadMinutes: number }
  /**
   * A check-in, answered yes, no, don't remember or doing it now. `about` is how it is spoken of to others: "whether she has had her
   * morning tablets"; `tell` is who rings when the answer is no, or there is none.
   */
  | { readonly kind: 'question'; readonly words: string; readonly about: string; readonly tell?: string; readonly isMedicine: boolean };

/** Something that comes round at set times, set up by a carer or staff, and agreed to by the person: without that it does nothing. */
export interface Routine {
  readonly id: string;
  readonly does: RoutineDoes;
  readonly days: readonly Weekday[];
  /** By the wall clock. */
  readonly at: LocalTime;
  readonly startsOn: LocalDate;
  readonly endsOn?: LocalDate;
  readonly notOn: readonly LocalDate[];
  readonly alsoOn: readonly LocalDate[];
  readonly bankHolidays: { readonly nation: Nation; readonly rule: 'as-usual' | 'not' };
  /** Who set it: a circle member's id, or "staff". */
  readonly setBy: string;
  readonly setByName: string;
  readonly agreed?: { readonly at: Instant; readonly how: 'voice' | 'writing' };
  readonly refusedAt?: Instant;
  readonly isPaused?: boolean;
  /** Where it is heard or seen at home: all there is when absent, and where none of these is there. */
  readonly devices?: 'speakers' | 'screens';
}

/** All of one person's routines. */
export interface RoutineBook { readonly routines: readonly Routine[] }

export const noRoutines: RoutineBook = { routines: [] };

const sixMonthsMs = 183 * 86_400_000;

/** Whether it may run: agreed to, not refused since, not paused. What was agreed long ago still runs while it is asked again. */
export function mayRun({ agreed, refusedAt, isPaused }: Routine): boolean {
  return agreed !== undefined && (refusedAt === undefined || refusedAt < agreed.at) && isPaused !== true;
}

/** Whether the person is to be asked: never asked, or last agreed half a year ago. A no is a no. */
export function mustBeAsked({ agreed, refusedAt, isPaused }: Routine, now: Instant): boolean {
  if (isPaused === true || (refusedAt !== undefined && (agreed === undefined || refusedAt > agreed.at))) return false;
  return agreed === undefined || now - agreed.at > sixMonthsMs;
}

/** The person's word on a routine. */
export function agreeTo(book: RoutineBook, id: string, isAgreed: boolean, how: 'voice' | 'writing', at: Instant): RoutineBook {
  return { routines: book.routines.map((each) => (each.id !== id ? each : isAgreed ? { ...each, agreed: { at, how } } : { ...each, refusedAt: at })) };
}
