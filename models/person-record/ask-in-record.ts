import { leaveWord } from '../message/index.ts';
import { askForService, assessRequest, type AskForService, type AskResult, type Assessment, type RequestDraft, type RequestSetting } from '../service-request/index.ts';
import type { Instant, LocalDate } from '../shared/index.ts';
import type { PersonRecord, RecordChange } from './person-record.ts';

/** What the rules about money and plans look at. */
export function requestSettingOf({ budget, requestBook, outcomeBook }: Pick<PersonRecord, 'budget' | 'requestBook' | 'outcomeBook'>): RequestSetting {
  return { budget, requestBook, goals: outcomeBook.goals, excluded: outcomeBook.excluded };
}

/** How a request is judged as it is read back. */
export interface Seen extends Assessment {
  readonly isFree: boolean;
  readonly isForReview: boolean;
  /** Of what is shown of it: a yes to one mark is no yes to another. */
  readonly mark: string;
}

/** Judges a request by the record as it is now, with a mark of all that is shown before the yes. */
export function seenOf(draft: RequestDraft, record: PersonRecord): Seen {
  const assessment = assessRequest(draft, requestSettingOf(record));
  const { unit, unitPence = '', isProviderApproved } = draft;
  return { ...assessment, isFree: unit === 'free' || unitPence === 0, isForReview: assessment.decision === 'review', mark: [unit, unitPence, isProviderApproved ? 'approved' : 'not-approved', assessment.costPence, assessment.decision].join('.') };
}

/** What is asked for, by whom, and how it is said to the adviser. */
export interface AskInRecord extends Omit<AskForService, 'confirmed' | 'sendToAdviser'> {
  /** As the audit names whoever asks. */
  readonly actor: string;
  /** "2 hours of gardening with Green Fingers" */
  readonly what: string;
}

type Asked = Extract<AskResult, { kind: 'asked' | 'asked-for-review' }>;
export type AskedInRecord = Exclude<AskResult, Asked> | (Asked & { readonly change: RecordChange });

/** Asks for a service after a clear yes to what was read back, whoever says it, and gives all of the record that changes with it. The id is the request's and the change's: it takes effect once. */
export function askInRecord(record: PersonRecord, { actor, what, ...command }: AskInRecord, now: Instant, today: LocalDate): AskedInRecord {
  const { household, messageBook } = record;
  const { id, by, draft } = command;
  const result = askForService({ ...command, confirmed: true, sendToAdviser: seenOf(draft, record).isForReview }, requestSettingOf(record), now, today);
  if (result.kind === 'asked-already' || result.kind === 'not-enough') return result;
  const isForReview = result.kind === 'asked-for-review';
  const word = { id: `${id}-review`, to: { kind: 'council' as const, name: household.council.adviser }, about: 'request-to-review', words: `${by === 'person' ? household.name.preferred : `${by.name}, for ${household.name.preferred},`} asks for ${what}.`, leftAt: now };
  return { ...result, change: {
    idempotencyKey: id, at: now, requestBook: result.requestBook, ...(result.kind === 'asked' && result.budget !== undefined && { budget: result.budget }), ...(isForReview && { messageBook: leaveWord(messageBook, word) }),
    audit: [{ action: isForReview ? 'service-asked-for-review' : 'service-asked-for', by: actor, about: id }],
  } };
}
