/** Urgent passes quiet hours and budgets, and is never grouped or muted. Passing: worth nothing once its moment is over. */
export type Urgency = 'urgent' | 'ordinary' | 'passing';

/** What people are told of, and what follows from the kind alone. */
export const alertKinds = {
  'visit-reminder': { urgency: 'passing', needsAnswer: false, topic: 'visits', for: 'person' },
  'visit-changed': { urgency: 'ordinary', needsAnswer: true, topic: 'visits', for: 'person' },
  'visit-cancelled': { urgency: 'ordinary', needsAnswer: true, topic: 'visits', for: 'person' },
  'on-the-way': { urgency: 'passing', needsAnswer: false, topic: 'visits', for: 'person' },
  'visit-late': { urgency: 'ordinary', needsAnswer: true, topic: 'visits', for: 'person' },
  'visit-not-heard-of': { urgency: 'urgent', needsAnswer: true, topic: 'visits', for: 'person' },
  'backup-plan-started': { urgency: 'urgent', needsAnswer: true, topic: 'visits', for: 'circle' },
  'budget-low': { urgency: 'ordinary', needsAnswer: false, topic: 'money', for: 'person' },
  'money-may-be-taken-back': { urgency: 'ordinary', needsAnswer: false, topic: 'money', for: 'person' },
  'request-decided': { urgency: 'ordinary', needsAnswer: false, topic: 'requests', for: 'person' },
  'message-from-circle': { urgency: 'ordinary', needsAnswer: false, topic: 'messages', for: 'person' },
  'word-for-somebody': { urgency: 'ordinary', needsAnswer: true, topic: 'messages', for: 'circle' },
  'job-not-taken': { urgency: 'ordinary', needsAnswer: false, topic: 'visits', for: 'circle' },
  'routine-prompt': { urgency: 'passing', needsAnswer: false, topic: 'visits', for: 'person' },
  'routine-consent': { urgency: 'ordinary', needsAnswer: true, topic: 'alerts', for: 'person' },
  'check-in': { urgency: 'ordinary', needsAnswer: true, topic: 'alerts', for: 'person' },
  'check-in-unanswered': { urgency: 'urgent', needsAnswer: true, topic: 'alerts', for: 'circle' },
  'help-wanted': { urgency: 'urgent', needsAnswer: true, topic: 'alerts', for: 'everybody' },
  'device-silent': { urgency: 'ordinary', needsAnswer: true, topic: 'alerts', for: 'desk' },
  'import-stale': { urgency: 'ordinary', needsAnswer: true, topic: 'alerts', for: 'desk' },
  'ring-wanted': { urgency: 'ordinary', needsAnswer: true, topic: 'alerts', for: 'desk' },
  'many-visits-changed': { urgency: 'ordinary', needsAnswer: true, topic: 'visits', for: 'desk' },
  'something-is-stuck': { urgency: 'urgent', needsAnswer: true, topic: 'alerts', for: 'desk' },
} as const satisfies Record<string, { readonly urgency: Urgency; readonly needsAnswer: boolean; readonly topic: string; readonly for: 'person' | 'circle' | 'everybody' | 'desk' }>;

export type AlertKind = keyof typeof alertKinds;
