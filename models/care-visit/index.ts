export * from './care-visit.ts';
