export { demonstrationServicesPath } from './demonstration-services.ts';
export { readDirectoryFiles } from './read-directory-files.ts';
export { readOpenReferral, type ReadDirectory } from './read-open-referral.ts';
export { reportLines } from './import-report.ts';
export { seedServices } from './seed-services.ts';
