export * from './calendar.ts';
export * from './clock.ts';
export * from './ids.ts';
export * from './money.ts';
