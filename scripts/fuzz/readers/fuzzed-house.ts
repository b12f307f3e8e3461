import express from 'express';
import type { Services } from '../../../lambda/services.ts';
import { runningHouse } from '../../../test/support/running-house.ts';
import { wrong, type Wrong } from '../fuzzed.ts';

interface Sent { readonly method?: string; readonly path: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }
interface Answered { readonly status: number; readonly text: string; readonly wrong?: Wrong }

/** A running house whose doors are knocked at: an answer that blames us (500 and above), or a fault in the log, is wrong. */
export async function fuzzedHouse(mount: (services: Services) => express.RequestHandler = () => express.Router()) {
  const house = await runningHouse({ mount });
  let heard = house.logged.length;
  /** Faults that were logged since the last look: what merely happened has no colon, and a fault of our own kind was met as it should be. */
  const faults = () => {
    const since = house.logged.slice(heard).filter((line) => line.includes(': ') && !line.includes(': CareError: '));
    heard = house.logged.length;
    return since;
  };
  const answered = async ({ method = 'POST', path, headers = {}, body }: Sent): Promise<Answered> => {
    const response = await fetch(house.origin + path, { method, headers, redirect: 'manual', ...(body !== undefined && { body }) });
    const text = await response.text();
    const logged = faults();
    if (response.status >= 500 || logged.length > 0) return { status: response.status, text, wrong: wrong(`${method} ${path} answered ${response.status} ${text.slice(0, 200)} ${logged.join(' | ')}`) };
    return { status: response.status, text };
  };
  return { house, faults, answered, taken: async (sent: Sent): Promise<boolean | Wrong> => { const { status, wrong: fault } = await answered(sent); return fault ?? status < 400; } };
}
