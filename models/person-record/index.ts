export * from './after-request.ts';
export * from './ask-in-record.ts';
export * from './keep-for.ts';
export * from './person-record.ts';
export * from './wellbeing-answered.ts';
export * from './worth-bringing-up.ts';
