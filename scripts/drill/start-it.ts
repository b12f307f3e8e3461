import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const giveUpAfterMs = 60_000;

/**
 * Starts the real server on a copy, asks it for a page and for the store, and stops it. It is given no key to anything: a rehearsal must not text anybody.
 * Throws with what it said when it does not start.
 */
export async function startIt(store: Readonly<Record<string, string>>): Promise<void> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(import.meta.dirname, '../../lambda/local.ts')], {
    env: {
      ...store, PATH: process.env['PATH'], PORT: '0', MY_CARE_ENV: 'production', SKILL_ID: 'amzn1.ask.skill.rehearsal', COUNCIL_ID: 'rehearsal', COUNCIL_NAME: 'Rehearsal', HELP_PHONE: '020 7946 0001',
      AWS_ACCESS_KEY_ID: process.env['AWS_ACCESS_KEY_ID'] ?? 'local', AWS_SECRET_ACCESS_KEY: process.env['AWS_SECRET_ACCESS_KEY'] ?? 'local',
    }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const address = new Promise<string>((resolve, reject) => {
    const hear = (data: Buffer) => {
      said += data.toString();
      const found = /Start page:\s+(http:\S+)\//.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', () => { reject(new Error(`The server did not start: ${said.trim()}`)); });
    setTimeout(() => { reject(new Error('The server did not start in a minute')); }, giveUpAfterMs).unref();
  });
  const gone = once(child, 'exit');
  try {
    const at = await address;
    for (const path of ['/health', '/api/readyz']) {
      const { status } = await fetch(`${at}${path}`, { signal: AbortSignal.timeout(giveUpAfterMs) });
      if (status !== 200) throw new Error(`The server answers ${path} with ${String(status)}`);
    }
  } finally {
    child.kill('SIGTERM');
    await gone;
  }
}
