import type { Instant } from '../shared/index.ts';
import type { CircleMember, Topic } from './circle.ts';
import type { Household } from './household.ts';
import { personNamed } from './person-named.ts';

export type StopTellingResult =
  /** `topics` are those they were told about until now. */
  | { readonly kind: 'stopped'; readonly household: Household; readonly member: CircleMember; readonly topics: readonly Topic[] }
  | { readonly kind: 'refused'; readonly reason: 'nobody-of-that-name' }
  | { readonly kind: 'refused'; readonly reason: 'not-told-anyway'; readonly member: CircleMember };

/** Stops telling somebody about one topic, or about anything; what they may no longer know they may no longer act on. */
export function stopTelling(household: Household, name: string, topic: Topic | undefined, now: Instant): StopTellingResult {
  const member = personNamed(household, name);
  if (member === undefined) return { kind: 'refused', reason: 'nobody-of-that-name' };
  const stopping = member.stoppedAt !== undefined ? [] : member.mayKnow.filter((each) => topic === undefined || each === topic);
  if (stopping.length === 0) return { kind: 'refused', reason: 'not-told-anyway', member };

  const after = without(member, stopping, now);
  const circle = household.circle.map((each) => (each.id === member.id ? after : each));
  return { kind: 'stopped', household: { ...household, circle }, member: after, topics: stopping };
}

function without(member: CircleMember, stopping: readonly Topic[], now: Instant): CircleMember {
  const mayKnow = member.mayKnow.filter((topic) => !stopping.includes(topic));
  const mayAct = member.mayAct.filter((topic) => mayKnow.includes(topic));
  return { ...member, mayKnow, mayAct, ...(mayKnow.length === 0 ? { stoppedAt: now } : {}) };
}
