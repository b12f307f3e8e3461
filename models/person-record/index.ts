export * from './after-request.ts';
export * from './person-record.ts';
export * from './worth-bringing-up.ts';
