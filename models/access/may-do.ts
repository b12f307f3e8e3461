import { mayKnow, type CircleMember, type Household, type Topic } from '../household/index.ts';
import { daysBetween, type CouncilId, type LocalDate } from '../shared/index.ts';
import { accessTable, type AccessRule, type Action } from './access-table.ts';
import type { Identity, WorkerIdentity } from './identity.ts';

/** What it would be done to: the council's own affairs, or one person's record as it stands now, at one of its visits where that matters. */
export type Subject = { readonly councilId: CouncilId; readonly household?: Household; readonly visit?: VisitSeen };

/** Whose visit it is, on which day, and which day it is now. */
export interface VisitSeen { readonly providerId: string; readonly on: LocalDate; readonly today: LocalDate }

/**
 * Whether somebody may do something, by the table and by the record as it is at this moment: who was stopped a second ago may
 * nothing from then on. Nobody reaches over to another council.
 */
export function mayDo(identity: Identity, action: Action, { councilId, household, visit }: Subject): boolean {
  const rule: AccessRule = accessTable[action];
  if (identity.councilId !== councilId || (rule.about === 'person') !== (household !== undefined)) return false;
  if (household !== undefined && household.councilId !== councilId) return false;
  switch (identity.kind) {
    case 'staff': return identity.roles.some((role) => rule.staff?.includes(role) === true);
    case 'person': return rule.person === true && household?.personId === identity.personId && household.left === undefined;
    case 'worker': return rule.worker === true && (household === undefined || (household.left === undefined && isTheirs(identity, visit)));
    case 'carer': return household !== undefined && memberFor(identity, household).some((member) => circleMay(member, rule));
  }
}

const daysEitherSide = 1;

function isTheirs({ providerId }: WorkerIdentity, visit: VisitSeen | undefined): boolean {
  return visit?.providerId === providerId && Math.abs(daysBetween(visit.today, visit.on)) <= daysEitherSide;
}

const seeing = { visits: 'see-visits', money: 'see-money', requests: 'see-requests', messages: 'see-person', alerts: 'see-person' } as const satisfies Record<Topic, Action>;

/** Whether somebody may know what was told about a topic: by the table, and of family only who was let know of just that. */
export function maySeeTopic(identity: Identity, household: Household, topic: Topic): boolean {
  return mayDo(identity, seeing[topic], { councilId: household.councilId, household }) && (identity.kind !== 'carer' || memberFor(identity, household).some((member) => mayKnow(member, topic)));
}

/** Which places in a circle somebody has there now. */
export function memberFor(identity: Identity, household: Household): readonly CircleMember[] {
  if (identity.kind !== 'carer') return [];
  const ids = identity.circles.filter(({ personId }) => personId === household.personId).map(({ memberId }) => memberId);
  return household.circle.filter(({ id, stoppedAt }) => ids.includes(id) && stoppedAt === undefined);
}

function circleMay(member: CircleMember, { circle }: AccessRule): boolean {
  if (circle === undefined) return false;
  if (circle.topic === 'anything') return member.mayKnow.length > 0;
  return mayKnow(member, circle.topic) && (circle.may === 'know' || member.mayAct.includes(circle.topic));
}
