import { leftPence, type Budget, type BudgetEntry } from '../budget/index.ts';
import type { Instant, LocalDate, Pence } from '../shared/index.ts';
import { assessRequest, type Assessment, type RequestSetting } from './assess-request.ts';
import { setAsideFor } from './change-request.ts';
import { inBook } from './in-book.ts';
import { requestExpiry } from './request-expiry.ts';
import { isOpen } from './request-states.ts';
import type { Asker, RequestBook, RequestDraft, RequestState, ReviewReason, ServiceRequest } from './service-request.ts';

export interface AskForService {
  readonly draft: RequestDraft;
  readonly id: string;
  readonly reference: string;
  readonly by: 'person' | Asker;
  /** It was read back with its price, and whoever asks said yes. */
  readonly confirmed: true;
  /** The person was told there is not enough, or that somebody has to decide, and wants the adviser asked. */
  readonly sendToAdviser?: boolean;
  /** The person was told they had asked already, and wants it twice. */
  readonly again?: boolean;
}

export type AskResult =
  | {
    readonly kind: 'asked';
    readonly request: ServiceRequest;
    readonly requestBook: RequestBook;
    /** Absent when it is free. */
    readonly budget?: { readonly after: Budget; readonly entries: readonly BudgetEntry[] };
    readonly leftAfterPence?: Pence;
  }
  /** A person decides. No money is set aside until they have. */
  | { readonly kind: 'asked-for-review'; readonly request: ServiceRequest; readonly requestBook: RequestBook; readonly reasons: readonly ReviewReason[] }
  /** The same service for the same time was asked for a moment ago. Nothing more was done. */
  | { readonly kind: 'asked-already'; readonly request: ServiceRequest }
  | { readonly kind: 'not-enough'; readonly shortPence: Pence };

/**
 * Asks for a service. Where the rules say yes it is approved and its money set aside in the same result; where they do not
 * it waits for a person, with reasons. When only the money is short, nothing is asked unless the person wants the adviser to look.
 */
export function askForService(command: AskForService, setting: RequestSetting, now: Instant, today: LocalDate): AskResult {
  const before = askedBefore(command, setting.requestBook, now);
  if (before !== undefined) return { kind: 'asked-already', request: before };

  const assessment = assessRequest(command.draft, setting);
  const { decision, reasons, shortPence } = assessment;
  if (command.sendToAdviser !== true) {
    if (decision === 'approve') return approveAtOnce(requestFor(command, assessment, 'approved', now, today), setting, now);
    const isOnlyShort = reasons.every((reason) => reason === 'over-available');
    if (isOnlyShort && shortPence !== undefined) return { kind: 'not-enough', shortPence };
  }
  const request = requestFor(command, assessment, 'needs-review', now, today);
  return { kind: 'asked-for-review', request, requestBook: inBook(setting.requestBook, request), reasons };
}

function approveAtOnce(request: ServiceRequest, { budget, requestBook }: RequestSetting, now: Instant): AskResult {
  const asked = { kind: 'asked', request, requestBook: inBook(requestBook, request) } as const;
  if (budget === undefined) return asked;
  if (request.costPence === 0) return { ...asked, leftAfterPence: leftPence(budget) };
  const posted = setAsideFor(request, budget, now);
  if (posted.kind === 'posted') return { ...asked, budget: { after: posted.budget, entries: posted.entries }, leftAfterPence: leftPence(posted.budget) };
  return posted.shortPence === undefined ? { kind: 'asked-already', request } : { kind: 'not-enough', shortPence: posted.shortPence };
}

/** The same id is the same asking, however late it comes again; the same service for the same time is, for ten minutes. */
function askedBefore({ id, draft, again }: AskForService, { requests }: RequestBook, now: Instant): ServiceRequest | undefined {
  const isSame = (request: ServiceRequest) => request.serviceId === draft.serviceId
    && request.on === draft.on && request.at === draft.at && request.partOfDay === draft.partOfDay;
  const isRecent = (request: ServiceRequest) => isOpen(request) && now - request.askedAt < undoMs;
  return requests.findLast((request) => request.id === id || (again !== true && isSame(request) && isRecent(request)));
}

function requestFor(command: AskForService, { costPence, reasons }: Assessment, state: RequestState, at: Instant, today: LocalDate): ServiceRequest {
  const { draft, id, reference, by } = command;
  const history = [{ state: 'asked' as const, at, by: by === 'person' ? by : by.name }, { state, at, by: 'rules' }];
  return { ...draft, id, reference, state, costPence, reasons, askedAt: at, undoUntil: (at + (by === 'person' ? undoMs : undoOthersMs)) as Instant, expiresAt: requestExpiry(at, draft.on, today), history, ...(by !== 'person' && { askedBy: by }) };
}

const undoMs = 10 * 60_000;
/** What others asked for the person hears of later, and may take back for a day. */
const undoOthersMs = 24 * 60 * 60_000;
