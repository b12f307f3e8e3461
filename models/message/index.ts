export * from './brought-up.ts';
export * from './leave-word.ts';
export * from './message.ts';
export * from './messages-for-person.ts';
export * from './take-back.ts';
