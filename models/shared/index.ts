export * from './calendar.ts';
export { addDays, daysBetween, isLocalDate, mondayOf, weekdayOf } from './civil-day.ts';
export * from './clock.ts';
export * from './ids.ts';
export * from './local-time.ts';
export * from './money.ts';
export * from './wall-clock.ts';
