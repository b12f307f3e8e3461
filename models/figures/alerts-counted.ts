import { alertKinds, type Alert } from '../alert/index.ts';
import type { Household } from '../household/index.ts';
import { addCounts, tally, type Answerer, type CountName, type Counts } from './counts.ts';

const minuteMs = 60_000;

/** Alerts that needed an answer, once somebody was told: who answered, as what they are to the person, and how soon. The rest are left out. */
export function alertsCounted(alerts: readonly Alert[], { circle }: Pick<Household, 'circle'>): Counts {
  return addCounts(alerts.filter(({ kind, firstToldAt }) => alertKinds[kind].needsAnswer && firstToldAt !== undefined).map((alert) => tally(namesOf(alert, circle))));
}

function namesOf({ kind, answer, firstToldAt = 0 as Alert['plannedFor'] }: Alert, circle: Household['circle']): readonly CountName[] {
  const told: readonly CountName[] = ['alerts.told', `alerts.told.${kind}`];
  if (answer === undefined) return [...told, 'alerts.by.nobody'];
  const { by } = answer;
  const answerer: Answerer = by.kind === 'member' ? circle.find(({ id }) => id === by.memberId)?.kind ?? 'friend' : by.kind;
  return [...told, `alerts.answered.${kind}`, `alerts.by.${answerer}`, `alerts.within.${within(answer.at - firstToldAt)}`];
}

function within(waitedMs: number): '5' | '15' | '60' | '240' | 'more' {
  return (['5', '15', '60', '240'] as const).find((minutes) => waitedMs <= Number(minutes) * minuteMs) ?? 'more';
}
