import { alertKinds, emptyBoard, nobodyToReach, ruleInForce, type Alert, type OwnWishes, type Situation } from '../../models/alert/index.ts';
import { mayKnow, mayTakeJobs, saysNo } from '../../models/household/index.ts';
import type { Instant } from '../../models/shared/index.ts';
import type { PersonToTell } from '../store/alert-store.ts';
import type { CouncilToTell, EngineParts } from './engine-parts.ts';

/** Everything the next step of an alert depends on, as it is now. */
export function situationOf(alert: Alert, person: PersonToTell | undefined, council: CouncilToTell, knows: EngineParts['knows'], now: Instant): Situation {
  const { isTrue, notBefore } = knows.stillTrue(alert, person?.record, now);
  return {
    now, zone: person?.record.household.timeZone ?? council.zone, board: person?.record.alertBoard ?? emptyBoard, reach: person?.reach ?? nobodyToReach, desk: council.desk,
    contacts: person === undefined ? [] : contactsFor(alert, person), isStillTrue: isTrue, ...(notBefore !== undefined && { notBefore }),
    rule: ruleInForce(council.rules, {
      kind: alert.kind, ...(alert.personId !== undefined && { personId: alert.personId }), ...(person !== undefined && { providerId: person.record.visitBook.provider.id, own: ownWishes(person) }),
      isTimeCritical: alert.facts['isTimeCritical'] === true,
    }),
  };
}

function ownWishes({ record }: PersonToTell): OwnWishes {
  const { quietHours, interruptionsADay } = record.household.passport;
  return { interruptionsADay, ...(quietHours !== undefined && { quietHours }) };
}

/** Whom the ladder may climb to, in order: those named for this very alert, else the contacts set, else the backup plan's; only who may know of such things (of a job that waits: whoever may take it), or, where somebody may be in trouble, of the visits. Nobody, where the person wants none of them told, but what they send themselves. */
function contactsFor(alert: Alert, { record, reach }: PersonToTell): readonly string[] {
  if (alert.kind !== 'word-for-somebody' && saysNo(record.household, 'alerts-to-circle')) return [];
  const named = typeof alert.facts['toMember'] === 'string' ? [alert.facts['toMember']] : undefined;
  if (alert.kind === 'job-not-taken') return record.household.circle.filter((member) => mayTakeJobs(member)).map(({ id }) => id);
  const ids = named ?? reach.contacts ?? record.visitBook.backupPlan.tell;
  const { topic } = alertKinds[alert.kind];
  return ids.filter((id) => record.household.circle.some((member) => member.id === id && (mayKnow(member, topic) || mayKnow(member, 'alerts') || (alert.urgency === 'urgent' && mayKnow(member, 'visits')))));
}
