import { madeUpIdentities } from '../../../lambda/demonstration/made-up-identities.ts';
import { sessions } from '../../../lambda/store/session-rows.ts';
import { hostileWords } from '../../../test/support/hostile-words.ts';
import type { Fuzzed } from '../fuzzed.ts';
import { oneOf, spoil, type Chance } from '../spoil.ts';
import { fuzzedHouse } from './fuzzed-house.ts';

interface Form { readonly who: string; readonly path: string; readonly fields: readonly (readonly [name: string, value: string])[]; readonly hasFile: boolean }

const mostPages = 60;
/** Anything as a number, a day, a time or a choice that a form may be asked for. */
const plausible = ['', ' ', '0', '1', '-1', '12.50', '£1,000,000', '31', '02', '2026', '99999999999999999999', '08:30', '25:61', 'yes', 'on', 'margaret', 'susan', 'someone@example.org', '07700 900123', 'done', 'stop', '__proto__', 'Council number,Date,Kind,Amount,Reference\nHC-1,1/12/2026,allocation,1,a'];

/** Every form that people of the demonstration are shown, sent with anything in its fields. */
export async function forms(): Promise<Fuzzed> {
  const { house, answered } = await fuzzedHouse();
  const cookies = new Map<string, string>();
  for (const { key, identity } of madeUpIdentities) cookies.set(key, `my_care_session=${await sessions(house.table).start(identity, house.clock())}`);
  const headers = (who: string) => ({ Cookie: cookies.get(who) ?? '', Accept: 'text/html', Origin: house.origin });
  const page = async (who: string, path: string) => (await answered({ method: 'GET', path, headers: headers(who) })).text;
  const found: Form[] = [];
  const csrf = new Map<string, string>();
  for (const who of cookies.keys()) {
    const [waiting, seen, kinds] = [['/home', '/work', '/people', '/people/margaret'], new Set<string>(), new Set<string>()];
    for (let path = waiting.shift(); path !== undefined && seen.size < mostPages; path = waiting.shift()) {
      const kind = path.replaceAll(/\d+|margaret|joyce|dev|[0-9a-f]{8,}/g, '*');
      if (kinds.has(kind)) continue;
      kinds.add(kind);
      seen.add(path);
      const html = await page(who, path);
      csrf.set(who, /name="_csrf" value="([^"]+)"/.exec(html)?.[1] ?? csrf.get(who) ?? '');
      waiting.push(...[...html.matchAll(/href="(\/[^"#]*)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&')).filter((href) => !/^\/(?:assets|account|sign-out)/.test(href)));
      for (const [, attributes = '', inside = ''] of html.matchAll(/<form([^>]*method="post"[^>]*)>([\s\S]*?)<\/form>/gi)) {
        const fields = [...inside.matchAll(/<(?:input|select|textarea|button)[^>]*\bname="([^"]+)"[^>]*>/g)].map(([tag, name = '']) => [name, /\bvalue="([^"]*)"/.exec(tag)?.[1] ?? ''] as const).filter(([name]) => name !== '_csrf');
        const action = /action="([^"]+)"/.exec(attributes)?.[1]?.replaceAll('&amp;', '&') ?? path;
        if (!action.startsWith('/sign-out')) found.push({ who, path: action, fields, hasFile: attributes.includes('multipart') });
      }
    }
  }
  return {
    input: (chance) => {
      const form = oneOf(found, chance);
      return JSON.stringify({ ...form, fields: form.fields.flatMap(([name, value]) => filled(name, value, chance)) });
    },
    read: async (input) => {
      const { who, path, fields, hasFile } = JSON.parse(input) as Form;
      const pairs = [['_csrf', csrf.get(who) ?? ''], ...fields] as const;
      const multipart = hasFile ? boundaryOf(pairs) : undefined;
      const { status, wrong } = await answered({ path, headers: { ...headers(who), 'Content-Type': multipart?.type ?? 'application/x-www-form-urlencoded' }, body: multipart?.body ?? pairs.map((pair) => pair.map((text) => encodeURIComponent(text.toWellFormed())).join('=')).join('&') });
      return wrong ?? status < 400;
    },
  };
}

function filled(name: string, value: string, chance: Chance): readonly (readonly [string, string])[] {
  const which = chance();
  if (which < 0.5) return [[name, value]];
  if (which < 0.55) return [];
  if (which < 0.6) return [[name, value], [name, oneOf(plausible, chance)]];
  return [[name, which < 0.75 ? oneOf(plausible, chance) : which < 0.95 ? oneOf(hostileWords, chance) : spoil(value, chance)]];
}

/** A form with a file, by hand: what is hostile in a field stands in it as it is. */
function boundaryOf(pairs: readonly (readonly [string, string])[]) {
  const parts = pairs.map(([name, value]) => `--fuzz\r\nContent-Disposition: form-data; name="${name}"${name === 'file' ? '; filename="f.csv"\r\nContent-Type: text/csv' : ''}\r\n\r\n${value}\r\n`);
  return { type: 'multipart/form-data; boundary=fuzz', body: `${parts.join('')}--fuzz--\r\n` };
}
