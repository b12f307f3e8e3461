// The real server in a process of its own, as npm start runs it, on a free port and a folder of its own.
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const entry = fileURLToPath(new URL('../../lambda/local.ts', import.meta.url));

export interface RealServer {
  readonly address: string;
  /** All it wrote so far, to both its outputs. */
  readonly said: () => string;
  kill(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

/** The library of Debian's faketime, where it is installed. It is loaded into the server itself: a wrapper would outlive it, or be outlived by it. */
const faketime = ['x86_64-linux-gnu', 'aarch64-linux-gnu'].map((machine) => `/usr/lib/${machine}/faketime/libfaketimeMT.so.1`).find((path) => existsSync(path));
export const hasFaketime = faketime !== undefined;

/** `clock`: the time it believes it is, and how fast that goes, as faketime writes it: "@2027-03-28 00:50:00 x60" (UTC). */
export async function startServer(dataDir: string, env: Readonly<Record<string, string>> = {}, clock?: string): Promise<RealServer> {
  const believed = clock === undefined || faketime === undefined ? {} : { LD_PRELOAD: faketime, FAKETIME: clock };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], {
    env: { PATH: process.env['PATH'], TZ: 'UTC', DATA_DIR: dataDir, PORT: '0', ALEXA_SIGNATURE: 'skip', ...believed, ...env }, stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stdout.on('data', (data: Buffer) => { said += data.toString(); });
  child.stderr.on('data', (data: Buffer) => { said += data.toString(); });
  const address = await addressOf(child);
  return {
    address, said: () => said,
    kill: async (signal) => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill(signal);
      await gone;
    },
  };
}

/** Runs the server until it stops by itself; for the faults that keep it from starting. */
export async function startAndFail(env: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly said: string }> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', entry], { env: { PATH: process.env['PATH'], ...env }, stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stdout.on('data', (data: Buffer) => { said += data.toString(); });
  child.stderr.on('data', (data: Buffer) => { said += data.toString(); });
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  const [code] = await once(child, 'close') as [number | null];
  clearTimeout(timer);
  return { code, said };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (data: Buffer) => {
      said += data.toString();
      const found = /Talk to it:\s+(http:\S+)\/speaker/.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The server stopped (${code}) before it was up: ${said}`)));
  });
}
