export * from './bring-goal.ts';
export * from './change-goals.ts';
export { goalFor } from './goal-for.ts';
export * from './instruments.ts';
export { isExcluded } from './is-excluded.ts';
export * from './outcome.ts';
export { recordFeedback } from './record-feedback.ts';
export * from './theme.ts';
export * from './wellbeing.ts';
