export * from './circle.ts';
export * from './household.ts';
export * from './speech-passport.ts';
export * from './speaker-links.ts';
