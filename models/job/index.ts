export * from './change-job.ts';
export * from './job.ts';
export * from './jobs-of-day.ts';
export * from './offer-job.ts';
export * from './tidy-jobs.ts';
