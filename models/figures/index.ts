export * from './counts.ts';
export * from './council-weeks.ts';
export * from './day-counted.ts';
export * from './person-week.ts';
export * from './outside.ts';
export * from './kept-apart.ts';
