import { readAtMost } from './read-at-most.ts';

const largestBytes = 64 * 1024;
const longestMs = 2_000;

/** Gets a certificate bundle over HTTPS: two seconds and 64 KB at most, no redirects; undefined when it cannot be had so. */
export async function fetchCertificate(address: string, timeoutMs: number = longestMs): Promise<string | undefined> {
  try {
    const response = await fetch(address, { redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    if (response.status !== 200) {
      await response.body?.cancel();
      return undefined;
    }
    return (await readAtMost(response, largestBytes))?.toString('latin1');
  } catch {
    return undefined;
  }
}
