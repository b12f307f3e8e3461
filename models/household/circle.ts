import type { Instant } from '../shared/index.ts';

/** What can be known or done: who is coming, the budget, asking for services, messages, and alarms raised. */
export const topics = ['visits', 'money', 'requests', 'messages', 'alerts'] as const;
export type Topic = (typeof topics)[number];

/** Somebody around the person: family, a neighbour, the agency's office, the council. */
export interface CircleMember {
  readonly id: string;
  readonly name: string;
  /** In the person's words: "daughter", "neighbour", "agency office". */
  readonly relationship: string;
  readonly kind: 'family' | 'friend' | 'agency' | 'council';
  readonly mayKnow: readonly Topic[];
  readonly mayAct: readonly Topic[];
  readonly phone?: string;
  readonly email?: string;
  readonly stoppedAt?: Instant;
}
