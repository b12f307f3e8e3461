import type { SpeakerReminders } from '../../skill/reminder/speaker-reminders.ts';

/** A talk with no speaker of ours behind it has no reminders; those of the person's own speaker are neither read nor touched from there. */
export const noReminders: SpeakerReminders = {
  rings: false,
  set: () => Promise.resolve({ kind: 'cannot' }),
  list: () => Promise.resolve({ kind: 'no-answer' }),
  change: () => Promise.resolve({ kind: 'not-changed' }),
  stop: () => Promise.resolve('not-stopped'),
};
