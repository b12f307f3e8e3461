import { alertKinds, type AlertKind } from '../../models/alert/index.ts';

/** Every kind of alert, as staff read it. */
export const kindText: Readonly<Record<AlertKind, string>> = {
  'visit-reminder': 'A visit soon', 'visit-changed': 'A visit moved', 'visit-cancelled': 'A visit cancelled', 'on-the-way': 'On the way', 'visit-late': 'A visit late', 'visit-not-heard-of': 'A visit not heard of', 'backup-plan-started': 'Backup plan begun', 'budget-low': 'Budget low',
  'money-may-be-taken-back': 'Money may go back', 'request-decided': 'A request decided', 'message-from-circle': 'A message', 'word-for-somebody': 'Word for somebody', 'job-not-taken': 'A job nobody has taken', 'routine-prompt': 'A routine', 'routine-consent': 'Asking for a yes', 'check-in': 'A check-in', 'check-in-unanswered': 'A check-in not answered',
  'help-wanted': 'Help wanted', 'device-silent': 'A device silent', 'import-stale': 'No news from a provider', 'ring-wanted': 'Somebody to ring', 'many-visits-changed': 'Many visits changed', 'something-is-stuck': 'Something is stuck',
};

export const alertKindList = Object.keys(alertKinds) as readonly AlertKind[];
