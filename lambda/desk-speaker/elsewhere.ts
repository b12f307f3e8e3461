import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Elsewhere } from '../../web/speaker/conversation-port.ts';

/** What has reached other people's lists because of what was said here: requests, word left, changes asked for. Newest first. */
export function elsewhereFor({ requestBook, messageBook, visitBook, household }: PersonRecord): readonly Elsewhere[] {
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
  return [...requests, ...words, ...changes].sort((one, other) => other.ms - one.ms).slice(0, 20).map(({ ms: _, ...rest }) => rest);
}
