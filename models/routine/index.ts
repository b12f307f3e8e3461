export * from './keep-reminders.ts';
export { firstHeardOn, isSameTime, planReminders } from './plan-reminders.ts';
export * from './reconcile.ts';
export * from './reminder-books.ts';
export * from './reminder.ts';
export * from './bank-holidays.ts';
export * from './check-routine.ts';
export * from './routine.ts';
export * from './routine-occurrences.ts';
