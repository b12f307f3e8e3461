import { alertKinds, type AlertKind } from './kinds.ts';
import type { RuleInForce } from './alert-rule.ts';
import type { Ladder, QuietHours } from './ladder.ts';

/** What is followed where staff have set nothing. Nobody is reminded of visits who did not ask for it. */
export function usualRule(kind: AlertKind): RuleInForce {
  return { isOn: kind !== 'visit-reminder', threshold: thresholds[kind] ?? 0, ladder: ladderOf(kind), quietHours: usualQuietHours, interruptionsADay: 6 };
}

const usualQuietHours: QuietHours = { from: '21:00', to: '07:30' } as QuietHours;

/** Minutes late or unheard of; minutes before a visit; whole pounds; minutes without a sign of life. */
const thresholds: Partial<Record<AlertKind, number>> = { 'visit-reminder': 15, 'visit-late': 15, 'visit-not-heard-of': 15, 'budget-low': 50, 'device-silent': 15 };

/** The council's default: again at 5 minutes, another channel at 15, the first contact at 30, then the staffed desk, until it closes. */
const askedUntilAnswered: Ladder = {
  rungs: [
    { afterMinutes: 0, to: ['person'], by: 'usual' },
    { afterMinutes: 5, to: ['person'], by: 'usual' },
    { afterMinutes: 15, to: ['person'], by: 'another' },
    { afterMinutes: 30, to: ['first-contact'], by: 'usual' },
    { afterMinutes: 45, to: ['desk'], by: 'usual' },
  ],
  repeat: { everyMinutes: 15, rungs: 1 },
};
const toldOnce: Ladder = { rungs: [{ afterMinutes: 0, to: ['person'], by: 'usual' }, { afterMinutes: 5, to: ['person'], by: 'another' }] };
/** The backup plan: its people one after another, and the desk. */
const contactAfterContact: Ladder = {
  rungs: [
    { afterMinutes: 0, to: ['contacts'], by: 'usual' },
    { afterMinutes: 10, to: ['contacts'], by: 'usual' },
    { afterMinutes: 20, to: ['desk'], by: 'usual' },
    { afterMinutes: 30, to: ['contacts'], by: 'another' },
  ],
  repeat: { everyMinutes: 10, rungs: 2 },
};
const everybodyAtOnce: Ladder = { rungs: [{ afterMinutes: 0, to: ['all-contacts', 'desk'], by: 'usual' }, { afterMinutes: 3, to: ['all-contacts', 'desk'], by: 'another' }], repeat: { everyMinutes: 5, rungs: 1 } };
/** The circle is told by the backup plan, at its own time. */
const personThenDesk: Ladder = {
  rungs: [{ afterMinutes: 0, to: ['person'], by: 'usual' }, { afterMinutes: 10, to: ['person'], by: 'another' }, { afterMinutes: 20, to: ['desk'], by: 'usual' }],
  repeat: { everyMinutes: 15, rungs: 1 },
};
const deskUntilAnswered: Ladder = { rungs: [{ afterMinutes: 0, to: ['desk'], by: 'usual' }], repeat: { everyMinutes: 60, rungs: 1 } };
const wordLeft: Ladder = { rungs: [{ afterMinutes: 0, to: ['first-contact'], by: 'usual' }, { afterMinutes: 60, to: ['first-contact'], by: 'another' }, { afterMinutes: 240, to: ['desk'], by: 'usual' }], repeat: { everyMinutes: 240, rungs: 1 } };

/** Everybody who might take it, once. */
const circleOnce: Ladder = { rungs: [{ afterMinutes: 0, to: ['all-contacts'], by: 'usual' }] };

function ladderOf(kind: AlertKind): Ladder {
  switch (kind) {
    case 'help-wanted': return everybodyAtOnce;
    case 'visit-not-heard-of': return personThenDesk;
    case 'backup-plan-started':
    case 'check-in-unanswered': return contactAfterContact;
    case 'word-for-somebody': return wordLeft;
    case 'job-not-taken': return circleOnce;
    case 'routine-consent': return toldOnce;
    default: return alertKinds[kind].for === 'desk' ? deskUntilAnswered : alertKinds[kind].needsAnswer ? askedUntilAnswered : toldOnce;
  }
}
