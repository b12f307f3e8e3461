// Runs TypeScript in the tests exactly as Node runs it: by taking the types away.
import { createHash } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';

export default {
  process: (source) => ({ code: stripTypeScriptTypes(source) }),
  getCacheKey: (source, path) => createHash('sha256').update(path).update(source).update(process.version).digest('hex'),
};
