import { alertIdFrom, alertKinds, homeChannels, isOpen, type Alert, type Attempt, type ChannelName } from '../../models/alert/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { CouncilId, Instant } from '../../models/shared/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import type { Telling, ToldDesk } from '../../web/console/told-port.ts';
import { reachedByPhone } from '../alerts/engine-for.ts';
import type { Services } from '../services.ts';
import { alertStore } from '../store/alert-store.ts';

const dayMs = 86_400_000;
/** Alerts are found by when what they are about occurs: news of money may come so long before or after that. */
const [longestAfter, longestBefore] = [60 * dayMs, 90 * dayMs];

/** What was told to whom, for one council's console. */
export function toldDesk({ alerts, records, table }: Services, council: CouncilId): ToldDesk {
  const store = reachedByPhone(alertStore(table));
  return {
    about: async (person, from, to) => {
      const [list, record] = await Promise.all([alerts.list(council, person, alertIdFrom((from - longestAfter) as Instant), alertIdFrom((to + longestBefore) as Instant)), records.byPerson(council, person)]);
      return list.flatMap((alert) => alert.attempts.filter(({ startedAt, channel }) => startedAt >= from && startedAt < to && channel !== 'webhook').map((attempt) => tellingOf(alert, attempt, record))).toSorted((one, other) => other.at - one.at);
    },
    waysHome: async (person) => {
      const found = await store.whomToTell(council, person);
      return [...new Set((found?.reach.person ?? []).filter(({ isVerified }) => isVerified).map(({ channel }) => channel))];
    },
  };
}

function tellingOf(alert: Alert, { to, channel, state, startedAt, acceptedAt, shownAt, spokenAt }: Attempt, record: PersonRecord | undefined): Telling {
  const provedAt = spokenAt ?? shownAt ?? acceptedAt;
  return {
    at: startedAt, to, channel, state, words: wordsOn(alert, channel, to, record, startedAt), isUrgent: alert.urgency === 'urgent', ...(provedAt !== undefined && { provedAt }),
    answer: alert.answer !== undefined ? { by: alert.answer.by, at: alert.answer.at } : !alertKinds[alert.kind].needsAnswer ? 'none-needed' : isOpen(alert) ? 'not-answered' : 'none-needed',
    ...(typeof alert.facts['messageId'] === 'string' && { messageId: alert.facts['messageId'] }),
  };
}

/** Screens in the home and the staffed desk have the whole of it; whatever others may read or hear has the discreet words alone. */
function wordsOn(alert: Alert, channel: ChannelName, to: Attempt['to'], record: PersonRecord | undefined, at: Instant): string {
  const { spoken, discreet } = wordingOf(alert, record, to, at, false);
  return channel === 'desk' || (homeChannels.includes(channel) && channel !== 'announcement') ? spoken : discreet;
}
