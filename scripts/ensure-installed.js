// Plain JavaScript with nothing but Node: it runs before anything is installed, on whatever Node the machine has.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = join(root, 'node_modules', '.bin');
const node = join(bin, process.platform === 'win32' ? 'node.cmd' : 'node');

/** Installs exactly what the lockfile names, when that has not been done or the lockfile has changed since. */
export function ensureInstalled() {
  const done = join(root, 'node_modules', '.package-lock.json');
  const isFresh = existsSync(done) && existsSync(node) && statSync(done).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs;
  if (isFresh) return;
  console.log('Installing what is missing. This takes a minute or two, the first time only.');
  const { status } = spawnSync('npm', ['ci', '--no-fund', '--no-audit'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'], shell: process.platform === 'win32' });
  if (status !== 0) {
    console.error('My Care could not be installed: npm ci failed (see above). Check the network and the space on the disk, and try again.');
    process.exit(1);
  }
}

/** The environment in which our own Node 24 comes first. */
export const withOurNode = () => ({ ...process.env, PATH: `${bin}${delimiter}${process.env.PATH ?? ''}` });

/** Runs a script of ours under our own Node, and ends as it ends. */
export function runUnderOurNode(script, args = process.argv.slice(2)) {
  const { status, signal } = spawnSync(node, ['--disable-warning=ExperimentalWarning', join(root, script), ...args], { cwd: root, stdio: 'inherit', env: withOurNode() });
  process.exit(signal === null ? (status ?? 1) : 1);
}
