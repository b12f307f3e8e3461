import type { AlertRule } from './alert-rule.ts';
import { alertKinds } from './kinds.ts';
import type { Situation } from './situation.ts';
import { whomToTell } from './whom-to-tell.ts';

export type RuleFault = 'reaches-nobody' | 'ends-in-silence' | 'not-in-order' | 'may-not-be-off' | 'may-not-be-quiet' | 'bad-threshold' | 'too-many-interruptions' | 'too-many-steps' | 'too-long';

const longestWording = 160;
const mostMinutes = 24 * 60;
const mostInterruptions = 50;
const mostRungs = 12;

/**
 * Why a rule cannot be kept. A step of its ladder that reaches nobody, or a ladder that stops before a human has answered, is
 * refused; what is urgent can be neither switched off nor made to wait for the morning. `reached`: whom the person's own ways would
 * reach; absent for a rule that holds for many, where the person and the desk are taken to be there.
 */
export function faultsOfRule({ kind, isOn, threshold, timeCriticalThreshold, ladder, quietHours, interruptionsADay, wording }: Omit<AlertRule, 'id' | 'councilId'>, reached?: Pick<Situation, 'reach' | 'contacts' | 'desk'>): readonly RuleFault[] {
  const { urgency, needsAnswer } = alertKinds[kind];
  const faults: RuleFault[] = [];
  if (urgency === 'urgent' && isOn === false) faults.push('may-not-be-off');
  if (urgency === 'urgent' && quietHours !== undefined && quietHours !== null) faults.push('may-not-be-quiet');
  if ([threshold, timeCriticalThreshold].some((each) => each !== undefined && (each < 0 || each > mostMinutes))) faults.push('bad-threshold');
  if (interruptionsADay !== undefined && (!Number.isInteger(interruptionsADay) || interruptionsADay < 0 || interruptionsADay > mostInterruptions)) faults.push('too-many-interruptions');
  if (wording !== undefined && wording.length > longestWording) faults.push('too-long');
  if (ladder === undefined) return faults;
  const { rungs, repeat } = ladder;
  if (rungs.length > mostRungs) faults.push('too-many-steps');
  if (rungs.length === 0 || rungs[0]?.afterMinutes !== 0 || rungs.some(({ afterMinutes }, place) => place > 0 && afterMinutes <= (rungs[place - 1]?.afterMinutes ?? 0))) faults.push('not-in-order');
  if (rungs.some((rung) => rung.to.length === 0 || (Array.isArray(rung.by) && rung.by.length === 0) || (reached !== undefined && whomToTell(rung, { attempts: [], urgency, facts: {} }, 0, reached).length === 0))) faults.push('reaches-nobody');
  const isHeardInTheEnd = repeat !== undefined && repeat.rungs >= 1 && repeat.rungs <= rungs.length && repeat.everyMinutes >= 1 && rungs.slice(-repeat.rungs).some(({ to }) => to.includes('desk'));
  if (needsAnswer && !isHeardInTheEnd) faults.push('ends-in-silence');
  return faults;
}

/** What to do about each, for whoever sets the rule. */
export const howToMendRule: Readonly<Record<RuleFault, string>> = {
  'reaches-nobody': 'A step of the ladder reaches nobody. Give it somebody, by a way that they have.',
  'ends-in-silence': 'The ladder stops before anybody has answered. Let its last steps come round again, and let one of them be the desk.',
  'not-in-order': 'The steps begin at 0 minutes and each comes later than the one before.',
  'may-not-be-off': 'What is urgent cannot be switched off.', 'may-not-be-quiet': 'What is urgent does not wait for the morning.',
  'bad-threshold': 'That many is out of reach: 0 to 1,440.', 'too-many-interruptions': 'Enter a number of interruptions a day from 0 to 50.', 'too-many-steps': 'A ladder has 12 steps at most.', 'too-long': 'The words are too long to be heard at once: 160 letters at most.',
};
