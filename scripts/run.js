// Runs one of our scripts, installing first what is missing: node scripts/run.js scripts/talk.ts …
import { ensureInstalled, runUnderOurNode } from './ensure-installed.js';

ensureInstalled();
const [script = '', ...args] = process.argv.slice(2);
runUnderOurNode(script, args);
