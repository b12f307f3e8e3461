import { planRequestNews } from '../../models/alert/index.ts';
import type { CouncilId } from '../../models/shared/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import type { RequestsDesk } from '../../web/console/requests-port.ts';
import type { Services } from '../services.ts';
import { waitingRequests } from '../store/desk-lists.ts';
import { recentlyDecoded } from '../store/recently-decoded.ts';

/** A queue longer than this is read slower, and not wrongly. */
const mostWaiting = 20_000;

/** One council's requests for its console. */
export function requestsDesk({ table, clock, wake }: Services, council: CouncilId): RequestsDesk {
  const recent = recentlyDecoded(mostWaiting);
  return {
    waiting: () => waitingRequests(table, council, recent),
    wake,
    // By the very rule that plans the news and the very words it is told in: what is shown before sending cannot be another thing.
    hears: (record, request, { state, by, note }) => {
      const now = clock();
      const then = { ...request, state, history: [...request.history, { state, at: now, by, ...(note !== undefined && { note }) }] };
      const [planned] = planRequestNews({ councilId: record.councilId, personId: record.personId, requestBook: { requests: [then] } }, now);
      return planned === undefined ? undefined : wordingOf({ kind: planned.kind, urgency: 'ordinary', facts: planned.facts ?? {} }, record, { kind: 'person' }, now, false).spoken;
    },
  };
}
