import { mayKnow, type Household } from '../household/index.ts';
import type { Routine, RoutineBook } from './routine.ts';

export type RoutineRefusal = 'nobody-told' | 'not-in-circle' | 'may-not-be-told' | 'medical-advice' | 'too-many' | 'in-the-quiet-hours' | 'too-long' | 'no-day' | 'not-a-question' | 'bad-lead';

const mostADay = 8;
const longestWords = 120;
const quiet = { from: '21:00', to: '07:00' } as const;

/** Why a routine may not be set, in the order a carer would mend them; none when it may. */
export function faultsOf({ does, days, alsoOn, at }: Routine, { routines }: RoutineBook, { circle }: Pick<Household, 'circle'>): readonly RoutineRefusal[] {
  const faults: RoutineRefusal[] = [];
  const words = does.kind === 'say' || does.kind === 'question' ? does.words : '';
  if (does.kind !== 'before-visits' && days.length === 0 && alsoOn.length === 0) faults.push('no-day');
  if (does.kind === 'before-visits' && (does.leadMinutes < 5 || does.leadMinutes > 180)) faults.push('bad-lead');
  if (words.length > longestWords) faults.push('too-long');
  if (doses.test(words)) faults.push('medical-advice');
  if (does.kind === 'question') faults.push(...faultsOfQuestion(does, circle));
  if (does.kind !== 'before-visits' && (at >= quiet.from || at < quiet.to)) faults.push('in-the-quiet-hours');
  if (Math.max(...days.map((day) => routines.filter((each) => each.days.includes(day)).length), 0) >= mostADay) faults.push('too-many');
  return faults;
}

/** It asks; it never says what to take, nor how much. */
const doses = /\b(?:take|have|swallow|inject|double|skip|stop taking)\s+(?:your\s+|the\s+)?(?:\d+|one|two|three|four|half|a|another|an extra)\b|\b\d+\s?(?:mg|ml|milligrams?|units?|tablets?|pills?|puffs?)\b|^(?:take|swallow|inject|have (?:your|the|a))\b/i;

function faultsOfQuestion({ words, tell, isMedicine }: Extract<Routine['does'], { kind: 'question' }>, circle: Household['circle']): readonly RoutineRefusal[] {
  const member = circle.find(({ id }) => id === tell);
  return [
    ...(words.trim().endsWith('?') ? [] : ['not-a-question' as const]),
    // Somebody has to hear of it when a question about medicines goes unanswered.
    ...(isMedicine && tell === undefined ? ['nobody-told' as const] : []),
    ...(tell !== undefined && member === undefined ? ['not-in-circle' as const] : []),
    ...(member !== undefined && !mayKnow(member, 'alerts') && !mayKnow(member, 'visits') ? ['may-not-be-told' as const] : []),
  ];
}

/** What to do about each, for whoever sets the routine. */
export const howToMendRoutine: Readonly<Record<RoutineRefusal, string>> = {
  'nobody-told': 'When a question about medicines is not answered somebody must hear of it: choose who.', 'not-in-circle': 'Whoever is to be told is not in the person’s circle.',
  'may-not-be-told': 'The person has not agreed that this one may know of their visits or alarms.', 'medical-advice': 'It may ask, but never say what to take or how much.',
  'too-many': 'Eight a day is as much as anybody can bear.', 'in-the-quiet-hours': 'Between nine at night and seven in the morning nothing is said that can wait.', 'too-long': 'The words are too long to be heard at once: 120 letters at most.',
  'no-day': 'Give it a day of the week, or a date.', 'not-a-question': 'A question ends with a question mark.', 'bad-lead': 'Between five minutes and three hours before a visit.',
};
