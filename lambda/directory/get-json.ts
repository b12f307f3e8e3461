import { safeFetch, type Fetched, type FetchLimits } from '../outside/safe-fetch.ts';
import type { GetJson } from './fetch-feed.ts';

const withinMs = 20_000;
const mostBytes = 20_000_000;
const pausesMs = [500, 2_000];

interface Needs extends Pick<FetchLimits, 'mayCall' | 'lookup'> { readonly wait: (milliseconds: number) => Promise<void> }

/** JSON from outside, safely; what may be a passing trouble is tried twice more. */
export function getJson({ wait, ...limits }: Needs): GetJson {
  return async (address) => {
    for (const pause of [...pausesMs, undefined]) {
      const answer = await safeFetch(address, { ...limits, withinMs, mostBytes });
      if (pause !== undefined && mayPass(answer)) await wait(pause);
      else return jsonIn(answer);
    }
    return { kind: 'none', why: 'no answer' };
  };
}

function mayPass(answer: Fetched): boolean {
  return answer.kind === 'failed' || (answer.kind === 'fetched' && (answer.status === 429 || answer.status >= 500));
}

function jsonIn(answer: Fetched): Awaited<ReturnType<GetJson>> {
  if (answer.kind !== 'fetched') return { kind: 'none', why: words[answer.why] };
  if (answer.status !== 200) return { kind: 'none', why: `it answered ${answer.status}`, isGone: answer.status === 404 || answer.status === 410 };
  try {
    return { kind: 'json', json: JSON.parse(answer.text.replace(/^\uFEFF/, '')) as unknown };
  } catch {
    return { kind: 'none', why: 'what came is not JSON' };
  }
}

const words: Readonly<Record<Exclude<Fetched, { kind: 'fetched' }>['why'], string>> = {
  'bad-address': 'that is no address that may be called: http or https, at a usual port, without a name and password', 'not-outside': 'it leads inside a network, where nothing is called', 'too-many-redirects': 'it was sent on too often',
  'too-large': 'it is more than we take at once', 'too-slow': 'it did not answer in time', unreachable: 'nothing answers there', 'line-broke': 'the line broke', 'cannot-be-unpacked': 'what came cannot be unpacked',
};
