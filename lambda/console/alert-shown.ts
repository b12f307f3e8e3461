import { alertKinds, isOpen, type Alert, type Recipient } from '../../models/alert/index.ts';
import type { PersonRecord } from '../../models/person-record/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import { wordingOf } from '../../skill/alert/say-alert.ts';
import { whyWords } from '../../skill/alert/say-why.ts';
import type { AlertShown } from '../../web/console/alert-shown.ts';

/** An alert as the console shows it: what it says, what was tried, why, and who answered. Never a number or an address. */
export function alertShown(alert: Alert, record: PersonRecord | undefined, now: Instant): AlertShown {
  const { title, spoken } = wordingOf(alert, record, { kind: 'desk' }, now, false);
  const nameOf = (to: Recipient) => recipientText(to, record);
  return {
    id: alert.id, topic: alertKinds[alert.kind].topic, title, words: spoken, isUrgent: alert.urgency === 'urgent', isOpen: isOpen(alert), needsAnswer: alertKinds[alert.kind].needsAnswer, since: alert.firstToldAt ?? alert.plannedFor,
    ...(alert.personId !== undefined && { personId: alert.personId }),
    tried: alert.attempts.filter(({ to }) => to.kind !== 'desk').map(({ to, channel, state, startedAt }) => ({ at: startedAt, words: `${channelText[channel] ?? channel} to ${nameOf(to)}: ${stateText[state] ?? state}` })),
    why: alert.decisions.map(({ at, reason }) => ({ at, words: whyWords(reason) })),
    ...(alert.answer !== undefined && { answered: { by: nameOf(alert.answer.by), at: alert.answer.at } }),
  };
}

/** Whom it is for, by the name that the person has for them. */
export function recipientText(to: Recipient, record: PersonRecord | undefined): string {
  if (to.kind === 'desk') return 'the care desk';
  return to.kind === 'person' ? record?.household.name.preferred ?? 'the person' : record?.household.circle.find(({ id }) => id === to.memberId)?.name ?? 'somebody of the circle';
}

export const channelText: Readonly<Record<string, string>> = { text: 'Text', email: 'E-mail', push: 'Notification', board: 'Screen', 'home-assistant': 'Home Assistant', announcement: 'Announcement', chime: 'Chime', desk: 'Desk', webhook: 'The council’s system' };
const stateText: Readonly<Record<string, string>> = { sending: 'on its way', accepted: 'taken, nothing more is known', shown: 'shown', spoken: 'spoken', failed: 'did not get through', unknown: 'not certain' };
