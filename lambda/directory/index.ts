export { demonstrationServicesPath } from './demonstration-services.ts';
export { readDirectoryFiles } from './read-directory-files.ts';
export { readOpenReferral, type ReadDirectory } from './read-open-referral.ts';
export { reportLines, type RecordReport } from './import-report.ts';
export { seedServices, type SeedResult, type SeedServices } from './seed-services.ts';
