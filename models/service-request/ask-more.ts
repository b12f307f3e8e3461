import type { Instant } from '../shared/index.ts';
import { changeRequest, type RequestChange, type RequestRecord } from './change-request.ts';
import { requestExpiry } from './request-expiry.ts';
import type { ServiceRequest } from './service-request.ts';

/** As long as can be listened to. */
export const mostQuestionLetters = 200;

/** The adviser needs to know one thing more before deciding. It moves no money, and whoever is asked has as long as for a new request. */
export function askMore(command: { readonly id: string; readonly by: string; readonly question: string }, record: RequestRecord, now: Instant): RequestChange {
  const { id, by, question } = command;
  return changeRequest({ id, by, action: 'ask-more', note: question, becomes: { expiresAt: laterOf(id, record, now) } }, record, now);
}

/** The answer, by the person, by somebody who acts for them, or written down by staff. From then on it waits for the decision again. */
export function answerMore(command: { readonly id: string; readonly by: string; readonly answer: string }, record: RequestRecord, now: Instant): RequestChange {
  const { id, by, answer } = command;
  return changeRequest({ id, by, action: 'answer', note: answer, becomes: { expiresAt: laterOf(id, record, now) } }, record, now);
}

/** What more was asked about a request, and by whom, while nobody has answered. */
export function openQuestion({ state, history }: ServiceRequest): { readonly words: string; readonly by: string; readonly at: Instant } | undefined {
  const last = history.at(-1);
  return state !== 'more-asked' || last?.note === undefined ? undefined : { words: last.note, by: last.by, at: last.at };
}

function laterOf(id: string, { requestBook }: RequestRecord, now: Instant): Instant {
  const request = requestBook.requests.find((each) => each.id === id);
  return Math.max(request?.expiresAt ?? 0, requestExpiry(now, request?.on)) as Instant;
}
