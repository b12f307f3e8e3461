// npm run synth [-- --stage pilot] [--out folder] [--origin-version id]: the functions bundled, and what AWS is asked to make, written down. Needs no network and no account.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { bundleFunctions, functionsFolder } from './bundle-functions.ts';

const root = resolve(import.meta.dirname, '..');
const { values: options } = parseArgs({ options: { stage: { type: 'string', default: 'example' }, out: { type: 'string', default: join(root, 'dist/cdk') }, 'origin-version': { type: 'string' } } });

for (const { name, bytes } of await bundleFunctions(functionsFolder)) console.log(`${name}: ${Math.round(bytes / 1024)} KB`);
const { status } = spawnSync(process.execPath, [
  join(root, 'node_modules/aws-cdk/bin/cdk'), 'synth', '--quiet', '--strict', '--no-notices', '--no-version-reporting', '--output', resolve(options.out),
  '--app', `"${process.execPath}" infra/app.ts --stage ${options.stage}${options['origin-version'] === undefined ? '' : ` --origin-version ${options['origin-version']}`}`,
], { cwd: root, stdio: 'inherit', env: { ...process.env, CDK_DISABLE_CLI_TELEMETRY: 'true', CDK_DISABLE_VERSION_CHECK: 'true', AWS_EC2_METADATA_DISABLED: 'true' } });
process.exitCode = status ?? 1;
