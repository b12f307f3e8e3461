// The console over a whole running house: who is signed in, what a page says, and sending its form as a browser does.
import { post } from '../../models/budget/index.ts';
import type { Pence } from '../../models/shared/index.ts';
import { harrow, margaret, runningHouse, type RunningHouse } from '../support/running-house.ts';

export interface Browser {
  readonly get: (path: string) => Promise<Page>;
  readonly post: (path: string, form?: Readonly<Record<string, string>>, options?: { readonly csrf?: string; readonly headers?: Readonly<Record<string, string>> }) => Promise<Page>;
  readonly cookie: () => string;
}

interface Page { readonly status: number; readonly html: string; readonly text: string; readonly location: string | null; readonly headers: Headers }

export async function consoleWorld(env: Readonly<Record<string, string>> = {}): Promise<{ readonly house: RunningHouse; readonly browser: () => Browser; readonly as: (who: string) => Promise<Browser>; readonly payIn: (amount: Pence) => Promise<void> }> {
  const house = await runningHouse({ env, ...(env['PORT'] !== undefined && { port: Number(env['PORT']) }) });
  const browser = () => browserAt(house.origin);
  return {
    house, browser,
    /** From the council, to Margaret's budget. */
    payIn: async (amountPence) => {
      const { records, clock } = house.services;
      const record = (await records.byPerson(harrow, margaret))!;
      const paid = post(record.budget!, { kind: 'allocation', id: 'more', amountPence, source: 'council', what: 'more' }, clock());
      if (paid.kind !== 'posted') throw new Error(paid.reason);
      await records.save(record, { idempotencyKey: 'more', at: clock(), budget: { after: paid.budget, entries: paid.entries }, audit: [] });
    },
    as: (who) => consoleBrowser(house.origin, who),
  };
}

/** Signed in as somebody of the demonstration at whatever server. */
export async function consoleBrowser(origin: string, who: string): Promise<Browser> {
  const one = browserAt(origin);
  const { status, location } = await one.post('/sign-in/made-up', { who, next: '/home' });
  if (status !== 303 || location !== '/home') throw new Error(`${who} was not let in: ${status}`);
  return one;
}

function browserAt(origin: string): Browser {
  const cookies = new Map<string, string>();
  const call = async (path: string, init: { readonly method: string; readonly headers?: Readonly<Record<string, string>>; readonly body?: string }): Promise<Page> => {
    const headers = { Cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '), Accept: 'text/html', ...init.headers };
    const response = await fetch(origin + path, { method: init.method, ...(init.body !== undefined && { body: init.body }), headers, redirect: 'manual' });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', value = ''] = pair.split('=');
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    }
    const html = await response.text();
    return { status: response.status, html, text: textOf(html), location: response.headers.get('location'), headers: response.headers };
  };
  const get = (path: string) => call(path, { method: 'GET' });
  return {
    get,
    cookie: () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    post: async (path, form = {}, { csrf, headers = {} } = {}) => {
      const token = csrf ?? /name="_csrf" value="([^"]+)"/.exec((await get(path.startsWith('/sign-in') ? '/account' : path)).html)?.[1] ?? '';
      return call(path, { method: 'POST', headers: { 'Content-Type': 'application/x-www-form-urlencoded', ...headers }, body: new URLSearchParams({ _csrf: token, ...form }).toString() });
    },
  };
}

/** What somebody reads: without the tags. */
function textOf(html: string): string {
  return html.replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, ' ').replaceAll(/<[^>]+>/g, ' ').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&').replaceAll(/\s+/g, ' ').trim();
}
