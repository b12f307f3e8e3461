export * from './time-words.ts';
export * from './day-words.ts';
export * from './money-words.ts';
export * from './list-words.ts';
export { wordingOfTheDay } from './vary-by-day.ts';
