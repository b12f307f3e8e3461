import type { CouncilId, Instant, PersonId } from '../shared/index.ts';
import type { Alert } from './alert.ts';

/** A change of one alert, kept in one transaction with what caused it. */
export interface AlertChange {
  /** As it was read; absent: it is new, and if it is there already nothing is done. */
  readonly before?: KeptAlert;
  readonly after: Alert;
}

/** An alert as read, with the version it was read at. */
export interface KeptAlert { readonly alert: Alert; readonly version: number }

/** Something for the engine to look at, and when. */
export type Due =
  | { readonly kind: 'alert'; readonly councilId: CouncilId; readonly personId?: PersonId; readonly alertId: string }
  /** Plan this person's coming reminders, watches and routines. */
  | { readonly kind: 'plan'; readonly councilId: CouncilId; readonly personId: PersonId }
  /** Nothing has been heard of a device since then. */
  | { readonly kind: 'device'; readonly councilId: CouncilId; readonly personId?: PersonId; readonly deviceId: string }
  /** A request may have run out. */
  | { readonly kind: 'request-expiry'; readonly councilId: CouncilId; readonly personId: PersonId }
  /** A council's days are added up. */
  | { readonly kind: 'figures'; readonly councilId: CouncilId; readonly personId?: PersonId };

export interface DueItem { readonly at: Instant; readonly due: Due; readonly tries: number }
