// Writes the skill package that `ask deploy` takes, into dist/skill-package.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import otherEnglishes from '../models/other-english.json' with { type: 'json' };
import { addressFaults, type Addresses, type Manifest } from './skill-package/addresses.ts';
import { packageFiles, type Model } from './skill-package/package-files.ts';

const root = resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({
  options: { endpoint: { type: 'string' }, site: { type: 'string' }, out: { type: 'string' }, 'for-deploy': { type: 'boolean', default: false } },
});
const endpoint = options.endpoint ?? process.env['ALEXA_ENDPOINT'];
const site = options.site ?? process.env['ALEXA_SITE'];
const addresses: Addresses = { ...(endpoint && { endpoint }), ...(site && { site }) };

const faults = addressFaults(addresses, options['for-deploy']);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exitCode = 1;
} else {
  const out = resolve(options.out ?? join(root, 'dist/skill-package'));
  write(out);
  console.log(`The skill package is in ${out}`);
  const isReady = addresses.endpoint !== undefined && addresses.site !== undefined;
  console.log(isReady ? 'Ready: run `ask deploy` there.' : 'It has placeholder addresses: to deploy it, run again with --for-deploy, --endpoint and --site.');
}

/** Writes the package afresh, so that nothing of an older one stays behind. */
function write(out: string): void {
  const tasks = Object.fromEntries(readdirSync(join(root, 'skill/tasks')).filter((name) => name.endsWith('.json')).map((name) => [name, readJson(`skill/tasks/${name}`)]));
  const files = packageFiles({ manifest: readJson('skill/skill.json') as Manifest, model: readJson('models/en-GB.json') as Model, tasks, addresses, otherEnglishes });
  rmSync(join(out, 'skill-package'), { recursive: true, force: true });
  for (const [path, content] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(join(root, path), 'utf8'));
}
