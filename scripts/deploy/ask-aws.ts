import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import type { AskAws } from './preflight.ts';

/** By AWS's own command line, as whoever is signed in. */
export const askAws: AskAws = async (words) => {
  const child = spawn('aws', [...words, '--output', 'json'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = new Promise<number | 'not-installed'>((done) => {
    child.once('error', () => { done('not-installed'); });
    child.once('close', (code) => { done(code ?? 1); });
  });
  const [answer, how] = await Promise.all([text(child.stdout), ended]);
  return how === 0 ? { text: answer } : { failed: how === 'not-installed' ? how : 'refused' };
};
