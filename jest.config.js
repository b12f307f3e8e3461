import { existsSync } from 'node:fs';
import { join } from 'node:path';

const shared = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.js' },
};
const hasDynamodbEngine = process.env.TEST_DYNAMODB_ENDPOINT !== undefined || existsSync(join(import.meta.dirname, 'node_modules/@dynoxide/linux-x64/dynoxide'));
if (!hasDynamodbEngine) console.warn('SKIPPED: the conversations on DynamoDB’s engine, which is not on this machine (optional package @dynoxide/linux-x64).');

export default {
  testTimeout: 30_000,
  maxWorkers: 2,
  reporters: ['default', '<rootDir>/test/support/hazard-reporter.ts'],
  projects: [
    { ...shared, displayName: 'sqlite', testMatch: ['<rootDir>/test/**/*.test.ts'] },
    // The same conversations once more, on DynamoDB's engine; but for those that ask every question everything, whatever keeps the record.
    ...(hasDynamodbEngine ? [{ ...shared, displayName: 'dynamodb', testMatch: ['<rootDir>/test/conversations/*.test.ts'], testPathIgnorePatterns: ['in-every-dialogue', 'clear-yes'], setupFiles: ['<rootDir>/test/support/on-dynamodb.js'] }] : []),
  ],
};
