// npm run deploy -- --stage pilot: looks whether everything is there, and only then makes or changes the service on AWS. --check only looks.
import { spawnSync } from 'node:child_process';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { homeRegion, readStage, type Stage } from '../infra/stage.ts';
import { askAws } from './deploy/ask-aws.ts';
import { missingFor } from './deploy/preflight.ts';
import { originVersion } from './deploy/origin-version.ts';

const root = resolve(import.meta.dirname, '..');
const { values: { stage: name, check } } = parseArgs({ options: { stage: { type: 'string', default: 'pilot' }, check: { type: 'boolean', default: false } } });

const read = readStage(name);
const missing = 'faults' in read ? read.faults : await missingFor(read.stage, askAws);
if ('faults' in read || missing.length > 0) {
  console.error(`Nothing has been made. ${missing.length === 1 ? 'One thing is' : `${missing.length} things are`} missing:\n${missing.map((line) => `- ${line}`).join('\n')}`);
  process.exitCode = 1;
} else if (check) console.log(`Everything is there for ${name}.`);
else process.exitCode = deploy(read.stage, await originVersion(read.stage, askAws));

function deploy({ domain, bus }: Stage, version: string | undefined): number {
  const run = (file: string, args: readonly string[]) => spawnSync(process.execPath, [join(root, file), ...args], { cwd: root, stdio: 'inherit' }).status ?? 1;
  const synthed = run('scripts/synth.ts', ['--stage', name, ...(version === undefined ? [] : ['--origin-version', version])]);
  if (synthed !== 0) return synthed;
  const outputs = join(root, 'dist/cdk-outputs.json');
  const deployed = run('node_modules/aws-cdk/bin/cdk', ['deploy', '--all', '--app', join(root, 'dist/cdk'), '--require-approval', 'broadening', '--no-notices', '--outputs-file', outputs]);
  if (deployed !== 0) return deployed;
  const broughtUp = run('scripts/bring-up-to-date.ts', ['--stage', name]);
  console.log([
    '', `The service is made. What is left, once (the names are in ${outputs}):`, `- In the DNS of ${domain}: a CNAME to FrontName.`,
    ...(bus === undefined ? [] : [`- In the DNS of ${bus.domain}: a CNAME to what \`aws iot describe-endpoint --endpoint-type iot:Data-ATS --region ${homeRegion}\` says.`]), '- Confirm the e-mails that ask whether alarms may be sent.',
    `- npm run skill:package -- --for-deploy --endpoint SKILLENDPOINT --site https://${domain}, then \`ask deploy\` in dist/skill-package.`, '- Ask a speaker who is coming today, and look at the dashboard.',
  ].join('\n'));
  return broughtUp;
}
