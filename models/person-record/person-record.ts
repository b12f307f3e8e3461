import type { AlertBoard, AlertChange } from '../alert/index.ts';
import type { Budget, BudgetEntry, BudgetProposal } from '../budget/index.ts';
import type { VisitBook, VisitReport } from '../care-visit/index.ts';
import type { Household, SpeakerKey, SpeakerLink } from '../household/index.ts';
import type { JobBook } from '../job/index.ts';
import type { MessageBook } from '../message/index.ts';
import type { OutcomeBook, WellbeingAnswers } from '../outcome/index.ts';
import type { RequestBook } from '../service-request/index.ts';
import type { CouncilId, Instant, PersonId } from '../shared/index.ts';

/** Where the talk had got to: what was asked last and not yet answered, kept so that it can be taken up again. */
export interface Unfinished {
  readonly what: string;
  readonly data: unknown;
  readonly at: Instant;
}

/** Everything we hold to talk with one person, as it stood at one moment. Parts are decoded when first asked for. */
export interface PersonRecord {
  readonly personId: PersonId;
  readonly councilId: CouncilId;
  /** The speaker linked to this person now; absent once unlinked. */
  readonly link: { readonly speaker: SpeakerKey; readonly details: SpeakerLink } | undefined;
  readonly household: Household;
  readonly visitBook: VisitBook;
  readonly budget: Budget | undefined;
  readonly requestBook: RequestBook;
  readonly outcomeBook: OutcomeBook;
  readonly messageBook: MessageBook;
  readonly jobBook: JobBook;
  readonly alertBoard: AlertBoard;
  readonly unfinished: Unfinished | undefined;
}

/** One line of who did what, for whom. Never holds what was said word for word. */
interface AuditLine {
  readonly action: string;
  readonly by: string;
  readonly about: string;
}

/** What a spoken action changes. All of it is kept, or none of it. */
export interface RecordChange {
  /** The same key never takes effect twice, however late it comes again. */
  readonly idempotencyKey: string;
  readonly at: Instant;
  readonly household?: Household;
  readonly visitBook?: VisitBook;
  /** The new figures, and the entries that lead to them from the old. */
  readonly budget?: { readonly after: Budget; readonly entries: readonly BudgetEntry[] };
  /** A change of the budget that now waits for a second person, or waits no more. */
  readonly proposal?: { readonly made: BudgetProposal } | { readonly ended: BudgetProposal };
  readonly requestBook?: RequestBook;
  readonly outcomeBook?: OutcomeBook;
  readonly messageBook?: MessageBook;
  readonly jobBook?: JobBook;
  readonly alertBoard?: AlertBoard;
  /** What somebody should know because of this: raised, answered or taken back in the same breath. */
  readonly alerts?: readonly AlertChange[];
  /** `null` forgets it. */
  readonly unfinished?: Unfinished | null;
  /** `null` unlinks the speaker. */
  readonly link?: null;
  /** The agency's reports that caused it, kept word for word beside the record. */
  readonly heard?: readonly VisitReport[];
  /** What they answered of how they are, kept beside the record. */
  readonly wellbeing?: WellbeingAnswers;
  readonly audit: readonly AuditLine[];
}

export type SaveResult =
  | { readonly kind: 'saved' }
  /** Somebody else changed a part of the record since it was read: read again and decide again. */
  | { readonly kind: 'changed-meanwhile' }
  /** This very change was kept before (a repeated request): nothing more was done. */
  | { readonly kind: 'already-done' }
  /** We do not know whether it was kept. Say so; find out before saying more. */
  | { readonly kind: 'unknown' };

/** The port to the store: one read finds everything, one transaction keeps every change. */
export interface PersonRecords {
  bySpeaker(speaker: SpeakerKey): Promise<PersonRecord | undefined>;
  byPerson(council: CouncilId, person: PersonId): Promise<PersonRecord | undefined>;
  save(record: PersonRecord, change: RecordChange): Promise<SaveResult>;
  /** All ledger entries of a person's budget in order, or those before an instant. */
  entries(council: CouncilId, person: PersonId): Promise<readonly BudgetEntry[]>;
}
