import { topics, type CircleMember, type Topic } from './circle.ts';
import type { Household } from './household.ts';

/** Whether somebody may be told about a topic: only what the person allowed, and nothing once they were stopped. */
export function mayKnow(member: CircleMember, topic: Topic): boolean {
  return member.stoppedAt === undefined && member.mayKnow.includes(topic);
}

/** For each topic, the names of those who may be told, in the circle's order. The council's part in money is not in the circle. */
export function whoKnows(household: Household): Readonly<Record<Topic, readonly string[]>> {
  const names = (topic: Topic) => household.circle.filter((member) => mayKnow(member, topic)).map((member) => member.name);
  return Object.fromEntries(topics.map((topic) => [topic, names(topic)])) as Record<Topic, string[]>;
}
