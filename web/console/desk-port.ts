import type { DeskWork, DeskWorker } from '../../models/alert/index.ts';
import type { Instant, PersonId } from '../../models/shared/index.ts';
import type { AlertShown } from './alert-shown.ts';

/** Which alert, and whose; nobody's when it is about the council's own affairs. */
interface OfAlert { readonly personId?: PersonId | undefined; readonly alertId: string }

/** The care desk: what is open, who has it in hand, and what the engine had to set aside. */
export interface CareDesk {
  open(): Promise<readonly (AlertShown & { readonly work: DeskWork })[]>;
  /** The same words for as long as nothing on the desk has changed. */
  state(): Promise<string>;
  /** What was done about one alert, also after it is over. */
  work(of: OfAlert): Promise<DeskWork>;
  takeInHand(of: OfAlert, by: DeskWorker): Promise<boolean>;
  letGo(of: OfAlert, by: DeskWorker): Promise<boolean>;
  note(of: OfAlert, by: DeskWorker, words: string): Promise<'noted' | 'empty' | 'too-long' | 'too-many' | 'uncertain'>;
  /** What could not be looked at, though it was tried five times. `what`: an alert, somebody's days, a device, a request's end. */
  setAside(): Promise<readonly { readonly id: string; readonly since: Instant; readonly what: 'alert' | 'plan' | 'device' | 'request-expiry' | 'figures'; readonly personId?: PersonId }[]>;
  /** False when it is not there any more, or not certain. */
  tryAgain(id: string): Promise<boolean>;
}
