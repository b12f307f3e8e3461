// Gives tests a real headless Chromium with nothing but what npm installed, or a Chrome that is already there.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser } from 'playwright-core';

const load = createRequire(import.meta.url);
const installed = ['/usr/bin/google-chrome', '/usr/bin/google-chrome-stable', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'];
const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-dev-shm-usage', '--disable-gpu'];

/** A browser of the test's own; close it when the tests are over. CHROME_PATH chooses another one. */
export async function openBrowser(): Promise<Browser> {
  const chrome = [process.env.CHROME_PATH, ...installed].find((path) => path !== undefined && path !== '' && existsSync(path));
  if (chrome !== undefined) return chromium.launch({ executablePath: chrome, args: quiet });
  if (process.platform !== 'linux' || process.arch !== 'x64') throw new Error('The browser tests need Chrome on this machine: install it, or set CHROME_PATH to where it is.');
  const folder = await unpackedChromium();
  const env = {
    ...process.env,
    LD_LIBRARY_PATH: [join(folder, 'al2023/lib'), process.env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
    ...(existsSync('/etc/fonts') ? {} : { FONTCONFIG_PATH: join(folder, 'fonts') }),
  };
  return chromium.launch({ executablePath: join(folder, 'chromium'), args: quiet, env });
}

/** Unpacks the packed browser once for each version and user, beside the place and then by one rename, so that tests running at once cannot meet half a file. */
async function unpackedChromium(): Promise<string> {
  const entry = load.resolve('@sparticuz/chromium');
  const { version } = load(join(entry, '../../package.json')) as { readonly version: string };
  const folder = join(tmpdir(), `my-care-chromium-${version}-${userInfo().username}`);
  if (existsSync(folder)) return folder;
  const staging = await mkdtemp(`${folder}-`);
  const unpack = `(await import(${JSON.stringify(pathToFileURL(entry).href)})).default.executablePath()`;
  // Named as if on Lambda, the package also unpacks the libraries that a bare machine lacks.
  const env = { ...process.env, TMPDIR: staging, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' };
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', `await ${unpack}`], { env });
  await rename(staging, folder).catch(async () => rm(staging, { recursive: true, force: true }));
  return folder;
}
