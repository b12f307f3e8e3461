import { nextStep, takeStep, type Alert, type Situation } from '../../models/alert/index.ts';
import { leaseMs } from './engine-parts.ts';

/** With the outcomes written, what comes next: to wait, to end, or (when all failed) to be looked at again at once. */
export function moveOn(alert: Alert, situation: Situation): Alert {
  const now = situation.now;
  const step = nextStep(alert, situation);
  if (step.do === 'tell') return { ...alert, nextAt: now };
  return takeStep(alert, step, now, { leaseMs, ladder: situation.rule.ladder });
}
