export { demonstrationServicesPath } from './demonstration-services.ts';
export { getJson } from './get-json.ts';
export { syncNightly } from './nightly.ts';
export { readDirectoryFiles } from './read-directory-files.ts';
export { readOpenReferral, type ReadDirectory } from './read-open-referral.ts';
export { reportLines } from './import-report.ts';
export { seedServices } from './seed-services.ts';
export { syncServices } from './sync-services.ts';
