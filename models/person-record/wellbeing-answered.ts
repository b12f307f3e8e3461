import { newAlert } from '../alert/index.ts';
import { answersIn, instruments, isWorthRinging, type WellbeingAnswers } from '../outcome/index.ts';
import type { PersonRecord, RecordChange } from './person-record.ts';

/** What is kept of somebody's own answers, and of an answer that worries the asking that somebody rings; the number goes nowhere with it. */
export function wellbeingAnswered({ councilId, personId }: Pick<PersonRecord, 'councilId' | 'personId'>, answered: Omit<WellbeingAnswers, 'version'>, by: string): Required<Pick<RecordChange, 'wellbeing' | 'alerts' | 'audit'>> {
  const wellbeing: WellbeingAnswers = { ...answered, answers: answersIn(answered.instrument, answered.answers), version: instruments[answered.instrument].version };
  const { id: name, at } = wellbeing;
  const alerts = isWorthRinging(wellbeing) ? [{ after: newAlert({ councilId, personId, kind: 'ring-wanted', occursAt: at, name, plannedFor: at }) }] : [];
  return { wellbeing, alerts, audit: [{ action: 'wellbeing-answered', by, about: wellbeing.instrument }] };
}
