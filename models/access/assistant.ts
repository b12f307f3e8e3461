import type { Household } from '../household/index.ts';
import type { Instant, PersonId } from '../shared/index.ts';
import type { Action } from './access-table.ts';
import type { Identity } from './identity.ts';
import { mayDo, type Subject } from './may-do.ts';

/** What an assistant may be let do for whoever made its key. `talk`: to be spoken to as the person themselves. */
export const assistantDeeds = ['visits', 'money', 'services', 'ask', 'alerts', 'answer', 'talk'] as const;
export type AssistantDeed = (typeof assistantDeeds)[number];

/** A key for an assistant of somebody's own (Alexa+, another voice, a program): about one person, for whoever made it. */
export interface AssistantKey {
  readonly id: string;
  readonly identity: Identity;
  readonly personId: PersonId;
  /** "My tablet". */
  readonly name: string;
  readonly may: readonly AssistantDeed[];
  readonly madeAt: Instant;
  /** Of staff, whose roles are only proved when they sign in. */
  readonly endsAt?: Instant;
  /** To the hour. */
  readonly usedAt?: Instant;
}

const actionFor: Readonly<Record<AssistantDeed, Action>> = {
  visits: 'see-visits', money: 'see-money', services: 'see-services', ask: 'ask-for-service', alerts: 'see-person', answer: 'answer-alerts', talk: 'see-person',
};

/** What of it somebody could let an assistant do now: what they may do themselves. Only the person is spoken with as themselves. */
export function deedsOpenTo(identity: Identity, subject: Subject): readonly AssistantDeed[] {
  return assistantDeeds.filter((deed) => mayDo(identity, actionFor[deed], subject) && (deed !== 'talk' || identity.kind === 'person'));
}

/** What an assistant may do at this moment: what it was let, as far as whoever made its key may still do it. Nothing once the person has left. */
export function deedsOf({ identity, may, endsAt }: AssistantKey, household: Household, now: Instant): readonly AssistantDeed[] {
  if (household.left !== undefined || (endsAt !== undefined && endsAt <= now)) return [];
  return deedsOpenTo(identity, { councilId: household.councilId, household }).filter((deed) => may.includes(deed));
}
