export * from './calendar-event.ts';
export * from './calendar-events.ts';
export * from './revisions.ts';
