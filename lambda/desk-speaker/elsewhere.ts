import type { Alert } from '../../models/alert/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import { whyWords } from '../../skill/alert/say-why.ts';
import type { Elsewhere } from '../../web/speaker/conversation-port.ts';

/** What has reached other people's lists because of what was said here: requests, word left, changes asked for. Newest first. */
export function elsewhereFor({ requestBook, messageBook, visitBook, jobBook, household }: PersonRecord, alerts: readonly Alert[] = []): readonly Elsewhere[] {
  const requests = requestBook.requests.map((request): Elsewhere & { ms: number } => ({
    kind: 'request', to: request.reasons.length > 0 ? household.council.adviser : request.serviceName,
    text: `${request.what}, reference ${request.reference}`, at: new Date(request.askedAt).toISOString(), state: request.state, ms: request.askedAt,
  }));
  const words = messageBook.wordLeft.map((word): Elsewhere & { ms: number } => ({
    kind: 'word', to: word.to.name, text: word.words, at: new Date(word.leftAt).toISOString(), state: word.answeredAt === undefined ? 'not answered yet' : 'answered', ms: word.leftAt,
  }));
  const changes = visitBook.changeRequests.map((change): Elsewhere & { ms: number } => ({
    kind: 'visit-change', to: visitBook.provider.name,
    text: `${change.change.kind === 'cancel' ? 'Cancel' : 'Move'} the visit on ${change.visitOn} at ${change.visitFrom}${change.change.kind === 'move' ? ` to ${change.change.on} at ${change.change.from}` : ''}, reference ${change.reference}`,
    at: new Date(change.askedAt).toISOString(), state: change.state, ms: change.askedAt,
  }));
  const told = alerts.flatMap((alert) => alert.attempts.filter(({ to }) => to.kind !== 'person').map((attempt): Elsewhere & { ms: number } => ({
    kind: 'alert', to: attempt.to.kind === 'desk' ? 'The care desk' : household.circle.find(({ id }) => attempt.to.kind === 'member' && id === attempt.to.memberId)?.name ?? 'Somebody of the circle',
    text: attempt.channel === 'desk' ? wordingOf(alert, { household, visitBook, jobBook }, attempt.to, attempt.startedAt, false).spoken : wordingOf(alert, { household, visitBook, jobBook }, attempt.to, attempt.startedAt, false).discreet,
    at: new Date(attempt.startedAt).toISOString(), state: stateWords(alert, attempt.state), why: whyTold(alert, attempt.startedAt), ms: attempt.startedAt,
  })));
  return [...requests, ...words, ...changes, ...told].sort((one, other) => other.ms - one.ms).slice(0, 20).map(({ ms: _, ...rest }) => rest);
}

/** Sent is not heard: only an answer ends it. */
function stateWords({ answer, state }: Alert, attempt: Alert['attempts'][number]['state']): string {
  if (answer !== undefined) return answer.by.kind === 'person' ? 'over: they are all right' : 'answered';
  return state === 'cancelled' ? 'no longer so' : attempt === 'failed' ? 'did not arrive' : 'not answered yet';
}

/** The reason recorded when it was sent, for a family to read. */
function whyTold({ decisions }: Alert, at: number): string {
  const decided = decisions.findLast((each) => each.at <= at && each.reason.startsWith('tell-now:'));
  return decided === undefined ? '' : whyWords(decided.reason);
}
