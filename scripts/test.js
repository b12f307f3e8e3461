// npm test: installs what is missing, then every check and every test. The checks run side by side; all faults are shown.
import { spawn } from 'node:child_process';
import { ensureInstalled, root, withOurNode } from './ensure-installed.js';

ensureInstalled();

const onlyChecks = process.argv.includes('--only-checks');
const checks = ['lint', 'types', 'deps', 'unused', 'intents', 'styles:check', 'assurance'];

const failed = [];
for (let from = 0; from < checks.length; from += 2) {
  const results = await Promise.all(checks.slice(from, from + 2).map((name) => run(name)));
  for (const { name, status, output } of results) {
    console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name}`);
    if (status !== 0) {
      failed.push(name);
      console.log(output.trim());
    }
  }
}
if (failed.length > 0) console.error(`\nThese checks failed: ${failed.join(', ')}.`);
if (onlyChecks) process.exit(failed.length > 0 ? 1 : 0);

const jest = await new Promise((resolve) => {
  const child = spawn('npm', ['run', '-s', 'jest', '--', ...process.argv.slice(2)], { cwd: root, stdio: 'inherit', env: withOurNode() });
  child.on('close', (status) => resolve(status ?? 1));
});
process.exit(failed.length > 0 ? 1 : jest);

function run(name) {
  return new Promise((resolve) => {
    const child = spawn('npm', ['run', '-s', name], { cwd: root, env: withOurNode() });
    let output = '';
    child.stdout.on('data', (data) => { output += data; });
    child.stderr.on('data', (data) => { output += data; });
    child.on('close', (status) => resolve({ name, status: status ?? 1, output }));
  });
}
