export * from './leave-word.ts';
export * from './message.ts';
export * from './messages-for-person.ts';
